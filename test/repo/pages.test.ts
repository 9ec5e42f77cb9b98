import { describe, expect, it } from 'vitest'
import { filesUnder, read } from './project.ts'
import { printed } from './run.ts'

/** The pages of the entry points: each ```ts block is a program, and prints what its comments `// → …` say, a line each. */
const programs = filesUnder('src')
  .filter((path) => /^src\/[^/]+\/README\.md$/.test(path))
  .flatMap((path) => {
    const text = read(path)
    return [...text.matchAll(/^```ts\n([^]*?)^```$/gm)].map(({ index, 1: code = '' }) => ({
      path,
      line: text.slice(0, index).split('\n').length + 1,
      code,
    }))
  })

describe('the page of an entry point', () => {
  it('has programs', () => expect(programs.length).toBeGreaterThan(0))

  it.each(programs)('$path:$line prints what it says', ({ path, line, code }) => {
    const said = [...code.matchAll(/\/\/ → (.*)$/gm)].map((match) => match[1])
    expect(printed(code, `${path}:${line}`).split('\n').slice(0, -1)).toEqual(said)
  })
})
