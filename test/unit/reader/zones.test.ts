import { tzOffset } from '@date-fns/tz/tzOffset'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fromWallClock } from '../../../src/reader/zones.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)
const HALF_HOURS = Array.from({ length: 365 * 48 }, (_, i) => START + (i * HOUR) / 2)

describe.each([
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Pacific/Apia',
])('in %s', (zone) => {
  const offset = (instant: number) => Math.round(tzOffset(zone, new Date(instant)) * 60_000)

  it('every half hour of a year is read back as its instant, but for the second time of an hour that comes twice', () => {
    let twice = 0
    for (const instant of HALF_HOURS) {
      const wall = instant + offset(instant)
      const read = fromWallClock(wall, zone)
      expect(read + offset(read)).toBe(wall)
      expect(read).toBeLessThanOrEqual(instant)
      if (read < instant) twice++
    }
    expect(twice).toBeLessThanOrEqual(4)
  })
})

it('is the same asked again, and for more days than are kept', () => {
  const days = Array.from({ length: 1_500 }, (_, i) => Date.UTC(2020, 5, 1 + i, 12))
  const once = days.map((wall) => fromWallClock(wall, 'Europe/London'))
  expect(days.map((wall) => fromWallClock(wall, 'Europe/London'))).toEqual(once)
  expect(once[0]).toBe(Date.UTC(2020, 5, 1, 11))
  expect(once[200]).toBe(Date.UTC(2020, 5, 201, 12))
})

it('reads what clocks show after a change late on the day before it in UTC', () => {
  // At 22:00 on 26 March 2022, or 01:00 in UTC, clocks in Nuuk went forward to 23:00.
  const read = (hour: number, minute: number) =>
    fromWallClock(Date.UTC(2022, 2, 26, hour, minute), 'America/Nuuk')
  expect(read(21, 59)).toBe(Date.UTC(2022, 2, 27, 0, 59))
  expect(read(23, 30)).toBe(Date.UTC(2022, 2, 27, 1, 30))
})

describe('Intl', () => {
  afterEach(() => {
    vi.doUnmock('@date-fns/tz/tzOffset')
    vi.resetModules()
  })

  it('is asked four times for a day, and not again, as long as a thousand days are not kept', async () => {
    let asked = 0
    vi.resetModules()
    vi.doMock('@date-fns/tz/tzOffset', () => ({
      tzOffset: (zone: string, date: Date) => (asked++, tzOffset(zone, date)),
    }))
    const { fromWallClock } = await import('../../../src/reader/zones.ts')
    const asksFor = (day: number, zone = 'Asia/Tokyo') => {
      asked = 0
      fromWallClock(Date.UTC(2020, 0, day, 12), zone)
      return asked
    }
    expect([asksFor(0), asksFor(0), asksFor(0, 'Asia/Kolkata'), asksFor(0)]).toEqual([4, 0, 4, 0])
    expect([asksFor(0, 'UTC'), asksFor(0, '+02:00')]).toEqual([0, 0])
    expect(fromWallClock(0, '+02:30')).toBe(-2.5 * HOUR)
    for (let day = 1; day < 1_000; day++) expect(asksFor(day)).toBe(4)
    expect(asksFor(0)).toBe(0)
    expect([asksFor(1_000), asksFor(0)]).toEqual([4, 4])
  })
})
