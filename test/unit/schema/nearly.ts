import fc from 'fast-check'
import { ACTIONS, CONFIRMATIONS, FAILURE_REASONS, SOURCES, STATUSES } from 'sms-delivery-state'
import { changedAt as changed, type Path } from '../../../src/testing/mutations.ts'

/** What JSON may hold, the values at which a rule turns, and our own words in the wrong place. */
export const json = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1, 2, 1.5, 255, 256, 1e9, 1e21, -1e-9),
  fc.constantFrom<unknown>('', ' ', '1', 'true', 'DELIVRD', '__proto__', 'toString', 'Sent'),
  fc.constantFrom<unknown>(
    {},
    { index: 1 },
    { index: 2, count: 1 },
    { index: 2, count: 2 },
    { reason: 'network' },
    { reason: '' },
  ),
  fc.constantFrom<unknown>(
    ...STATUSES,
    ...FAILURE_REASONS,
    ...ACTIONS,
    ...SOURCES,
    ...CONFIRMATIONS,
  ),
  fc.array(fc.constantFrom<unknown>(...STATUSES, 'sent ', null), { maxLength: 3 }),
)

/** The same, and what only JavaScript has. `undefined` takes a field away. */
export const anything = fc.oneof(
  { weight: 3, arbitrary: json },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      NaN,
      Infinity,
      -Infinity,
      5n,
      Symbol('sent'),
      new Date(0),
      () => 1,
      new String('sent'),
      undefined,
    ),
  },
)

/** Something right with up to two places changed, which leaves it right more often than not. */
export function nearly(
  right: fc.Arbitrary<unknown>,
  paths: readonly Path[],
  value: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.constantFrom(...paths), value)
  return fc
    .tuple(right, fc.array(change, { maxLength: 2 }))
    .map(([whole, changes]) =>
      changes.reduce(
        (found, [path, put]) => (has(found, path) ? changed(found, path, put) : found),
        whole,
      ),
    )
}

/** Whether all but the last step lead somewhere. */
function has(whole: unknown, path: Path): boolean {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>(
      (found, step) => (found as Record<string, unknown> | null | undefined)?.[step],
      whole,
    )
  return typeof parent === 'object' && parent !== null
}

export function throws(call: () => unknown): boolean {
  try {
    call()
    return false
  } catch {
    return true
  }
}
