import { fromWallClock, offsetOf } from './zones.ts'

const ISO_8601 = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/
const RFC_2822 = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (GMT|UTC?|[+-]\d{4})$/
const PAIRS = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** To ms since the epoch, NaN where the text is no such time. The zone is for a text that names none. */
type ReadTime = (text: string, zone: string) => number

/** How providers write times. Each is read exactly: a month 13, a 30 February or a 24:00 is no time. Fractions are cut to ms. */
export const TIME_FORMATS = {
  /** `2024-09-18T21:12:08.563495225Z`, `2024-09-18 21:12:08+0100`, `2024-09-18 21:12`: `T` or a space, with an offset or without. */
  iso8601(text, zone) {
    const [, year, month, day, hour, minute, second, fraction = '', offset] = ISO_8601.exec(text) ?? []
    return instant(year, Number(month), day, hour, minute, second, zone, offset) + Number(fraction.padEnd(3, '0').slice(0, 3))
  },
  /** `Thu, 24 Aug 2023 05:01:45 +0000`, as in mail. */
  rfc2822(text, zone) {
    const [, day, month = '', year, hour, minute, second, offset] = RFC_2822.exec(text) ?? []
    return instant(year, MONTHS.indexOf(month) + 1, day, hour, minute, second, zone, offset)
  },
  /** `2409182112` or `240918211208`, as in SMPP receipts: this century, no zone. */
  yyMMddHHmm(text, zone) {
    const [, year, month, day, hour, minute, second] = PAIRS.exec(text) ?? []
    return instant(`20${year}`, Number(month), day, hour, minute, second, zone)
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
  const at =
    typeof value === 'string' || typeof value === 'number'
      ? read(String(value), zone)
      : value instanceof Date
        ? timeOf(value)
        : NaN
  return Number.isNaN(at) ? undefined : at
}

type Digits = string | undefined

function instant(
  year: Digits,
  month: number,
  day: Digits,
  hour: Digits,
  minute: Digits,
  second: Digits,
  zone: string,
  offset?: string,
) {
  const wall = Date.UTC(Number(year), month - 1, Number(day), Number(hour), Number(minute), Number(second ?? 0))
  const date = new Date(wall)
  // Date.UTC carries what is out of range over to the next larger part, and takes the years 0 to 99 for 1900 to 1999.
  const carried = date.getUTCFullYear() !== Number(year) || date.getUTCMonth() !== month - 1
  if (carried || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return NaN
  return offset === undefined ? fromWallClock(wall, zone) : wall - offsetOf(offset)
}

function timeOf(date: Date): number {
  try {
    return Date.prototype.getTime.call(date)
  } catch {
    // Object.create(Date.prototype) looks like a Date and is none.
    return NaN
  }
}
