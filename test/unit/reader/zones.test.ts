import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTimeZone } from '../../../src/receipts/check-time-zone.ts'
import { fromWallClock } from '../../../src/reader/zones.ts'

const HOUR = 3_600_000

/** What clocks in a zone show at an instant, as `Intl` has it, read as if it were UTC. */
function wallClock(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(
    Number(parts['year']),
    Number(parts['month']) - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  )
}

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'America/Sao_Paulo',
]

describe('fromWallClock', () => {
  it('is the instant at which the clocks show it, the first where there are two', () => {
    const instants = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2035, 0) / 1000 })
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (seconds, zone) => {
        const instant = seconds * 1000
        const wall = wallClock(instant, zone)
        const found = fromWallClock(wall, zone)
        expect(wallClock(found, zone)).toBe(wall)
        expect(found).toBeLessThanOrEqual(instant)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    // Clocks go back at 01:00 UTC on 27 October, from 03:00 to 02:00: 02:30 comes twice.
    ['Europe/Berlin', '2024-10-27T01:59:59Z', '2024-10-26T23:59:59.000Z'],
    ['Europe/Berlin', '2024-10-27T02:00:00Z', '2024-10-27T00:00:00.000Z'],
    ['Europe/Berlin', '2024-10-27T02:30:00Z', '2024-10-27T00:30:00.000Z'],
    ['Europe/Berlin', '2024-10-27T03:00:00Z', '2024-10-27T02:00:00.000Z'],
    // Clocks go forward at 01:00 UTC on 31 March, from 02:00 to 03:00: 02:30 never comes.
    ['Europe/Berlin', '2024-03-31T01:59:59Z', '2024-03-31T00:59:59.000Z'],
    ['Europe/Berlin', '2024-03-31T02:30:00Z', '2024-03-31T01:30:00.000Z'],
    ['Europe/Berlin', '2024-03-31T03:00:00Z', '2024-03-31T01:00:00.000Z'],
    // By half an hour.
    ['Australia/Lord_Howe', '2024-10-06T02:15:00Z', '2024-10-05T15:45:00.000Z'],
    ['America/New_York', '2024-11-03T01:30:00Z', '2024-11-03T05:30:00.000Z'],
    ['America/New_York', '2024-03-10T02:30:00Z', '2024-03-10T07:30:00.000Z'],
  ])('in %s, %s on the clock is %s', (zone, wall, expected) => {
    expect(new Date(fromWallClock(Date.parse(wall), zone)).toISOString()).toBe(expected)
  })

  it.each([
    ['+02:00', -2],
    ['-0330', 3.5],
    ['+14', -14],
    ['-00:30', 0.5],
    ['Z', 0],
    ['UTC', 0],
    ['Etc/GMT+10', 10],
  ])('knows the offset %s', (zone, hours) => expect(fromWallClock(0, zone)).toBe(hours * HOUR))
})

describe('checkTimeZone', () => {
  const check = (zone: unknown) => checkTimeZone(zone, 'test: ', 'zone')

  it.each([...zones, 'europe/berlin', 'Etc/GMT+10', 'GMT', '+02:00', '-0330', '+14', undefined])('takes %s', (zone) => {
    expect(() => check(zone)).not.toThrow()
    expect(() => check(zone)).not.toThrow()
  })

  it.each([
    '',
    'Mars/Olympus',
    'nowhere+02:00',
    '+24:00',
    '+02:60',
    '+2',
    '+',
    'constructor',
    '__proto__',
    5,
    null,
    {},
    ['+02:00'],
    ['Europe/Berlin'],
  ])('refuses %s', (zone) => expect(() => check(zone)).toThrow('sms-delivery-state: test: zone must be '))
})
