import { describe, expect, it } from 'vitest'
import {
  compact,
  FORM,
  hex,
  isPrecise,
  JSON_TEXT,
  londonClock,
  splitId,
  tieOf,
  usualFirst,
  UUID,
  uuid,
  type Format,
} from '../../../src/reader/encoder.ts'

const format: Format = {
  words: ['sent'],
  codes: [],
  id: String,
  parts: 'whole',
  contentType: FORM,
  tick: 1_000,
  write: () => ({}),
}

it.each([
  ['2026-01-15T10:31:05.250Z', '2026-01-15 10:31:05'],
  ['2026-07-15T13:17:00.000Z', '2026-07-15 14:17:00'],
  ['2026-03-29T00:59:59.000Z', '2026-03-29 00:59:59'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29 02:00:00'],
  ['2026-10-25T00:30:00.000Z', '2026-10-25 01:30:00'],
  ['2026-10-25T01:30:00.000Z', '2026-10-25 01:30:00+00:00'],
  ['2026-10-25T02:00:00.000Z', '2026-10-25 02:00:00'],
])('at %s clocks in London show %s', (time, shown) => {
  expect(londonClock(time)).toBe(shown)
})

describe('an encoder', () => {
  it('makes ids of digits', () => {
    expect([hex(26, 4), hex(65_536, 4)]).toEqual(['001a', '10000'])
    expect(uuid(26)).toBe('aaaaaaaa-0000-4000-8000-00000000001a')
    expect(UUID.test(uuid(1))).toBe(true)
  })

  it.each([
    ['id:447700900123', ['id', '447700900123']],
    ['a:b:447700900123', ['a:b', '447700900123']],
    ['i:4', ['i', '4']],
    ['id', ['id', '15550100123']],
    ['id:', ['id:', '15550100123']],
    [':447700900123', [':447700900123', '15550100123']],
  ])('splits %s at its last colon', (id, halves) => expect(splitId(id)).toEqual(halves))

  it('ties a receipt by the id, or by the reference where the provider has no id', () => {
    expect(tieOf(format, 'a')).toEqual({ providerMessageId: 'a' })
    expect(tieOf({ ...format, isNameless: true }, 'a')).toEqual({ reference: 'a' })
  })

  it('writes compact times to the minute', () =>
    expect(compact('2026-01-15T09:00:04.250Z')).toBe('2601150900'))

  it('tells one event from the next by times to the second, not by longer ones', () => {
    const precise = [0, 1, 1_000, 1_001, 60_000, Infinity].filter((tick) =>
      isPrecise({ ...format, tick }),
    )
    expect(precise).toEqual([0, 1, 1_000])
  })

  it('puts the usual codes first, and names what it writes', () => {
    expect(usualFirst(['b'], { a: 1, b: 2 })).toEqual(['b', 'a', 'b'])
    expect([FORM, JSON_TEXT]).toEqual(['application/x-www-form-urlencoded', 'application/json'])
  })
})
