import fc from 'fast-check'
import { reduce, otp, type DeliveryState } from 'sms-delivery-state'
import { totalOf, summarize, type GroupSummary } from 'sms-delivery-state/metrics'
import { instant, message, policy } from './arbitraries.ts'

/** The state of any lawful message, with when its delivery was known. */
export const state: fc.Arbitrary<DeliveryState> = fc
  .tuple(message, policy, instant)
  .map(([events, flow, now]) => reduce(events, flow, now))

/**
 * A message that was delivered after so many ms, or of which is known that it was not until then.
 */
export interface Watched {
  readonly ms: number
  readonly isDelivered: boolean
}

const blank = reduce([{ status: 'pending', receivedAt: 0 }], otp, 0)
const delivered = reduce([{ status: 'delivered', receivedAt: 0 }], otp, 0)

/** All are watched until 0. */
export function groupOf(messages: readonly Watched[]): GroupSummary {
  const states = messages.map(({ ms, isDelivered }) => ({
    ...(isDelivered ? delivered : blank),
    windowStart: -ms,
    lastReceivedAt: -ms,
    ...(isDelivered && { deliveryKnownAt: 0 }),
  }))
  return totalOf(summarize(states, { now: 0 }))
}

/**
 * The estimator as the textbook has it, over the times themselves: the first at which a share is
 * delivered. Of what ends at the same time deliveries go first.
 */
export function exactPercentile(messages: readonly Watched[], share: number): number | undefined {
  const sorted = [...messages].sort(
    (a, b) => a.ms - b.ms || Number(b.isDelivered) - Number(a.isDelivered),
  )
  let undelivered = 1
  for (const [i, { ms, isDelivered }] of sorted.entries()) {
    if (isDelivered) undelivered *= 1 - 1 / (sorted.length - i)
    if (1 - undelivered >= share - 1e-9) return ms
  }
  return undefined
}
