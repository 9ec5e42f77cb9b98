import { SMALLEST_IN_MICROSECONDS, SMALLEST_IN_MS, SMALLEST_IN_SECONDS } from '../event/instant.ts'

/**
 * What a count of something other than ms seems to be in: outside of the years 1973 to 5138, it is
 * seconds or microseconds.
 */
export const otherUnitOf = (count: number): 'seconds' | 'microseconds' | undefined =>
  count < SMALLEST_IN_MS
    ? 'seconds'
    : count >= SMALLEST_IN_MICROSECONDS
      ? 'microseconds'
      : undefined

/** Tells which of the instants of one clock is in another unit than the rest. */
export function mixedUnits(
  instants: Iterable<number | undefined>,
): (instant: number) => 'seconds' | 'microseconds' | undefined {
  let isAfterSeconds = false
  let isInMs = false
  for (const instant of instants) {
    if (!Number.isFinite(instant)) continue
    const unit = otherUnitOf(instant!)
    isAfterSeconds ||= unit !== 'seconds'
    isInMs ||= unit === undefined
  }
  return (instant) => {
    const unit = otherUnitOf(instant)
    if (unit === 'seconds')
      return isAfterSeconds && instant >= SMALLEST_IN_SECONDS ? unit : undefined
    return isInMs ? unit : undefined
  }
}
