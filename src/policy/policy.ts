import type { FailureReason } from '../event/failure.ts'
import type { Status } from '../event/status.ts'

/** What the product should do next. */
export const ACTIONS = /* @__PURE__ */ Object.freeze([
  'wait',
  'offer-resend',
  'poll',
  'resend',
  'other-channel',
  'fix',
  'hold',
  'escalate',
  'stop',
  'done',
] as const)
/**
 * What the product should do next.
 *
 * - `wait`: show neutral waiting, claim nothing
 * - `offer-resend`: let the user ask for another one; never resend by itself
 * - `poll`: ask the provider's API for the state, and feed the answer in as an event
 * - `resend`: submit the same text again, after a back-off of its own
 * - `other-channel`: use voice, mail or push
 * - `fix`: correct text, sender or account before anything else
 * - `hold`: do nothing automatic; keep the evidence for support
 * - `escalate`: tell a person or the next channel that the message may not have arrived
 * - `stop`: end here: do not contact this number about it again
 * - `done`: nothing more to do
 */
export type Action = (typeof ACTIONS)[number]

/** From what is shown to an action. */
export interface AdviceTable {
  /** Pending, accepted, queued, sent; unknown before the deadline. */
  readonly open: Action
  /** The same, once slow. */
  readonly slow: Action
  /** Sent, where receipts are not expected; as `open` and `slow` where left out. */
  readonly sentBlind?: Action | undefined
  /** Delivered. */
  readonly delivered: Action
  /** Expired, and unknown once the window has closed. */
  readonly uncertain: Action
  /** Failed and undelivered, by reason; no reason reads as `unknown`. */
  readonly failed: Readonly<Record<FailureReason, Action>>
}

/**
 * What a flow (OTP, alert, notification) wants of delivery: plain data. Durations are milliseconds.
 */
export interface Policy {
  /** The flow's name; a new version of a policy is a new flow. */
  readonly name: string
  /** Statuses that stay once the window has closed; `delivered` is always among them. */
  readonly terminal: readonly Status[]
  /** How long the message is worth waiting for, from its start to its deadline. */
  readonly window: number
  /** What silence means at the deadline. */
  readonly silence: 'expired' | 'unknown'
  /** After how long an open message counts as slow. */
  readonly slowAfter: number
  /** How many submissions the flow allows, from 1. */
  readonly maxAttempts: number
  /** What to do, by what is shown. */
  readonly advice: AdviceTable
}
