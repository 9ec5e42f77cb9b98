/** Where the points of a picture stand, from left to right, in pixels. */
interface TimeScale {
  /** In the order of the instants. */
  readonly places: readonly number[]
  /** Where a stretch of time is drawn much shorter than it is. */
  readonly breaks: readonly number[]
  readonly end: number
}

/** How much the longest wait adds to the distance of two points. */
const STRETCH = 56

/**
 * Each point keeps its distance from the one before, so that near ones are never squeezed into one
 * spot. A longer wait is drawn longer, but only by its logarithm.
 *
 *     +0 ── +2s ── +3s ──//── +5min ──//── +7min3s
 *                        ^^ a break: the wait is far longer than it looks
 *
 * @param instants in their order; `-Infinity` for what has no time
 * @param distance the smallest one of two points
 */
export function timeScale(instants: readonly number[], distance: number, start: number): TimeScale {
  const waits = instants.map((instant, i) => instant - (instants[i - 1] ?? instant) || 0)
  const finite = waits.filter((wait) => wait < Infinity)
  const longest = Math.max(1, ...finite)
  const stretches = waits.map(
    (wait) => (STRETCH * Math.log1p(Math.min(wait, longest))) / Math.log1p(longest),
  )
  let end = start - distance / 2
  const places = stretches.map((stretch) => (end += distance + stretch))
  const share = finite.reduce((sum, wait) => sum + wait, 0) / (end - start)
  const breaks = places.filter(
    (_, i) => i > 0 && waits[i]! > 2 * share * (distance + stretches[i]!),
  )
  return { places, breaks: breaks.map((place) => place - distance / 2 - 10), end: end + distance }
}
