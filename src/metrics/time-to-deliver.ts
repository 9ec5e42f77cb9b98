import type { DeliveryState } from '../delivery/delivery-state.ts'
import { isDeliveryClaimed, isFailed } from './facts.ts'

/** What a message tells about the time to deliver. */
export type TimeToDeliver =
  | { readonly kind: 'delivered' | 'open'; readonly ms: number }
  | { readonly kind: 'failed' | 'noTime' | 'noStart' }

/**
 * From the start of the message's window to the instant at which we knew that it was delivered,
 * both by our own clock. The window starts with the first thing that is known of the message, which
 * is our own submission if it was recorded, but not before its schedule:
 *
 *     pending ── sent ── pending (resent) ── delivered ── deadline ── now
 *     ^ windowStart      ^ startedAt         ^ deliveryKnownAt
 *     |<------------- time to deliver ------>|
 *
 * It is not counted from the `startedAt` of the attempt that is shown: who waited for a resend
 * waited from the first attempt on. It is never negative: where nothing was known before the
 * delivery (no submission was recorded, or a server whose clock is ahead recorded it), and where a
 * message was delivered before its schedule, there is no time to deliver, and the message counts as
 * `noStart`.
 *
 * The open and the lost are known to be undelivered until `now`, not only until the deadline: a
 * late receipt would have been seen, and counts as a delivery. To stop watching the lost at the
 * deadline, and only them, would make late deliveries look like all that was left.
 *
 * A message of which every attempt is reported as failed or undelivered, in time or late, has no
 * time to deliver. None of this asks the policy: what is known counts, not what is shown.
 *
 * @param now ms since the epoch; without it what is not delivered counts as never delivered
 */
export function timeToDeliver(state: DeliveryState, now = Infinity): TimeToDeliver {
  const { windowStart, lastReceivedAt, deliveryKnownAt } = state
  // Without any `receivedAt` the provider's clock stood in for ours.
  if (windowStart === undefined || lastReceivedAt === undefined) return { kind: 'noTime' }
  if (deliveryKnownAt !== undefined) {
    const ms = deliveryKnownAt - windowStart
    return ms > 0 ? { kind: 'delivered', ms } : { kind: 'noStart' }
  }
  if (isDeliveryClaimed(state)) return { kind: 'noTime' }
  return isFailed(state)
    ? { kind: 'failed' }
    : { kind: 'open', ms: Math.max(now, lastReceivedAt) - windowStart }
}
