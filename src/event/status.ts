/**
 * The nine statuses, weakest first. The order is the precedence, and it is the same for every
 * policy.
 */
export const STATUSES = /* @__PURE__ */ Object.freeze([
  'pending',
  'accepted',
  'queued',
  'sent',
  'unknown',
  'expired',
  'failed',
  'undelivered',
  'delivered',
] as const)

/**
 * How far a message got: what an event claims, or what is concluded.
 *
 * - `pending`: the service has submitted it, or means to; nobody has answered
 * - `accepted`: the platform took the request
 * - `queued`: it waits: processing, route selection, rate limit, schedule
 * - `sent`: it was handed to a downstream provider or carrier
 * - `unknown`: no reliable final signal came, or the provider says so
 * - `expired`: the delivery window ended without a delivery report
 * - `failed`: it was refused before it reached the network
 * - `undelivered`: it reached a carrier, which reported non-delivery
 * - `delivered`: a carrier or the handset reported delivery; nobody need have read it
 */
export type Status = (typeof STATUSES)[number]

/**
 * What a status comes to.
 *
 * - `open`: something final may still come
 * - `uncertain`: it is over without a proof
 * - `failed`: it is known not to be delivered
 * - `delivered`: it is known to be delivered
 */
export type Outcome = 'open' | 'uncertain' | 'failed' | 'delivered'

/** The outcome of each status. */
export const OUTCOMES: Readonly<Record<Status, Outcome>> = /* @__PURE__ */ Object.freeze({
  pending: 'open',
  accepted: 'open',
  queued: 'open',
  sent: 'open',
  unknown: 'uncertain',
  expired: 'uncertain',
  failed: 'failed',
  undelivered: 'failed',
  delivered: 'delivered',
})
