import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { entry } from '../../tsup.config.ts'
import { filesUnder, inRoot, pkg, specifier, subpaths } from './project.ts'
import { names } from './registry.ts'

describe('entry points', () => {
  it('are the folders with an index.ts', () => {
    const indexes = filesUnder('src').filter((path) => path.endsWith('/index.ts'))
    const expected = indexes.map((path) => path.replace(/^src/, '.').replace(/\/index\.ts$/, ''))
    expect([...subpaths].sort()).toEqual(expected.sort())
  })

  it('are what tsup builds', () => {
    const names = subpaths.map((subpath) => (subpath === '.' ? 'index' : subpath.slice(2)))
    expect(Object.keys(entry)).toEqual(names)
  })

  it.each(subpaths)(
    '%s has ESM and CommonJS, each with its types, and both export the same names',
    async (subpath) => {
      const file = `./dist/${subpath === '.' ? 'index' : subpath.slice(2)}`
      expect(pkg.exports[subpath]).toEqual({
        import: { types: `${file}.d.ts`, default: `${file}.js` },
        require: { types: `${file}.d.cts`, default: `${file}.cjs` },
      })
      for (const end of ['.js', '.cjs', '.d.ts', '.d.cts'])
        expect(existsSync(inRoot(file + end)), file + end).toBe(true)

      const require = createRequire(inRoot('package.json'))
      const esm = Object.keys((await import(/* @vite-ignore */ inRoot(`${file}.js`))) as object)
      expect(esm.length).toBeGreaterThan(0)
      expect(Object.keys(require(specifier(subpath)) as object).sort()).toEqual(esm.sort())
    },
  )
})

describe('a provider', () => {
  it.each(names)('%s is a shape, its codes, its encoder and an entry point', (name) => {
    const files = filesUnder(`src/providers/${name}`)
    // Its words are ours already; in place of codes it has how an event is read.
    const rows = name === 'canonical' ? 'read-event' : 'codes'
    expect(files).toEqual(
      expect.arrayContaining(
        [rows, 'encode', 'index', 'shape'].map((file) => `src/providers/${name}/${file}.ts`),
      ),
    )
    expect(subpaths).toContain(`./providers/${name}`)
  })
})
