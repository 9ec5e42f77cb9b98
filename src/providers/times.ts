import { fromWallClock } from './zones.ts'

const ISO_8601 = /^\d{4}-\d\d-\d\d[T ](\d\d:\d\d(?::\d\d(?:[.,](\d{1,9}))?)?)(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/
const RFC_2822 =
  /^(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d(?::\d\d)?) (GMT|UTC?|[+-](?:[01]\d|2[0-3])[0-5]\d)$/
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** To ms since the epoch, NaN where the text is no such time. The zone is for a text that names none. */
export type ReadTime = (text: string, zone: string) => number

/** How providers write times. Each is read exactly: a month 13, a 30 February or a 24:00 is no time. Fractions are cut to ms. */
export const TIME_FORMATS = {
  /** `2024-09-18T21:12:08.563495225Z`, `2024-09-18 21:12:08+0100`, `2024-09-18 21:12`: `T` or a space, with an offset or without. */
  iso8601(text, zone) {
    const found = ISO_8601.exec(text)
    if (!found) return NaN
    const at = instant(pair(text, 0) * 100 + pair(text, 2), pair(text, 5), pair(text, 8), found[1]!, 3, found[3] ?? zone)
    return at + Number(`${found[2] ?? ''}00`.slice(0, 3))
  },
  /** `Thu, 24 Aug 2023 05:01:45 +0000`, as in mail. */
  rfc2822(text) {
    const found = RFC_2822.exec(text)
    return found ? instant(Number(found[3]), MONTHS.indexOf(found[2]!) / 3 + 1, Number(found[1]), found[4]!, 3, found[5]!) : NaN
  },
  /** `2409182112` or `240918211208`, as in SMPP receipts: this century, no zone. */
  yyMMddHHmm(text, zone) {
    return /^\d{10}(?:\d\d)?$/.test(text) ? inThisCentury(text, zone) : NaN
  },
  /**
   * `2409182112`, `240918211208`, `202409182112` or `20240918211208`, as in the text of SMPP receipts: no zone. Twelve digits have a year of two
   * digits where that makes a date: so `20` in front is a year for receipts of 2020 alone, and for those of 2013 to 2099 a century without doubt.
   */
  'smpp-date'(text, zone) {
    if (!/^\d{10}(?:\d\d){0,2}$/.test(text)) return NaN
    const at = text.length < 14 ? inThisCentury(text, zone) : NaN
    if (!Number.isNaN(at) || !text.startsWith('20')) return at
    return instant(2000 + pair(text, 2), pair(text, 4), pair(text, 6), text.slice(8), 2, zone)
  },
  /** Whole seconds since the epoch, as a number or as its digits. */
  'epoch-seconds': (text) => (/^\d{1,12}$/.test(text) ? Number(text) * 1000 : NaN),
  /** Whole milliseconds since the epoch, as a number or as its digits. */
  'epoch-milliseconds': (text) => (/^\d{1,15}$/.test(text) ? Number(text) : NaN),
} satisfies Readonly<Record<string, ReadTime>>

export type TimeFormat = keyof typeof TIME_FORMATS

/**
 * What a count of something else than ms seems to be in: outside of the years 1973 to 5138, it is seconds or microseconds.
 */
export const otherUnitOf = (count: number): string | undefined =>
  count < 1e11 ? 'seconds' : count >= 1e14 ? 'microseconds' : undefined

/** Reads a time, or takes a `Date` as it is: ms since the epoch, NaN where it is none. */
export function readTime(value: unknown, read: ReadTime, zone: string): number {
  try {
    if (value instanceof Date) return Date.prototype.getTime.call(value)
    return typeof value === 'string' || typeof value === 'number' ? read(String(value), zone) : NaN
  } catch {
    // Object.create(Date.prototype) looks like a Date and is none.
    return NaN
  }
}

const inThisCentury = (text: string, zone: string) =>
  instant(2000 + pair(text, 0), pair(text, 2), pair(text, 4), text.slice(6), 2, zone)

/** A day, and the hour, minute and perhaps second that begin at every `step` of the clock. */
function instant(year: number, month: number, day: number, clock: string, step: number, zone: string): number {
  const hour = pair(clock, 0)
  const minute = pair(clock, step)
  const second = pair(clock, 2 * step) || 0
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  // Date.UTC carries what is out of range over to the next larger part, and takes the years 0 to 99 for 1900 to 1999.
  const isExact = year > 99 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60
  // Every month has 28 days, and to ask costs.
  return isExact && (day <= 28 || new Date(wall).getUTCDate() === day) ? fromWallClock(wall, zone) : NaN
}

/** The number in two digits; NaN past the end. Many times as fast as `Number` of a slice. */
const pair = (text: string, at: number) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
