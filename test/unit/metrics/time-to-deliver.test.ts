import {
  notification,
  otp,
  reduce,
  type DeliveryEvent,
  type DeliveryState,
} from 'sms-delivery-state'
import { percentile, summarize, totalOf } from 'sms-delivery-state/metrics'
import { describe, expect, test } from 'vitest'
import { timeToDeliver } from '../../../src/metrics/time-to-deliver.ts'
import { timed } from './timed.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const submitted: DeliveryEvent = { status: 'pending', receivedAt: 1_000 }
const time = (events: readonly DeliveryEvent[], now?: number, policy = otp) =>
  timeToDeliver(reduce(events, policy, now ?? 0), now)

describe('the time to deliver', () => {
  test('is from the submission to the receipt, by our own clock', () =>
    expect(time([submitted, { status: 'delivered', receivedAt: 5_000, occurredAt: 500 }])).toEqual({
      kind: 'delivered',
      ms: 4_000,
    }))

  test('is from the first attempt on, though the second is shown', () => {
    const of = (attemptId: string) => ({ messageId: 'm', attemptId })
    const events: DeliveryEvent[] = [
      { ...submitted, ...of('1') },
      { ...of('2'), status: 'pending', receivedAt: 40_000 },
      { ...of('2'), status: 'delivered', receivedAt: 43_000 },
    ]
    expect(reduce(events, otp, 0).startedAt).toBe(40_000)
    expect(time(events)).toEqual({ kind: 'delivered', ms: 42_000 })
  })

  test('of a scheduled message is from its schedule on', () =>
    expect(
      time([
        { ...submitted, scheduledFor: DAY },
        { status: 'delivered', receivedAt: DAY + 3_000 },
      ]),
    ).toEqual({ kind: 'delivered', ms: 3_000 }))

  test('is never negative: one that came before its schedule has none', () =>
    expect(
      time([
        { ...submitted, scheduledFor: DAY },
        { status: 'delivered', receivedAt: 5_000 },
      ]),
    ).toEqual({ kind: 'noStart' }))

  test('is not known where the delivery is the first that is known', () =>
    expect(time([{ status: 'delivered', receivedAt: 5_000 }])).toEqual({ kind: 'noStart' }))

  test('is not known where the server that recorded the submission was ahead', () =>
    expect(time([submitted, { status: 'delivered', receivedAt: 900 }])).toEqual({
      kind: 'noStart',
    }))

  test("is never taken from a provider's clock", () =>
    expect(
      time([
        { status: 'sent', occurredAt: 1_000 },
        { status: 'delivered', occurredAt: 4_000 },
      ]),
    ).toEqual({ kind: 'noTime' }))

  test('is not known where the delivered carries no time', () =>
    expect(time([submitted, { status: 'delivered' }])).toEqual({ kind: 'noTime' }))

  test('of a late one, which is not shown, counts as well', () => {
    const events: DeliveryEvent[] = [submitted, { status: 'delivered', receivedAt: 10 * MINUTE }]
    expect(reduce(events, otp, 0).status).toBe('expired')
    expect(time(events)).toEqual({ kind: 'delivered', ms: 10 * MINUTE - 1_000 })
  })

  test('of a long text is that of its last segment', () => {
    const part = (index: number, receivedAt: number): DeliveryEvent => ({
      status: 'delivered',
      receivedAt,
      segment: { index, count: 2 },
    })
    expect(time([submitted, part(2, 3_000), part(1, 9_000)])).toEqual({
      kind: 'delivered',
      ms: 8_000,
    })
  })
})

describe('what is not delivered', () => {
  test('is open until now, past the deadline too', () => {
    expect(time([submitted], 3_000)).toEqual({ kind: 'open', ms: 2_000 })
    expect(time([submitted], 9 * MINUTE + 1_000)).toEqual({ kind: 'open', ms: 9 * MINUTE })
  })

  test('is open until the last receipt at the least', () =>
    expect(time([submitted, { status: 'sent', receivedAt: 9_000 }], 3_000)).toEqual({
      kind: 'open',
      ms: 8_000,
    }))

  test('is open for good without a now', () =>
    expect(timeToDeliver(timed(undefined))).toEqual({ kind: 'open', ms: Infinity }))

  test('but failed has no time, be it known in time or late', () => {
    const failedAt = (receivedAt: number) =>
      time([submitted, { status: 'undelivered', receivedAt }])
    expect(failedAt(2_000)).toEqual({ kind: 'failed' })
    expect(failedAt(10 * MINUTE)).toEqual({ kind: 'failed' })
  })

  test('is open while one of its attempts is, whatever became of the other', () => {
    const of = (attemptId: string) => ({ messageId: 'm', attemptId })
    const events: DeliveryEvent[] = [
      { ...submitted, ...of('1') },
      { ...of('2'), status: 'failed', receivedAt: 4_000 },
    ]
    expect(time(events, 9_000)).toEqual({ kind: 'open', ms: 8_000 })
    expect(time([...events, { ...of('1'), status: 'failed', receivedAt: 5_000 }], 9_000)).toEqual({
      kind: 'failed',
    })
  })
})

describe('a summary', () => {
  const group = (states: readonly DeliveryState[], now?: number) =>
    totalOf(summarize(states, { now }))

  test('counts what was left out', () => {
    const states = [
      reduce([submitted, { status: 'failed', receivedAt: 2_000 }], otp, 0),
      reduce([{ status: 'delivered' }], otp, 0),
      reduce([{ status: 'delivered', receivedAt: 5 }], otp, 0),
      timed(20),
    ]
    const { untimed, deliveredAfter, openAfter } = group(states)
    expect(untimed).toEqual({ failed: 1, noTime: 1, noStart: 1 })
    expect([deliveredAfter.length, openAfter]).toEqual([1, []])
  })

  test('the naive percentile, which drops the open, is wrong', () => {
    // Every second message is stuck: half of all will take more than ten minutes, if they come at
    // all.
    const quick = Array.from({ length: 50 }, (_, i) => timed(1_000 + 10 * i))
    const stuck = Array.from({ length: 50 }, () => timed(undefined))
    const naive = percentile(group(quick), 0.9)
    expect(naive).toBeGreaterThan(1_400)
    expect(naive).toBeLessThan(1_500)
    expect(percentile(group([...quick, ...stuck], 10 * MINUTE), 0.9)).toBeUndefined()
  })

  test('to censor the lost at the deadline would flatter, since late deliveries count', () => {
    // 8 in time, 1 late, 1 never: 90 % are delivered after 80 h, and 95 % never.
    const late = 80 * 60 * MINUTE
    const states = [
      ...Array.from({ length: 8 }, () => timed(1_000)),
      timed(late),
      timed(undefined, notification, late + MINUTE),
    ]
    const honest = group(states, late + MINUTE)
    expect(percentile(honest, 0.9)! / late).toBeCloseTo(1, 1)
    expect(percentile(honest, 0.95)).toBeUndefined()
  })
})
