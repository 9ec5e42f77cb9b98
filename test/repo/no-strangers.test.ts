import { execFileSync } from 'node:child_process'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'
import { root, specifier, subpaths } from './project.ts'

/** The packages that each entry point may bring along; none where it is not listed. */
const MAY_BRING: Record<string, string[]> = {
  './explain': ['@date-fns/tz', 'date-fns'],
  './machine': ['xstate'],
  './providers': ['@date-fns/tz', 'zod'],
  './providers/canonical': ['@date-fns/tz', 'zod'],
  './schema': ['zod'],
  './testing': ['@date-fns/tz', 'date-fns', 'zod'],
  './verify': ['node:crypto'],
}

/** A provider alone, where it is not listed. */
const PROVIDER = ['@date-fns/tz']

const delivered = `reduce([{ status: 'sent', receivedAt: 0 }, { status: 'delivered', receivedAt: 1000 }], otp, 2000).status`

describe('no strangers', () => {
  it.each(subpaths)('%s brings at most the packages it may', async (subpath) => {
    const { strangers } = await bundle(`export * from '${specifier(subpath)}'`, {
      packages: 'external',
    })
    const packages = strangers.map((path) =>
      path.split('/', path.startsWith('@') ? 2 : 1).join('/'),
    )
    const allowed = MAY_BRING[subpath] ?? (subpath.startsWith('./providers/') ? PROVIDER : [])
    expect([...new Set(packages)].filter((name) => !allowed.includes(name))).toEqual([])
  })

  it('the core needs nothing but the language: no process, no Buffer, no generated code', async () => {
    const { code } = await bundle(`export * from 'sms-delivery-state'`, { format: 'iife' })
    const nowhere = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    runInContext(code, nowhere)
    expect(runInContext('typeof process + typeof Buffer', nowhere)).toBe('undefinedundefined')
    expect(runInContext(`{ const { reduce, otp } = bundle; ${delivered} }`, nowhere)).toBe(
      'delivered',
    )
  })

  it('every entry point loads where code generation is forbidden', () => {
    const imports = subpaths.map((subpath) => `await import('${specifier(subpath)}')`)
    const code = `${imports.join('\n')}\nconst { reduce, otp } = await import('sms-delivery-state')\nconsole.log(${delivered})`
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', code]
    expect(execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' })).toBe(
      'delivered\n',
    )
  })
})
