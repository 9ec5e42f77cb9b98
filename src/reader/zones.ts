import { tzOffset } from '@date-fns/tz/tzOffset'
import { OFFSET } from '../receipts/check-time-zone.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * The instant at which clocks in a zone show this time. `wall` is that time read as if it were UTC,
 * in ms; so is the result. A time that comes twice (clocks go back) is the first one; a time that
 * never comes (clocks go forward) counts on from before the change, so 02:30 becomes 03:30: as
 * Temporal's `compatible`.
 */
export function fromWallClock(wall: number, zone: string): number {
  // Most of them are.
  if (zone === 'UTC' || zone === 'Z') return wall
  if (OFFSET.test(zone)) return wall - offsetOf(zone) * MINUTE
  const usual = usualOffset(zone, Math.floor(wall / DAY))
  if (usual !== undefined) return wall - usual
  // No zone is a day away from UTC, so these two stand on both sides of a change that is near.
  const before = wall - zoneOffset(zone, wall - DAY)
  const after = wall - zoneOffset(zone, wall + DAY)
  const shows = (instant: number) => instant + zoneOffset(zone, instant) === wall
  return !shows(before) && shows(after) ? after : before
}

/** `+02:00`, `+0200` or `+02` in minutes; a name of zero has no sign. */
function offsetOf(zone: string): number {
  const isBehind = zone.startsWith('-')
  if (!isBehind && !zone.startsWith('+')) return 0
  const minutes = pair(zone, 1) * 60 + (zone.length > 3 ? pair(zone, zone.length - 2) : 0)
  return isBehind ? -minutes : minutes
}

/** The number in two digits; NaN past the end. Many times as fast as `Number` of a slice. */
export const pair = (text: string, at: number): number =>
  text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528

const zoneOffset = (zone: string, instant: number) =>
  Math.round(tzOffset(zone, new Date(instant)) * MINUTE)

/** By zone and day: to ask Intl costs more than all else that is read of a receipt. */
const known = /* @__PURE__ */ new Map<string, Map<number, number | undefined>>()
const MOST_DAYS = 1_000

/** The one offset of a day in UTC and of those around it; undefined where a change is near. */
function usualOffset(zone: string, day: number): number | undefined {
  let days = known.get(zone)
  if (days === undefined) known.set(zone, (days = new Map<number, number | undefined>()))
  if (days.has(day)) return days.get(day)
  if (days.size >= MOST_DAYS) days.clear()
  const offset = zoneOffset(zone, day * DAY)
  const isUsual = [-1, 1, 2].every((far) => zoneOffset(zone, (day + far) * DAY) === offset)
  days.set(day, isUsual ? offset : undefined)
  return days.get(day)
}
