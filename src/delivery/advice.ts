import type { Failure } from '../event/failure.ts'
import { DELIVERED, FAILED, SENT, UNKNOWN, type Rank } from '../event/precedence.ts'
import { isDeliveryClaimed } from '../message/attempt.ts'
import type { Action, Policy } from '../policy/policy.ts'
import type { AttemptStatus } from './attempt-status.ts'

/** Nothing final is known, and waiting may help. */
export const isWaiting = (status: Rank, closed: boolean): boolean =>
  status <= SENT || (status === UNKNOWN && !closed)

/** What is shown of a message, as far as the advice depends on it. */
interface Advised {
  /** Of all attempts. */
  readonly statuses: readonly AttemptStatus[]
  readonly shown: AttemptStatus
  readonly failure: Failure | undefined
  readonly closed: boolean
  readonly slow: boolean
}

/** The cell of the policy's table, and the three rules that stand above it. */
export function actionFor(advised: Advised, policy: Policy): Action {
  const { statuses, shown, failure } = advised
  let action = cellFor(advised, policy)
  if (action === 'resend' && failure?.permanent === true) action = 'other-channel'
  if ((action === 'resend' || action === 'offer-resend') && statuses.length >= policy.maxAttempts)
    action = 'other-channel'
  const isRisky = action === 'resend' || action === 'other-channel' || action === 'escalate'
  if (!isRisky || shown.status === DELIVERED) return action
  return statuses.some(({ attempt }) => isDeliveryClaimed(attempt)) ? 'hold' : action
}

function cellFor({ shown, failure, closed, slow }: Advised, { advice }: Policy): Action {
  const { status, attempt } = shown
  if (status === DELIVERED) return advice.delivered
  if (status >= FAILED) return advice.failed[failure?.reason ?? 'unknown']
  if (!isWaiting(status, closed)) return advice.uncertain
  const waiting = slow ? advice.slow : advice.open
  return status === SENT && !attempt.receiptsExpected ? (advice.sentBlind ?? waiting) : waiting
}
