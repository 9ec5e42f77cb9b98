import { definePolicy, notification, reduce, type DeliveryEvent, type DeliveryState, type Policy } from 'sms-delivery-state'

/** A window that never ends, and in which nothing but a delivery settles: so `since` is when the delivery was known. */
const patient = definePolicy('patient', notification, { terminal: ['delivered'], window: 1e15 })

/** The state with when its delivery was known, worked out beside the library. */
export function stateKnown(events: readonly DeliveryEvent[], policy: Policy, now: number): DeliveryState {
  const state = reduce(events, policy, now)
  const known = reduce(events, patient, now).attempts.map((attempt) =>
    attempt.status === 'delivered' ? attempt.since : undefined,
  )
  const attempts = state.attempts.map((attempt, i) => ({ ...attempt, deliveryKnownAt: known[i] }))
  const times = known.filter((time) => time !== undefined)
  return { ...state, attempts, deliveryKnownAt: times.length > 0 ? Math.min(...times) : undefined }
}

/** Submitted at 0, and delivered after so many ms; without them still open. */
export function timed(ms: number | undefined, policy: Policy = notification, now = 0): DeliveryState {
  const submitted: DeliveryEvent = { status: 'pending', receivedAt: 0, source: 'service' }
  return stateKnown(ms === undefined ? [submitted] : [submitted, { status: 'delivered', receivedAt: ms }], policy, now)
}
