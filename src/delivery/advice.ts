import { DELIVERED, FAILED, SENT, UNKNOWN, type Rank } from '../event/precedence.ts'
import type { Failure } from '../event/failure.ts'
import { isDeliveryClaimed } from '../message/attempt.ts'
import type { Action, Policy } from '../policy/policy.ts'
import type { Standing } from './attempt-status.ts'

/** Nothing final is claimed, and waiting may help. */
export const isWaiting = (status: Rank, closed: boolean): boolean => status <= SENT || (status === UNKNOWN && !closed)

/** The cell of the policy's table, and the three rules that stand above it. */
export function adviceFor(
  shown: Standing,
  standings: readonly Standing[],
  policy: Policy,
  closed: boolean,
  slow: boolean,
): Action {
  let action = cellFor(shown, policy, closed, slow)
  if (action === 'resend' && failureOf(shown)?.permanent === true) action = 'other-channel'
  if ((action === 'resend' || action === 'offer-resend') && standings.length >= policy.maxAttempts) action = 'other-channel'
  const holds = action === 'resend' || action === 'other-channel' || action === 'escalate'
  return holds && shown.status !== DELIVERED && standings.some(({ attempt }) => isDeliveryClaimed(attempt)) ? 'hold' : action
}

/** Why it is not delivered, where anybody said so. */
export const failureOf = ({ status, attempt }: Standing): Failure | undefined =>
  status === DELIVERED ? undefined : attempt.failure?.failure

function cellFor(shown: Standing, { advice }: Policy, closed: boolean, slow: boolean): Action {
  const { status, attempt } = shown
  if (status === DELIVERED) return advice.delivered
  if (status >= FAILED) return advice.failed[failureOf(shown)?.reason ?? 'unknown']
  if (!isWaiting(status, closed)) return advice.uncertain
  const waiting = slow ? advice.slow : advice.open
  return attempt.blind && status === SENT ? (advice.sentBlind ?? waiting) : waiting
}
