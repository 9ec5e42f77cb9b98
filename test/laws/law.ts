import fc from 'fast-check'
import { test } from 'vitest'

/** `npm run prove` looks 50 times as far. */
const FURTHER = process.env['PROVE'] ? 50 : 1

/** A law as a test. Where it fails, fast-check prints the seed and the smallest counterexample: keep that as an example of its own. */
export function law<Ts>(title: string, property: fc.IRawProperty<Ts>, numRuns = 1000): void {
  test(title, () => fc.assert(property, { numRuns: numRuns * FURTHER }))
}
