/*
 * A log-scaled histogram in the manner of DDSketch (https://arxiv.org/abs/1908.10693): every bucket
 * is as wide as a fixed share of its time, so that a time read back is wrong by 2 % at most.
 *
 * Why no library: two histograms with the same buckets are needed here (deliveries, and how long
 * the others were watched), as plain JSON, and their buckets one by one. `hdr-histogram-js` brings
 * 60 kB and a binary encoding; `@datadog/sketches-js` does not bundle without protobufjs. This file
 * is all that we would use of either.
 */

/** A time read back from its bucket is wrong by this share at most. */
export const RELATIVE_ERROR = 0.02

/** Holds whatever takes longer than about a hundred years. */
export const LAST_BUCKET = 720

// By multiplication, which all engines do alike; logarithms differ in the last digit.
const EDGES = /* @__PURE__ */ edges()

function edges(): Float64Array {
  const gamma = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR)
  const list = new Float64Array(LAST_BUCKET + 1)
  for (let i = 0, edge = 1; i <= LAST_BUCKET; i++, edge *= gamma) list[i] = edge
  return list
}

/**
 * The bucket of a time: 0 holds what takes 1 ms or less, bucket i what takes more than γ^(i-1) and
 * at most γ^i ms, where γ is 1.02 / 0.98.
 *
 * @param ms may be infinite
 */
export function bucketOf(ms: number): number {
  let low = 0
  let high = LAST_BUCKET
  while (low < high) {
    const middle = (low + high) >> 1
    if (EDGES[middle]! >= ms) high = middle
    else low = middle + 1
  }
  return low
}

/** The time of a bucket in ms: as far, in shares, from its lower edge as from its upper one. */
export const timeOf = (bucket: number): number => (EDGES[bucket] ?? Infinity) * (1 - RELATIVE_ERROR)
