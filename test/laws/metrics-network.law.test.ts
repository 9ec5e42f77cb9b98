import { notification, otp, reduce, type Policy } from 'sms-delivery-state'
import { percentile, summarize, totalOf } from 'sms-delivery-state/metrics'
import { providers } from 'sms-delivery-state/providers'
import { simulate, statusesOf, type Truth } from 'sms-delivery-state/testing'
import { describe, expect, it } from 'vitest'
import { RELATIVE_ERROR } from '../../src/metrics/buckets.ts'
import { exactPercentile, type Watched } from './metrics.ts'

/**
 * Those whose receipts tell every end. Where others are silent about a refusal, it looks as if the
 * message were on its way.
 */
const outspoken = Object.values(providers).filter((provider) =>
  (['failed', 'undelivered', 'delivered'] as const).every((end) =>
    statusesOf(provider).includes(end),
  ),
)

/**
 * A network whose receipts come at once, and come: then what we know is what truly happened, and
 * when.
 */
const truths = [
  ...simulate({
    seed: 21,
    messages: 3_000,
    providers: outspoken,
    chances: { vanished: 0.1, lost: 0, held: 0, contradicted: 0, resent: 0, segmented: 0 },
    delays: {
      deliver: { p50: 600_000, p90: 3_600_000, p99: 36_000_000, max: 86_400_000 },
      report: { p50: 0, p90: 0, p99: 0, max: 0 },
    },
    outages: { every: 1, lasts: 0 },
  }),
].flatMap((step) => (step.type === 'over' ? [step.truth] : []))

const submittedAt = ({ attempts }: Truth) => attempts[0]?.submittedAt ?? NaN
const fateOf = ({ attempts }: Truth) => attempts[0]?.parts[0]?.fate
const [start, end] = [Math.min(...truths.map(submittedAt)), Math.max(...truths.map(submittedAt))]

/** The true times of all that did not fail; what vanished is never delivered. */
const trueTimes = truths
  .filter((truth) => fateOf(truth) === 'delivered' || fateOf(truth) === 'vanished')
  .map((truth): Watched => ({
    ms: (truth.deliveredAt ?? Infinity) - submittedAt(truth),
    isDelivered: truth.deliveredAt !== undefined,
  }))

function groupAt(now: number, policy: Policy) {
  const states = truths
    .filter((truth) => submittedAt(truth) <= now)
    .map(({ events }) =>
      reduce(
        events.filter(({ receivedAt = NaN }) => receivedAt <= now),
        policy,
        now,
      ),
    )
  return totalOf(summarize(states, { now }))
}

describe.each([otp, notification])('for $name', (flow) => {
  it.each([0.1, 0.5, 0.8])(
    'when all is over, the time of a share of %s is the true one, wrong by a fiftieth at most',
    (share) => {
      const group = groupAt(end + 30 * 86_400_000, flow)
      const truth = exactPercentile(trueTimes, share) ?? NaN
      expect(Math.abs((percentile(group, share) ?? NaN) / truth - 1)).toBeLessThanOrEqual(
        RELATIVE_ERROR + 1e-12,
      )
      expect(group.untimed.noTime + group.untimed.noStart).toBe(0)
    },
  )

  it('a share that is never delivered is not reached', () => {
    expect(exactPercentile(trueTimes, 0.95)).toBeUndefined()
    expect(percentile(groupAt(end + 30 * 86_400_000, flow), 0.95)).toBeUndefined()
  })

  it('in the middle of the traffic, p50 is the true one but for chance, and the naive one is half of it', () => {
    const now = start + 1_500_000
    const group = groupAt(now, flow)
    // One in thirty is what chance does to half of a thousand messages.
    const [least, most] = [
      exactPercentile(trueTimes, 0.47) ?? NaN,
      exactPercentile(trueTimes, 0.53) ?? NaN,
    ]
    expect(percentile(group, 0.5)).toBeGreaterThan(least * (1 - RELATIVE_ERROR))
    expect(percentile(group, 0.5)).toBeLessThan(most * (1 + RELATIVE_ERROR))
    const naive = { ...group, openAfter: [] }
    expect(percentile(naive, 0.5)).toBeLessThan(least / 1.5)
  })
})
