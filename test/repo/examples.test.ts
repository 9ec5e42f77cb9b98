import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { examples, needOf } from './examples.ts'
import { inRoot, read } from './project.ts'
import { printed } from './run.ts'

/*
 * An example ends with what it prints:
 *
 *     / * prints:
 *     delivered
 *     * /
 *
 * (without the spaces). `npm run update` writes that comment.
 */
const PRINTS = /\n\/\* prints:\n([^]*?)\*\/\s*$/
const update = process.env['UPDATE'] === '1'

describe('examples', () => {
  it('are there, and are numbered from 01 on', () => {
    expect(examples.length).toBeGreaterThan(0)
    expect(examples.map((path) => Number(path.slice(9, 11)))).toEqual(examples.map((_, i) => i + 1))
  })

  it.each(examples)('%s says who needs it', (path) =>
    expect(needOf(path)).toMatch(/^For [^.]+(\(.*\))?\.$/),
  )

  it.each(examples)('%s prints what it says', (path) => {
    const text = read(path)
    const actual = printed(text, path)
    if (update) {
      expect(actual, 'would end the comment').not.toContain('*/')
      writeFileSync(
        inRoot(path),
        `${text.replace(PRINTS, '\n').trimEnd()}\n\n/* prints:\n${actual}*/\n`,
      )
    } else expect(actual).toBe(PRINTS.exec(text)?.[1])
  })
})
