import { throwMisuse, type Place } from './throw-misuse.ts'

const INSTANT = 'a finite number of ms since the epoch'

/** An instant is any finite number of ms since the epoch; -0 is 0. */
export function instantOf(value: unknown, where: Place, field: string): number {
  if (!Number.isFinite(value)) throwMisuse(where, field, INSTANT, value, remedyFor(value))
  return (value as number) + 0
}

/** An instant that may be left out. */
export function checkInstant(value: unknown, where: Place, field: string): void {
  if (value !== undefined) instantOf(value, where, field)
}

/** `now` cannot be left out: the library reads no clock. */
export const checkNow = (now: unknown, where: Place): void => checkOwnInstant(now, where, 'now')

/** An instant of the caller's own clock that cannot be left out. */
export function checkOwnInstant(value: unknown, where: Place, field: string): void {
  if (!Number.isFinite(value))
    throwMisuse(where, field, INSTANT, value, remedyFor(value) ?? 'Pass Date.now().')
}

/** What to write instead of a value that means an instant and is no number. */
function remedyFor(value: unknown): string | undefined {
  if (isDate(value)) return 'Pass its .getTime().'
  if (typeof value === 'string') return 'Pass Date.parse(…) of it.'
  if (typeof value === 'bigint') return 'Pass Number(…) of it.'
  return undefined
}

/** Not by `instanceof`: the Date may come from another realm. A proxy or a getter may throw. */
function isDate(value: unknown): boolean {
  try {
    return Object.prototype.toString.call(value) === '[object Date]'
  } catch {
    return false
  }
}

/** From here on an instant in ms is in March 1973 or later, and one in seconds in the year 5138. */
export const SMALLEST_IN_MS = 1e11
/** From here on an instant in ms is in the year 5138 or later, and one in µs in March 1973. */
export const SMALLEST_IN_MICROSECONDS = 1e14
/** From here on an instant in seconds is in March 1973; what is smaller is a test's own. */
export const SMALLEST_IN_SECONDS = 1e8

/** An event's instant by the caller's own clock; `Infinity` where it has none. */
interface Received {
  readonly receivedAt: number
}

/**
 * Throws where the instants of one call mix units: `now` and every `receivedAt` come from the
 * caller's own clock, so one in seconds or microseconds among them is a mistake.
 */
export function checkClock(
  events: readonly Received[],
  now: number | undefined,
  where: Place,
  fieldOf = (i: number) => `events[${i}].receivedAt`,
): void {
  let low = Infinity
  let high = -Infinity
  for (const { receivedAt } of events) {
    if (receivedAt >= SMALLEST_IN_SECONDS) low = Math.min(low, receivedAt)
    if (receivedAt < Infinity) high = Math.max(high, receivedAt)
  }
  if (now !== undefined) {
    if (now >= SMALLEST_IN_SECONDS) low = Math.min(low, now)
    high = Math.max(high, now)
  }
  if (high < SMALLEST_IN_MS) return
  const isInSeconds = low < SMALLEST_IN_MS
  if (!isInSeconds && (high < SMALLEST_IN_MICROSECONDS || low >= SMALLEST_IN_MICROSECONDS)) return
  const instant = isInSeconds ? low : high
  const index = events.findIndex(({ receivedAt }) => receivedAt === instant)
  const remedy = isInSeconds
    ? 'It is in seconds, it seems: multiply by 1000.'
    : 'It is in microseconds, it seems: divide by 1000.'
  throwMisuse(
    where,
    index < 0 ? 'now' : fieldOf(index),
    'in ms, as the others are',
    instant,
    remedy,
  )
}
