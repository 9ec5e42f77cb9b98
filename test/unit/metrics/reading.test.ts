import { otp, reduce } from 'sms-delivery-state'
import {
  deliveryCurve,
  percentile,
  percentilesOf,
  rateOf,
  ratesOf,
  summarize,
  totalOf,
} from 'sms-delivery-state/metrics'
import { describe, expect, test } from 'vitest'
import { bucketOf, LAST_BUCKET, timeOf } from '../../../src/metrics/buckets.ts'
import { exactPercentile, groupOf } from '../../laws/metrics.ts'
import { timed } from './timed.ts'

const delivered = (ms: number) => ({ ms, isDelivered: true })
const open = (ms: number) => ({ ms, isDelivered: false })

describe('buckets', () => {
  test.each([
    [0, 0],
    [1, 0],
    [1.000001, 1],
    [1.02 / 0.98, 1],
    [1.0409, 2],
    [Number.MAX_VALUE, LAST_BUCKET],
    [Infinity, LAST_BUCKET],
  ])('%d ms are in bucket %d', (ms, bucket) => expect(bucketOf(ms)).toBe(bucket))

  test('each edge is in its own bucket, and the last holds a hundred years', () => {
    for (let bucket = 1; bucket <= LAST_BUCKET; bucket++)
      expect(bucketOf(timeOf(bucket))).toBe(bucket)
    expect(timeOf(LAST_BUCKET) / (365 * 86_400_000)).toBeGreaterThan(95)
  })
})

describe('the estimator', () => {
  // Survival by hand: 5/6, then 4/5 of it, then 2/3 of that;
  // https://en.wikipedia.org/wiki/Kaplan%E2%80%93Meier_estimator
  const messages = [
    delivered(1_000),
    delivered(2_000),
    open(3_000),
    delivered(5_000),
    open(6_000),
    open(7_000),
  ]

  test('is that of the textbook', () => {
    const shares = deliveryCurve(groupOf(messages)).map(({ share }) => share)
    expect(shares).toHaveLength(3)
    for (const [i, share] of [1 / 6, 1 / 3, 1 - (2 / 3) * (2 / 3)].entries())
      expect(shares[i]).toBeCloseTo(share, 12)
  })

  test('reaches what it reaches, and no more', () => {
    const group = groupOf(messages)
    expect(percentile(group, 1 / 6)! / 1_000).toBeCloseTo(1, 1)
    expect(percentile(group, 0.5)! / 5_000).toBeCloseTo(1, 1)
    expect(percentile(group, 0.56)).toBeUndefined()
    expect(percentilesOf(group)).toEqual({ p50: percentile(group, 0.5) })
    expect(exactPercentile(messages, 0.5)).toBe(5_000)
  })

  test('9 of 10 is 90 %, whatever the rounding of products', () => {
    const ten = [...Array.from({ length: 9 }, (_, i) => delivered(1_000 * (i + 1))), open(99_000)]
    expect(percentile(groupOf(ten), 0.9)! / 9_000).toBeCloseTo(1, 1)
  })

  test('all percentiles are there where all is delivered', () => {
    const { p50, p90, p95, p99 } = percentilesOf(
      groupOf(Array.from({ length: 100 }, (_, i) => delivered(1_000 * (i + 1)))),
    )
    for (const [actual, wanted] of [
      [p50, 50_000],
      [p90, 90_000],
      [p95, 95_000],
      [p99, 99_000],
    ] as const)
      expect(Math.abs(actual! / wanted - 1)).toBeLessThanOrEqual(0.02)
  })

  test('of nothing is nothing', () => {
    const none = totalOf(summarize([]))
    expect(deliveryCurve(none)).toEqual([])
    expect(percentilesOf(none)).toEqual({})
  })
})

describe('rates', () => {
  // As computed by hand from Wilson's formula.
  test.each([
    [10, 10, 0.7225, 1],
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [98, 100, 0.93, 0.9945],
  ])('%d of %d lies between %d and %d', (count, of, low, high) => {
    const rate = rateOf(count, of)
    expect(rate).toMatchObject({ count, of, share: count / of })
    expect(rate.low).toBeCloseTo(low, 3)
    expect(rate.high).toBeCloseTo(high, 3)
  })

  test('of nothing may be anything, and has no share', () =>
    expect(rateOf(0, 0)).toEqual({ count: 0, of: 0, low: 0, high: 1 }))

  test('stand on both denominators', () => {
    const silent = reduce([{ status: 'sent', receivedAt: 0 }], otp, 400_000)
    const failed = reduce([{ status: 'failed', receivedAt: 0 }], otp, 0)
    const rates = ratesOf(totalOf(summarize([timed(5), silent, failed])))
    expect(rates.delivered).toMatchObject({ count: 1, of: 3 })
    expect(rates.deliveredOfReported).toMatchObject({ count: 1, of: 2 })
    expect(rates.reported).toMatchObject({ count: 2, of: 3 })
    expect(rates.silent).toMatchObject({ count: 1, of: 3 })
  })
})
