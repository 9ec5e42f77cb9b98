/** The nine statuses, weakest first. The order is the precedence, and it is the same for every policy. */
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

/** What is claimed of a message, or concluded about it. See {@link STATUSES} for the order. */
export type Status = (typeof STATUSES)[number]

/** What a status comes to: still open, over without a proof, failed, or delivered. */
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
