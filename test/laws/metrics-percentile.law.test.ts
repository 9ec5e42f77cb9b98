import fc from 'fast-check'
import { deliveryCurve, mergeSummaries, percentile, summarize } from 'sms-delivery-state/metrics'
import { expect } from 'vitest'
import { bucketOf, RELATIVE_ERROR, timeOf } from '../../src/metrics/buckets.ts'
import { law } from './law.ts'
import { exactPercentile, groupOf, type Watched } from './metrics.ts'

/** From a millisecond to some weeks. */
const ms = fc
  .tuple(fc.integer({ min: 1_000, max: 10_000 }), fc.integer({ min: -3, max: 5 }))
  .map(([n, zeros]) => n * 10 ** zeros)

const messages: fc.Arbitrary<Watched[]> = fc.array(fc.record({ ms, isDelivered: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
})
const share = fc.constantFrom(0.1, 0.5, 0.9, 0.95, 0.99, 1)

law(
  'a time read back is wrong by 2 % at most',
  fc.property(ms, (time) => {
    expect(Math.abs(timeOf(bucketOf(time)) / time - 1)).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-12)
  }),
)

law(
  'a percentile is that of the exact Kaplan–Meier estimator over times that are wrong by 2 % at most',
  fc.property(messages, share, (list, p) => {
    const rounded = list.map((each) => ({ ...each, ms: timeOf(bucketOf(each.ms)) }))
    expect(percentile(groupOf(list), p)).toBe(exactPercentile(rounded, p))
  }),
)

law(
  'where no delivery shares its bucket with an open message, a percentile itself is wrong by 2 % at most',
  fc.property(messages, share, (list, p) => {
    const taken = new Set(
      list.filter(({ isDelivered }) => isDelivered).map((each) => bucketOf(each.ms)),
    )
    const apart = list.filter((each) => each.isDelivered || !taken.has(bucketOf(each.ms)))
    const [ours, exact] = [percentile(groupOf(apart), p), exactPercentile(apart, p)]
    expect(ours === undefined).toBe(exact === undefined)
    if (ours !== undefined && exact !== undefined)
      expect(Math.abs(ours / exact - 1)).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-12)
  }),
)

law(
  'a percentile lies between those of a world where the open were watched a little less, and a little more',
  fc.property(messages, share, (list, p) => {
    const watchedTimes = (factor: number) =>
      list.map((each) => (each.isDelivered ? each : { ...each, ms: each.ms * factor }))
    const ours = percentile(groupOf(list), p) ?? Infinity
    // An open one that was watched less counts less: the rest looks faster.
    const least = exactPercentile(watchedTimes(0.96), p) ?? Infinity
    const most = exactPercentile(watchedTimes(1.0409), p) ?? Infinity
    expect(ours).toBeGreaterThanOrEqual(least * (1 - RELATIVE_ERROR - 1e-12))
    expect(ours).toBeLessThanOrEqual(most * (1 + RELATIVE_ERROR + 1e-12))
  }),
)

law(
  'open messages never make a percentile shorter',
  fc.property(messages, ms, share, (list, time, p) => {
    const [before, after] = [groupOf(list), groupOf([...list, { ms: time, isDelivered: false }])]
    expect(percentile(after, p) ?? Infinity).toBeGreaterThanOrEqual(
      percentile(before, p) ?? Infinity,
    )
  }),
)

law(
  'the curve rises from 0 to 1 at most, also of merged summaries',
  fc.property(messages, messages, (some, others) => {
    const parts = [some, others].map((list) => ({ v: 1 as const, groups: [groupOf(list)] }))
    for (const group of mergeSummaries(...parts, summarize([])).groups) {
      const curve = deliveryCurve(group)
      expect(group).toEqual(groupOf([...some, ...others]))
      curve.forEach(({ ms: at, share: reached }, i) => {
        expect(at).toBeGreaterThan(curve[i - 1]?.ms ?? 0)
        expect(reached).toBeGreaterThan(curve[i - 1]?.share ?? 0)
        expect(reached).toBeLessThanOrEqual(1)
      })
    }
  }),
)
