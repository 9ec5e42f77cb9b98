import type { Failure } from '../event/failure.ts'
import { compareText, textOf } from '../event/order.ts'
import { FAILED, strongestOf, UNDELIVERED } from '../event/precedence.ts'
import { OUTCOMES, STATUSES } from '../event/status.ts'
import type { Policy } from '../policy/policy.ts'
import { failureOf } from './advice.ts'
import type { AttemptState, DeliveryState } from './delivery-state.ts'
import type { Message } from '../evidence/message.ts'
import type { Standing } from './standing.ts'
import { reviewOf, viewAt } from './view.ts'

type Draft<State> = { -readonly [Field in keyof State]: State[Field] }

/** The state of a message under a policy at an instant. */
export function judge(message: Message, policy: Policy, now: number): DeliveryState {
  const { id, start, lastReceivedAt } = message
  const instant = Math.max(now, lastReceivedAt)
  const view = viewAt(message, policy, instant)
  const { standings, shown, closed, slow, action, key } = view
  const reached = standings.map(reachedIn)
  const state = attemptState(shown, standings.length > 1 ? reached.reduce(earlier) : reachedIn(shown)) as Draft<DeliveryState>
  state.policy = policy.name
  if (id !== undefined) state.messageId = id
  state.outcome = OUTCOMES[state.status]
  if (start < Infinity) {
    state.windowStart = start
    state.deadline = start + policy.window
  }
  state.closed = closed
  state.slow = slow
  const reviewAt = reviewOf(message, policy, instant, view)
  if (reviewAt < Infinity) state.reviewAt = reviewAt
  if (lastReceivedAt > -Infinity) state.lastReceivedAt = lastReceivedAt
  state.advice = { action, duplicateRisk: standings.length === 0 || !standings.every(isProvedFailed) }
  state.attempts = standings.map((standing, i) => attemptState(standing, reached[i]!))
  state.key = key
  return state
}

function attemptState(standing: Standing, reached: readonly number[]): AttemptState {
  const { attempt, whole, status, settled, since, by } = standing
  const state: Draft<AttemptState> = {
    status: STATUSES[status]!,
    settled,
    strongest: STATUSES[strongestOf(whole.statuses)]!,
    conflict: attempt.conflict,
    providerMessageIds: distinct(attempt.providerMessageIds),
    receiptsExpected: !attempt.blind,
  }
  if (attempt.id !== undefined) state.attemptId = attempt.id
  if (attempt.provider !== undefined) state.provider = attempt.provider
  if (since < Infinity) state.since = since
  if (by !== undefined) state.by = by
  if (attempt.confirmedBy !== undefined) state.confirmedBy = attempt.confirmedBy
  if (reached[1]! < Infinity) state.acceptedAt = reached[1]!
  if (reached[2]! < Infinity) state.queuedAt = reached[2]!
  if (reached[3]! < Infinity) state.sentAt = reached[3]!
  if (reached[4]! < Infinity) state.unknownAt = reached[4]!
  if (reached[5]! < Infinity) state.expiredAt = reached[5]!
  if (reached[6]! < Infinity) state.failedAt = reached[6]!
  if (reached[7]! < Infinity) state.undeliveredAt = reached[7]!
  if (reached[8]! < Infinity) state.deliveredAt = reached[8]!
  if (attempt.start < Infinity) state.startedAt = attempt.start
  const failure = failureOf(standing)
  if (failure !== undefined) state.failure = JSON.parse(textOf(failure)) as Failure
  return state
}

const distinct = (ids: readonly string[]): readonly string[] => (ids.length > 1 ? [...new Set(ids)].sort(compareText) : [...ids])

/** Where the clock set the status, the deadline is when it was reached. */
const reachedIn = ({ whole, status, by, since }: Standing): readonly number[] =>
  by === 'clock' ? whole.reached.map((time, rank) => (rank === status ? since : time)) : whole.reached

const earlier = (a: readonly number[], b: readonly number[]): readonly number[] => a.map((time, rank) => Math.min(time, b[rank]!))

/** No copy of it can be on the phone. */
function isProvedFailed({ attempt, whole }: Standing): boolean {
  const strongest = strongestOf(whole.statuses)
  return (strongest === FAILED || strongest === UNDELIVERED) && !attempt.deliveryClaimed
}
