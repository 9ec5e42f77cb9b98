import {
  notification,
  reduce,
  type DeliveryEvent,
  type DeliveryState,
  type Policy,
} from 'sms-delivery-state'

/** Submitted at 0, and delivered after so many ms; without them still open. */
export function timed(
  ms: number | undefined,
  policy: Policy = notification,
  now = 0,
): DeliveryState {
  const submitted: DeliveryEvent = { status: 'pending', receivedAt: 0, source: 'service' }
  return reduce(
    ms === undefined ? [submitted] : [submitted, { status: 'delivered', receivedAt: ms }],
    policy,
    now,
  )
}
