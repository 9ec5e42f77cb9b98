/**
 * What a count of something other than ms seems to be in: outside of the years 1973 to 5138, it is
 * seconds or microseconds.
 */
export const otherUnitOf = (count: number): 'seconds' | 'microseconds' | undefined =>
  count < 1e11 ? 'seconds' : count >= 1e14 ? 'microseconds' : undefined

/**
 * From here on, an instant in seconds is in March 1973 or later; what is smaller is a test's own.
 */
const SMALLEST_IN_SECONDS = 1e8

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
