import { fromWallClock, pair } from './zones.ts'

const ISO_8601 =
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z| ?[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/
const RFC_2822 =
  /^(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d(?::\d\d)?) (GMT|UTC?|[+-](?:[01]\d|2[0-3])[0-5]\d)$/
const QUARTER_HOUR = 900_000
const ZERO = 48
const isDigit = (code: number) => code >= ZERO && code < ZERO + 10
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/**
 * To ms since the epoch, NaN if the text is no such time. The zone is for a text that names none.
 */
export type ReadTime = (text: string, zone: string) => number

/**
 * How providers write times. Each is read exactly: a month 13, a 30 February or a 24:00 is no time.
 * Fractions are cut to ms.
 */
export const TIME_FORMATS = {
  /**
   * `2024-09-18T21:12:08.563495225Z`, `2024-09-18 21:12:08 +0100`, `2024-09-18 21:12`: `T` or a
   * space, and an offset, with a space before it or without, or none.
   */
  iso8601(text, zone) {
    if (!ISO_8601.test(text)) return NaN
    // The fraction and the zone may be there or not; all else has its place.
    const hasSeconds = text[16] === ':'
    let end = hasSeconds ? 19 : 16
    let ms = 0
    if (hasSeconds && (text[end] === '.' || text[end] === ','))
      for (let size = 100; ++end < text.length && isDigit(text.charCodeAt(end)); size /= 10)
        if (size >= 1) ms += size * (text.charCodeAt(end) - ZERO)
    const written = end === text.length ? zone : text.slice(end).trimStart()
    return (
      instant(
        pair(text, 0) * 100 + pair(text, 2),
        pair(text, 5),
        pair(text, 8),
        pair(text, 11),
        pair(text, 14),
        hasSeconds ? pair(text, 17) : 0,
        written,
      ) + ms
    )
  },
  /** `Thu, 24 Aug 2023 05:01:45 +0000`, as in mail. */
  rfc2822(text) {
    const found = RFC_2822.exec(text)
    if (!found) return NaN
    const [, day, month, year, clock] = found
    return instant(
      Number(year),
      MONTHS.indexOf(month!) / 3 + 1,
      Number(day),
      pair(clock!, 0),
      pair(clock!, 3),
      secondAt(clock!, 6),
      found[5]!,
    )
  },
  /** `2409182112` or `240918211208`, as in SMPP receipts: this century, no zone. */
  yyMMddHHmm(text, zone) {
    return /^\d{10}(?:\d\d)?$/.test(text) ? inThisCentury(text, zone) : NaN
  },
  /**
   * As in the text of SMPP receipts: `2409182112`, `240918211208`, `202409182112` or
   * `20240918211208`, without a zone. Twelve digits have a year of two digits where that makes a
   * date: so `20` in front is a year for receipts of 2020 alone, and for those of 2013 to 2099 a
   * century without doubt. Or the protocol's own absolute time, `240918211208504+`, with tenths of
   * a second and quarters of an hour from UTC (SMPP 3.4, 7.1.1); or an ISO time.
   */
  'smpp-date'(text, zone): number {
    if (/^\d{15}[+-]$/.test(text)) return absoluteTime(text)
    if (text.includes('-')) return TIME_FORMATS.iso8601(text, zone)
    if (!/^\d{10}(?:\d\d){0,2}$/.test(text)) return NaN
    const at = text.length < 14 ? inThisCentury(text, zone) : NaN
    if (!Number.isNaN(at) || !text.startsWith('20')) return at
    return instant(
      2000 + pair(text, 2),
      pair(text, 4),
      pair(text, 6),
      pair(text, 8),
      pair(text, 10),
      secondAt(text, 12),
      zone,
    )
  },
  /** Seconds since the epoch, as a number or as its digits. */
  'epoch-seconds'(text) {
    if (!/^\d{1,12}(?:\.\d+)?$/.test(text)) return NaN
    const point = text.indexOf('.')
    if (point < 0) return Number(text) * 1000
    return Number(text.slice(0, point) + text.slice(point + 1, point + 4).padEnd(3, '0'))
  },
  /** Milliseconds since the epoch, as a number or as its digits. */
  'epoch-milliseconds': (text) =>
    /^\d{1,15}(?:\.\d+)?$/.test(text) ? Number.parseInt(text, 10) : NaN,
} satisfies Readonly<Record<string, ReadTime>>

export type TimeFormat = keyof typeof TIME_FORMATS

/**
 * Reads a time, or takes a `Date` (of any realm) as it is: ms since the epoch, NaN if it is none.
 */
export function readTime(value: unknown, read: ReadTime, zone: string): number {
  if (typeof value === 'number') value = String(value)
  try {
    return typeof value === 'string' ? read(value, zone) : Date.prototype.getTime.call(value)
  } catch {
    // It is no Date, or the function of a provider's own failed.
    return NaN
  }
}

const inThisCentury = (text: string, zone: string) =>
  instant(
    2000 + pair(text, 0),
    pair(text, 2),
    pair(text, 4),
    pair(text, 6),
    pair(text, 8),
    secondAt(text, 10),
    zone,
  )

/** YYMMDDhhmmss, tenths, quarters of an hour, and whether that is ahead of UTC or behind it. */
function absoluteTime(text: string): number {
  const quarters = pair(text, 13)
  if (quarters > 48) return NaN
  const local = inThisCentury(text, 'UTC') + Number(text[12]) * 100
  return local - Number(`${text[15]}${quarters}`) * QUARTER_HOUR
}

/** A time may end with the minute. */
const secondAt = (text: string, at: number) => (at < text.length ? pair(text, at) : 0)

/** What is out of range is no time, and nothing is carried over. Many times as fast as Date.UTC. */
function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  zone: string,
): number {
  const isDate = year > 99 && month >= 1 && month <= 12 && day >= 1
  if (!(isDate && hour < 24 && minute < 60 && second < 60)) return NaN
  const days = daysBefore(year, month) + day
  if (day > 28 && days > daysBefore(year, month + 1)) return NaN
  return fromWallClock((((days * 24 + hour) * 60 + minute) * 60 + second) * 1000, zone)
}

/** From the epoch to the month. Years begin in March here: so a leap day is the last of its year. */
function daysBefore(year: number, month: number): number {
  const y = month > 2 ? year : year - 1
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return y * 365 + leaps + Math.floor((((month + 9) % 12) * 153 + 2) / 5) - 719_469
}
