import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const here = new URL('.', import.meta.url)
const model = plain(readFileSync(new URL('../../src/README.md', import.meta.url), 'utf8'))

/**
 * In the code of these files texts stand in single quotes, so what stands in double ones is quoted
 * from the model.
 */
const quotations = readdirSync(here)
  .filter((name) => !name.includes('.test.'))
  .flatMap((name) => {
    const text = plain(readFileSync(new URL(name, here), 'utf8').replaceAll(/^ *(\*|\/\/) /gm, ''))
    return [...text.matchAll(/"([^"]+)"/g)].map(([, quotation = '']) => ({ name, quotation }))
  })

test('the naive reading quotes the model in many places', () => {
  expect(quotations.length).toBeGreaterThan(60)
})

test.each(quotations)('$name: "$quotation" stands in the model', ({ quotation }) => {
  expect(model).toContain(quotation)
})

/** Without the line breaks and the indentation of either page. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
