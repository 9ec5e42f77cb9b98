import { millisecondsInMinute } from 'date-fns/constants'
import { tzOffset } from '@date-fns/tz/tzOffset'
import { throwMisuse } from '../event/throw-misuse.ts'

/** Prints instants (ms since the epoch) in one zone. */
export interface Calendar {
  readonly zone: string
  /** With the offset, where the zone may have several: `2026-11-21`, `2026-10-25 (UTC+02:00)`. */
  day(instant: number): string
  /** `09:00:00.850` */
  time(instant: number): string
  /** The time, and the day where it is not the day of the instant it stands beside. */
  timeNear(near: number | undefined, instant: number): string
}

/** To find out whether a zone is one takes the runtime longer than all the rest. */
const zones = /* @__PURE__ */ new Set<unknown>(['UTC'])

/**
 * @param beyond what to print for an instant that no calendar has
 * @throws TypeError where the zone is not one that the runtime knows
 */
export function calendarOf(zone: string, where: string, beyond = 'beyond the calendar'): Calendar {
  if (!isZone(zone)) {
    throwMisuse(
      where,
      'options.timeZone',
      'an IANA time zone such as Europe/Berlin',
      zone,
      'Leave it out for UTC.',
    )
  }
  const offsetAt = (instant: number): number =>
    zone === 'UTC' ? 0 : Math.round(tzOffset(zone, new Date(instant)))
  /** `2026-11-21` and `09:00:00.850` */
  const wall = (instant: number): string[] =>
    new Date(instant + offsetAt(instant) * millisecondsInMinute)
      .toISOString()
      .replace(/^\+0?|Z$/g, '')
      .split('T')
  const offset = (instant: number): string => (zone === 'UTC' ? '' : offsetText(offsetAt(instant)))
  const day = (instant: number): string =>
    isDate(instant)
      ? `${wall(instant)[0]}${zone === 'UTC' ? '' : ` (UTC${offset(instant)})`}`
      : beyond
  const time = (instant: number): string =>
    isDate(instant) ? wall(instant)[1]! : `${instant.toPrecision(4)} ms`
  const timeNear = (near: number | undefined, instant: number): string =>
    !isDate(instant) || (near !== undefined && day(near) === day(instant))
      ? time(instant).replace('.000', '')
      : `${wall(instant).join(' ').replace('.000', '')}${zone === 'UTC' ? '' : ` ${offset(instant)}`}`
  return { zone, day, time, timeNear }
}

/** A `Date` holds ±8.64e15 ms, and the wall clock of a zone may be a day away. */
const isDate = (instant: number): boolean => Math.abs(instant) < 8.639e15

const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0')

const offsetText = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`

function isZone(zone: unknown): zone is string {
  if (zones.has(zone)) return true
  try {
    if (typeof zone !== 'string' || !new Intl.DateTimeFormat('en-US', { timeZone: zone }))
      return false
    zones.add(zone)
    return true
  } catch {
    return false
  }
}
