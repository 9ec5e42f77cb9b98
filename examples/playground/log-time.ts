const ISO = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?/
/** As Apache and nginx write it. */
const COMMON_LOG = /(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})/
const EPOCH = /(?:^|[\s[=:"])(1\d{12}|1\d{9}(?:\.\d{1,6})?)(?=$|[\s\]",])/

/** The time that a text names, in ms since the epoch; in UTC where it names no zone. */
export function timeIn(text: string): number | undefined {
  const iso = ISO.exec(text)?.[0]
  if (iso !== undefined) return fromIso(iso)
  const [, day, month, year, time, zone] = COMMON_LOG.exec(text) ?? []
  if (day !== undefined) return known(Date.parse(`${day} ${month} ${year} ${time} ${zone}`))
  const epoch = EPOCH.exec(text)?.[1]
  return epoch === undefined ? undefined : fromEpoch(Number(epoch))
}

function fromIso(text: string): number | undefined {
  const zone = / ?(Z|UTC|[+-]\d\d:?\d\d)$/.exec(text.slice(16))
  const wall = (zone === null ? text : text.slice(0, 16 + zone.index)).replace(' ', 'T')
  const offset = zone?.[1]?.replace('UTC', 'Z').replace(/^(...)(\d\d)$/, '$1:$2') ?? 'Z'
  return known(Date.parse(wall.replace(',', '.') + offset))
}

/** Loggers write seconds, or milliseconds. */
const fromEpoch = (count: number): number => Math.round(count < 1e11 ? count * 1000 : count)

const known = (instant: number): number | undefined => (isNaN(instant) ? undefined : instant)

const FIELDS = ['receivedAt', 'time', 'timestamp', '@timestamp', 'ts', 'date', 'datetime', 't']

/** When a line was logged, by the field that loggers use for it. */
export function timeOfRecord(record: Readonly<Record<string, unknown>>): number | undefined {
  for (const field of FIELDS) {
    const value = record[field]
    if (typeof value === 'number' && value >= 1e8 && value < 1e14) return fromEpoch(value)
    const instant = typeof value === 'string' ? timeIn(value) : undefined
    if (instant !== undefined) return instant
  }
  return undefined
}
