import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesUnder, inRoot, specifier, subpaths } from './project.ts'
import { printed } from './run.ts'

/*
 * Each ```ts block of a docstring is a program: it runs against the built package, and prints what
 * its comments `// → …` say, one for each line that is not blank. It leaves out its imports: every
 * name that an entry point exports is imported from there.
 */
const examples = filesUnder('src').flatMap((path) => {
  const text = readFileSync(inRoot(path), 'utf8')
  return [...text.matchAll(/^( *\* )```ts\n([^]*?)^ *\* ```$/gm)].map(
    ({ index, 1: margin = '', 2: block = '' }) => ({
      path,
      line: text.slice(0, index).split('\n').length + 1,
      code: block
        .split('\n')
        .map((line) => line.slice(margin.length))
        .join('\n'),
    }),
  )
})

/** What is the caller's own. */
const FOREIGN: Record<string, string> = {
  createActor: `import { createActor } from 'xstate'`,
  initialTransition: `import { initialTransition } from 'xstate'`,
  fc: `import fc from 'fast-check'`,
  describe: 'const describe = (title, body) => body()',
  it: 'const it = (title, body) => body()',
}

const names = new Map(Object.entries(FOREIGN))
for (const subpath of [...subpaths].reverse()) {
  const entry = (await import(
    /* @vite-ignore */ inRoot(`dist/${subpath === '.' ? 'index' : subpath.slice(2)}.js`)
  )) as object
  for (const name of Object.keys(entry))
    names.set(name, `import { ${name} } from '${specifier(subpath)}'`)
}

describe('docstrings', () => {
  it('have examples', () => expect(examples.length).toBeGreaterThan(20))

  it.each(examples)('$path:$line prints what it says', ({ path, line, code }) => {
    const said = [...code.matchAll(/\/\/ → (.*)$/gm)].map((match) => match[1])
    const lines = printed([...importsOf(code), code].join('\n'), `${path}:${line}`).split('\n')
    expect(lines.filter((each) => each !== '')).toEqual(said)
  })
})

function importsOf(code: string): string[] {
  const program = code.replace(/\/\/.*$/gm, '')
  const declarations = [...program.matchAll(/\b(?:const|let|function) (\w+|[{[][^=]*)/g)].flatMap(
    ([, names = '']) => names.match(/\w+/g) ?? [],
  )
  const used = program.match(/[A-Za-z_]\w*/g) ?? []
  return [...new Set(used)]
    .filter((name) => !declarations.includes(name))
    .flatMap((name) => names.get(name) ?? [])
}
