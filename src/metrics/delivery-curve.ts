import { throwMisuse } from '../event/throw-misuse.ts'
import { timeOf } from './buckets.ts'
import { checkGroup } from './check-summary.ts'
import { countIn } from './counts.ts'
import type { GroupSummary } from './summary.ts'

/** By `ms` after its start a message is delivered with this chance, from 0 to 1. */
export interface CurvePoint {
  readonly ms: number
  readonly share: number
}

/**
 * The time to deliver of the messages that did not fail, as a curve that rises: the Kaplan–Meier
 * estimator (https://en.wikipedia.org/wiki/Kaplan%E2%80%93Meier_estimator). A message that is not
 * delivered yet counts among those that may be for as long as it was watched, so the slow ones are
 * not forgotten because they are still open:
 *
 *     delivered after 1 s, 2 s and 9 s; open since 5 s
 *     1 s: 1 of 4          2 s: 1 of 3 left           9 s: the only one left
 *     ^^^ share 0.25       ^^^ share 0.5              ^^^ share 1; without the open one 2 s is 0.67
 *
 * The times are those of the buckets, 2 % wrong at most. In one bucket deliveries go first: so it
 * is the exact estimator of times each of which is wrong by 2 % at most.
 *
 * @returns a point for each time at which the curve rises; none where nothing was delivered
 * @throws TypeError for what is no group of a summary
 */
export function deliveryCurve(group: GroupSummary): CurvePoint[] {
  checkGroup(group, 'deliveryCurve: ', 'group')
  return curveOf(group)
}

function curveOf({ deliveredAfter, openAfter }: GroupSummary): CurvePoint[] {
  const points: CurvePoint[] = []
  let atRisk = countIn(deliveredAfter) + countIn(openAfter)
  let undelivered = 1
  let next = 0
  for (const [bucket, delivered] of deliveredAfter) {
    for (; next < openAfter.length && openAfter[next]![0] < bucket; next++)
      atRisk -= openAfter[next]![1]
    undelivered *= (atRisk - delivered) / atRisk
    atRisk -= delivered
    points.push({ ms: timeOf(bucket), share: 1 - undelivered })
  }
  return points
}

/** Products of shares are off in the last digits: 9 of 10 is 90 % all the same. */
const ROUNDING = 1e-9

/**
 * By when a share of the messages that did not fail is delivered, in ms. Undefined where so many
 * were never seen to be delivered that nobody can tell.
 *
 * @param share above 0, up to 1: 0.95 for p95
 * @throws TypeError for another share, and for what is no group of a summary
 * @example
 * ```ts
 * const pending = { status: 'pending', receivedAt: 0 } as const
 * const delivered = { status: 'delivered', receivedAt: 4_000 } as const
 * const states = [reduce([pending, delivered], otp, 60_000), reduce([pending], otp, 60_000)]
 * const group = totalOf(summarize(states, { now: 60_000 }))
 * console.log((percentile(group, 0.5) / 1000).toFixed(1), percentile(group, 0.9)) // → 4.0 undefined
 * ```
 */
export function percentile(group: GroupSummary, share: number): number | undefined {
  checkGroup(group, 'percentile: ', 'group')
  if (typeof share !== 'number' || !(share > 0 && share <= 1))
    throwMisuse('percentile: ', 'share', 'a number above 0, 1 at most', share, 'Pass 0.95 for p95.')
  return timeAt(curveOf(group), share)
}

const timeAt = (curve: readonly CurvePoint[], share: number): number | undefined =>
  curve.find((point) => point.share >= share - ROUNDING)?.ms

/** In ms; absent where it is not reached. */
export interface Percentiles {
  readonly p50?: number
  readonly p90?: number
  readonly p95?: number
  readonly p99?: number
}

/**
 * The usual percentiles of the time to deliver, in ms.
 *
 * @throws TypeError for what is no group of a summary
 */
export function percentilesOf(group: GroupSummary): Percentiles {
  checkGroup(group, 'percentilesOf: ', 'group')
  const curve = curveOf(group)
  const [p50, p90, p95, p99] = [0.5, 0.9, 0.95, 0.99].map((share) => timeAt(curve, share))
  return {
    ...(p50 !== undefined && { p50 }),
    ...(p90 !== undefined && { p90 }),
    ...(p95 !== undefined && { p95 }),
    ...(p99 !== undefined && { p99 }),
  }
}
