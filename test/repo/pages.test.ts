import { describe, expect, it } from 'vitest'
import { filesUnder, read } from './project.ts'
import { printed } from './run.ts'

/*
 * Each ```ts block of a page beside the source is a program of its own: it runs against the built
 * package, and prints what its comments `// → …` say, one for each printed line.
 */
const programs = filesUnder('src')
  .filter((path) => path.endsWith('/README.md'))
  .flatMap((path) => {
    const text = read(path)
    return [...text.matchAll(/^```ts\n([^]*?)^```$/gm)].map(({ index, 1: code = '' }) => ({
      path,
      line: text.slice(0, index).split('\n').length + 1,
      code,
    }))
  })

describe('pages', () => {
  it('have programs', () => expect(programs.length).toBeGreaterThan(0))

  it.each(programs)('$path:$line prints what it says', ({ path, line, code }) => {
    const said = [...code.matchAll(/\/\/ → (.*)$/gm)].map((match) => match[1])
    expect(printed(code, `${path}:${line}`).split('\n').slice(0, -1)).toEqual(said)
  })
})
