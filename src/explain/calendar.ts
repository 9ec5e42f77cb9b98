import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import { misuse } from '../event/misuse.ts'

/** Prints instants (ms since the epoch) in one zone. */
export interface Calendar {
  readonly zone: string
  /** With the offset, where the zone may have several: `2026-11-21`, `2026-10-25 (UTC+02:00)`. */
  day(instant: number): string
  /** `09:00:00.850` */
  time(instant: number): string
  /** The time, and the day where it is not the day of the instant it stands beside. */
  beside(near: number | undefined, instant: number): string
}

/** @throws TypeError where the zone is not one that the runtime knows */
export function calendarOf(zone: string, where: string): Calendar {
  if (!isZone(zone)) {
    misuse(where, 'options.timeZone', 'an IANA time zone such as Europe/Berlin', zone, 'Leave it out for UTC.')
  }
  const print = (instant: number, pattern: string): string => format(new TZDate(instant, zone), pattern)
  const dayPattern = zone === 'UTC' ? 'uuuu-MM-dd' : "uuuu-MM-dd '(UTC'xxx)"
  const day = (instant: number): string => (isDate(instant) ? print(instant, dayPattern) : BEYOND)
  const time = (instant: number): string => (isDate(instant) ? print(instant, 'HH:mm:ss.SSS') : `${instant.toPrecision(4)} ms`)
  const beside = (near: number | undefined, instant: number): string =>
    !isDate(instant) || (near !== undefined && day(near) === day(instant))
      ? time(instant).replace('.000', '')
      : `${print(instant, 'uuuu-MM-dd HH:mm:ss.SSS').replace('.000', '')}${zone === 'UTC' ? '' : print(instant, ' xxx')}`
  return { zone, day, time, beside }
}

const BEYOND = 'beyond the calendar'

/** Any finite number is an instant, but a `Date` holds ±8.64e15 ms, and a zone's wall clock may be a day away. */
const isDate = (instant: number): boolean => Math.abs(instant) < 8.639e15

function isZone(zone: unknown): zone is string {
  try {
    return typeof zone === 'string' && Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }))
  } catch {
    return false
  }
}
