import { fromWallClock } from './zones.ts'

const ISO_8601 = /^\d{4}-\d\d-\d\d[T ](\d\d:\d\d(?::\d\d(?:[.,](\d{1,9}))?)?)(Z|[+-]\d\d(?::?\d\d)?)?$/
const RFC_2822 = /^(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d(?::\d\d)?) (GMT|UTC?|[+-]\d{4})$/
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** To ms since the epoch, NaN where the text is no such time. The zone is for a text that names none. */
type ReadTime = (text: string, zone: string) => number

/** How providers write times. Each is read exactly: a month 13, a 30 February or a 24:00 is no time. Fractions are cut to ms. */
export const TIME_FORMATS = {
  /** `2024-09-18T21:12:08.563495225Z`, `2024-09-18 21:12:08+0100`, `2024-09-18 21:12`: `T` or a space, with an offset or without. */
  iso8601(text, zone) {
    const [match, clock = '', fraction = '', offset = zone] = ISO_8601.exec(text) ?? []
    if (match === undefined) return NaN
    const year = pair(text, 0) * 100 + pair(text, 2)
    return instant(year, pair(text, 5), pair(text, 8), clock, 3, offset) + Number(fraction.slice(0, 3).padEnd(3, '0'))
  },
  /** `Thu, 24 Aug 2023 05:01:45 +0000`, as in mail. */
  rfc2822(text, zone) {
    const [, day, month = '', year, clock = '', offset = zone] = RFC_2822.exec(text) ?? []
    return instant(Number(year), MONTHS.indexOf(month) / 3 + 1, Number(day), clock, 3, offset)
  },
  /** `2409182112` or `240918211208`, as in SMPP receipts: this century, no zone. */
  yyMMddHHmm(text, zone) {
    if (!/^\d{10}(?:\d\d)?$/.test(text)) return NaN
    return instant(2000 + pair(text, 0), pair(text, 2), pair(text, 4), text.slice(6), 2, zone)
  },
  /** Whole seconds since the epoch, as a number or as its digits. */
  'epoch-seconds': (text) => (/^\d{1,12}$/.test(text) ? Number(text) * 1000 : NaN),
  /** Whole milliseconds since the epoch, as a number or as its digits. */
  'epoch-milliseconds': (text) => (/^\d{1,15}$/.test(text) ? Number(text) : NaN),
} satisfies Readonly<Record<string, ReadTime>>

export type TimeFormat = keyof typeof TIME_FORMATS

/** Reads a time, or takes a `Date` as it is: ms since the epoch, undefined where it is none. */
export function readTime(value: unknown, format: TimeFormat, zone: string): number | undefined {
  const read: ReadTime = TIME_FORMATS[format]
  let at = NaN
  if (typeof value === 'string' || typeof value === 'number') at = read(String(value), zone)
  else if (value instanceof Date) at = timeOf(value)
  return Number.isNaN(at) ? undefined : at
}

/** A day, and the hour, minute and perhaps second that begin at every `step` of the clock. */
function instant(year: number, month: number, day: number, clock: string, step: number, zone: string): number {
  const minute = pair(clock, step)
  const second = pair(clock, 2 * step) || 0
  const wall = Date.UTC(year, month - 1, day, pair(clock, 0), minute, second)
  // Date.UTC carries what is out of range over to the next larger part (hours to the day), and takes the years 0 to 99 for 1900 to 1999.
  const exact = year > 99 && month >= 1 && month <= 12 && minute < 60 && second < 60
  return exact && new Date(wall).getUTCDate() === day ? fromWallClock(wall, zone) : NaN
}

/** The number in two digits; NaN past the end. Many times as fast as `Number` of a slice. */
const pair = (text: string, at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528

function timeOf(date: Date): number {
  try {
    return Date.prototype.getTime.call(date)
  } catch {
    // Object.create(Date.prototype) looks like a Date and is none.
    return NaN
  }
}
