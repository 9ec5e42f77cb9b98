import { describe, expect, test } from 'vitest'
import { callback, command } from './command.ts'

const body = callback('1', 'sent')
const told = async (item: unknown, ...args: string[]) => (await command(args, { input: JSON.stringify(item) })).err

describe('receivedAt', () => {
  test.each([
    ['2026-11-20T09:00:03.250Z', '2026-11-20 09:00:03.250'],
    ['2026-11-20 09:00', '2026-11-20 09:00:00'],
    [1_795_165_203_250, '2026-11-20 09:00:03.250'],
    ['1795165203250', '2026-11-20 09:00:03.250'],
    [1e11, '1973-03-03 09:46:40'],
    ['1970-01-01T00:00Z', '1970-01-01 00:00:00'],
  ])('%j is %s', async (receivedAt, shown) => {
    const { out } = await command(['--flow', 'otp', '--now', '1970-01-01'], { input: JSON.stringify({ body, receivedAt }) })
    expect(out.split('\t')[2]).toBe(shown)
  })

  test.each([
    [1_795_165_203, '1795165203. That is in seconds, it seems.'],
    ['1795165203', '"1795165203". That is in seconds, it seems.'],
    [1_795_165_203.25, '1795165203.25. That is in seconds, it seems.'],
    [99_999_999_999, '99999999999. That is in seconds, it seems.'],
    [1e14, '100000000000000. That is in microseconds, it seems.'],
    ['2026-11-20', '"2026-11-20". Leave it out where it is not known.'],
    [null, 'null. Leave it out where it is not known.'],
    [true, 'true. Leave it out where it is not known.'],
  ])('%j is an issue, and never another time', async (receivedAt, got) => {
    const message = `receivedAt must be an ISO 8601 time or ms since the epoch, got ${got}`
    expect(await told({ body, receivedAt })).toBe(`-:1: invalid: ${message}\n`)
  })
})
