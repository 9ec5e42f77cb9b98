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
export type Action = (typeof ACTIONS)[number]

/** From what is shown to an action. */
export interface AdviceTable {
  /** Pending, accepted, queued, sent; unknown before the deadline. */
  readonly open: Action
  /** The same, once slow. */
  readonly slow: Action
  /** Sent, where receipts are not expected; as `open` and `slow` where left out. */
  readonly sentBlind?: Action | undefined
  readonly delivered: Action
  /** Expired, and unknown once the window has closed. */
  readonly uncertain: Action
  /** Failed and undelivered, by reason; no reason reads as `unknown`. */
  readonly failed: Readonly<Record<FailureReason, Action>>
}

/** What a flow (OTP, alert, notification) wants of delivery: plain data. Durations are milliseconds. */
export interface Policy {
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
  readonly advice: AdviceTable
}
