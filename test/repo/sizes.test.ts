import { afterAll, describe, expect, it } from 'vitest'
import { bundle, leftovers } from './bundle.ts'
import { pkg, subpaths } from './project.ts'

const CORE = `export * from 'sms-delivery-state'`

/**
 * Kilobytes, minified and gzipped, with every dependency: just above what is measured, so that
 * growth shows. What stands on the core is measured beyond it: what a bundle with the core grows by.
 */
const LIMITS = [
  { what: 'the core', limit: 12.3, code: CORE },
  { what: '{ reduce, otp }', limit: 6.8, code: `export { reduce, otp } from 'sms-delivery-state'` },
  {
    what: 'twilio, beyond the core',
    limit: 7.2,
    beyond: CORE,
    code: `export * from 'sms-delivery-state/providers/twilio'`,
  },
  {
    what: 'explain, beyond the core',
    limit: 10.7,
    beyond: CORE,
    code: `export * from 'sms-delivery-state/explain'`,
  },
  {
    what: 'the core and { sql }',
    limit: 17.2,
    code: `export * from 'sms-delivery-state'; export { sql } from 'sms-delivery-state/sql'`,
  },
  {
    what: 'the core and sql',
    limit: 21,
    code: `export * from 'sms-delivery-state'; export * from 'sms-delivery-state/sql'`,
  },
  { what: 'verify', limit: 3, code: `export * from 'sms-delivery-state/verify'` },
]

describe('bundles', () => {
  const measured: string[] = []
  afterAll(() => console.info(['minified and gzipped:', ...measured].join('\n  ')))

  it.each(LIMITS)('$what is at most $limit kB', async ({ what, limit, beyond = '', code }) => {
    const base = beyond === '' ? 0 : (await bundle(beyond)).bytes
    const bytes = (await bundle(`${beyond}; ${code}`)).bytes - base
    measured.push(`${what}: ${(bytes / 1000).toFixed(2)} kB of ${limit}`)
    expect(bytes).toBeGreaterThan(200)
    expect(bytes).toBeLessThanOrEqual(limit * 1000)
  })

  // A call at the top of a file stays unless /* @__PURE__ */ stands before it, Object.freeze(…)
  // too.
  it.each(subpaths)('of %s nothing stays that is not used', async (subpath) => {
    expect(await leftovers(pkg.exports[subpath]?.import.default ?? '')).toBe('')
  })
})
