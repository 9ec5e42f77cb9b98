import { tzOffset } from '@date-fns/tz/tzOffset'

const OFFSET = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/
const MINUTE = 60_000
const DAY = 1440 * MINUTE
const names = /* @__PURE__ */ new Set<string>()

/** Whether it is an IANA name that the runtime knows, or an offset such as `+02:00`. */
export function isTimeZone(zone: unknown): zone is string {
  if (typeof zone !== 'string') return false
  if (names.has(zone) || OFFSET.test(zone)) return true
  try {
    // tzOffset would take +02 out of any text that has it somewhere.
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    names.add(zone)
    return true
  } catch {
    return false
  }
}

/**
 * The instant at which clocks in a zone show this time. `wall` is that time read as if it were UTC, in ms; so is the result.
 * A time that comes twice (clocks go back) is the first one; a time that never comes (clocks go forward) counts on
 * from before the change, so 02:30 becomes 03:30: as Temporal's `compatible`. NaN for an offset out of range.
 */
export function fromWallClock(wall: number, zone: string): number {
  if (/^(Z|GMT|UTC?)$/.test(zone)) return wall
  if (/^[+-]/.test(zone)) return wall - offsetOf(zone)
  // No zone is a day away from UTC, so these two stand on both sides of a change that is near.
  const before = wall - zoneOffset(zone, wall - DAY)
  const after = wall - zoneOffset(zone, wall + DAY)
  const shows = (instant: number) => instant + zoneOffset(zone, instant) === wall
  return !shows(before) && shows(after) ? after : before
}

function offsetOf(text: string): number {
  const [, sign, hours, minutes = 0] = OFFSET.exec(text) ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -MINUTE : MINUTE)
}

const zoneOffset = (zone: string, instant: number) => Math.round(tzOffset(zone, new Date(instant)) * MINUTE)
