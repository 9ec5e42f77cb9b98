import { expect } from 'vitest'

/**
 * Times without a zone are on London's clocks, unless the context or an offset says otherwise.
 *
 * @param at when a receipt says that it happened, by the text in its field and the context's zone
 */
export function expectLondonTimes(at: (time: string, timeZone?: string) => number | undefined) {
  expect(at('2026-01-15 14:17:00')).toBe(Date.UTC(2026, 0, 15, 14, 17))
  expect(at('2026-07-15 14:17:00')).toBe(Date.UTC(2026, 6, 15, 13, 17))
  expect(at('2026-07-15 14:17:00', 'UTC')).toBe(Date.UTC(2026, 6, 15, 14, 17))
  expect(at('2026-07-15 14:17:00+02:00')).toBe(Date.UTC(2026, 6, 15, 12, 17))
  expect(at('0000-00-00 00:00:00')).toBeUndefined()
}
