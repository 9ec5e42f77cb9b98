import { DELIVERED, FAILED, has, SENT, UNKNOWN, type Rank } from '../event/precedence.ts'
import type { Action, Policy } from '../policy/policy.ts'
import type { Failure } from '../event/failure.ts'

/** What is shown, as far as advice asks. */
export interface Shown {
  readonly status: Rank
  readonly closed: boolean
  readonly slow: boolean
  /** Receipts are not expected. */
  readonly blind: boolean
  readonly failure: Failure | undefined
  readonly attempts: number
  /** Delivery is claimed somewhere in the message. */
  readonly deliveryClaimed: boolean
}

/** Nothing final is claimed, and waiting may help. */
export const isWaiting = (status: Rank, closed: boolean): boolean => status <= SENT || (status === UNKNOWN && !closed)

/** The table's cell, and the three rules that stand above it. */
export function adviceFor(shown: Shown, policy: Policy): Action {
  let action = cellFor(shown, policy)
  if (shown.failure?.permanent === true && action === 'resend') action = 'other-channel'
  if (shown.attempts >= policy.maxAttempts && (action === 'resend' || action === 'offer-resend')) action = 'other-channel'
  const claimedNotShown = shown.deliveryClaimed && shown.status !== DELIVERED
  return claimedNotShown && (action === 'resend' || action === 'other-channel' || action === 'escalate') ? 'hold' : action
}

function cellFor({ status, closed, slow, blind, failure }: Shown, { advice }: Policy): Action {
  if (status === DELIVERED) return advice.delivered
  if (has(FAILED, status)) return advice.failed[failure?.reason ?? 'unknown']
  if (!isWaiting(status, closed)) return advice.uncertain
  const waiting = slow ? advice.slow : advice.open
  return blind && status === SENT ? (advice.sentBlind ?? waiting) : waiting
}
