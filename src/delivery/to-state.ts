import { copyOf } from '../event/failure.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { FAILED, strongestOf } from '../event/precedence.ts'
import { OUTCOMES, STATUSES } from '../event/status.ts'
import type { Policy } from '../policy/policy.ts'
import { failureOf } from './advice.ts'
import type { AttemptState, DeliveryState } from './delivery-state.ts'
import { isConflict, isDeliveryClaimed, type Attempt } from '../message/attempt.ts'
import type { Message } from '../message/message.ts'
import type { Standing } from './attempt-status.ts'
import { reviewOf, viewAt } from './shown.ts'

/** The state of a message under a policy at an instant. */
export function judge(message: Message, policy: Policy, now: number): DeliveryState {
  const { id, start, lastReceivedAt } = message
  const instant = Math.max(now, lastReceivedAt)
  const view = viewAt(message, policy, instant)
  const { standings, shown, deadline, closed, slow, action, key } = view
  const attempts = standings.map(attemptState)
  const state: Draft<DeliveryState> = {
    status: STATUSES[shown.status]!,
    settled: shown.settled,
    strongest: STATUSES[strongestOf(shown.statuses)]!,
    conflict: isConflict(shown.attempt),
    providerMessageIds: sortedIds(shown.attempt),
    receiptsExpected: !shown.attempt.blind,
    policy: policy.name,
    outcome: OUTCOMES[STATUSES[shown.status]!],
    closed,
    slow,
    advice: { action, duplicateRisk: standings.length === 0 || !standings.every(isProvedFailed) },
    attempts,
    key,
  }
  fill(state, shown, standings.length > 1 ? earliest(standings) : shown.reached)
  if (id !== undefined) state.messageId = id
  if (start < Infinity) {
    state.windowStart = start
    state.deadline = deadline
  }
  if (lastReceivedAt > -Infinity) state.lastReceivedAt = lastReceivedAt
  const reviewAt = reviewOf(message, policy, instant, view)
  if (reviewAt !== undefined) state.reviewAt = reviewAt
  return state
}

function attemptState(standing: Standing): AttemptState {
  const { attempt, statuses, status, settled, reached } = standing
  const state: Draft<AttemptState> = {
    status: STATUSES[status]!,
    settled,
    strongest: STATUSES[strongestOf(statuses)]!,
    conflict: isConflict(attempt),
    providerMessageIds: sortedIds(attempt),
    receiptsExpected: !attempt.blind,
  }
  fill(state, standing, reached)
  return state
}

/** The fields that may be absent. */
function fill(state: Draft<AttemptState>, standing: Standing, reached: readonly number[]): void {
  const { attempt, since, by } = standing
  if (since < Infinity) state.since = since
  if (by !== undefined) state.by = by
  if (attempt.start < Infinity) state.startedAt = attempt.start
  if (attempt.id !== undefined) state.attemptId = attempt.id
  if (attempt.provider !== undefined) state.provider = attempt.provider
  if (reached[1]! < Infinity) state.acceptedAt = reached[1]!
  if (reached[2]! < Infinity) state.queuedAt = reached[2]!
  if (reached[3]! < Infinity) state.sentAt = reached[3]!
  if (reached[4]! < Infinity) state.unknownAt = reached[4]!
  if (reached[5]! < Infinity) state.expiredAt = reached[5]!
  if (reached[6]! < Infinity) state.failedAt = reached[6]!
  if (reached[7]! < Infinity) state.undeliveredAt = reached[7]!
  if (reached[8]! < Infinity) state.deliveredAt = reached[8]!
  if (attempt.confirmedBy !== undefined) state.confirmedBy = attempt.confirmedBy
  const failure = failureOf(standing)
  if (failure !== undefined) state.failure = copyOf(failure)
}

/** Without repeats. */
const sortedIds = ({ providerMessageIds: ids }: Attempt): string[] => (ids.length < 2 ? ids.slice() : [...new Set(ids)].sort())

/** The milestones of the message: the smallest over its attempts. */
function earliest([first, ...others]: readonly Standing[]): readonly number[] {
  return first!.reached.map((time, rank) => others.reduce((least, { reached }) => Math.min(least, reached[rank]!), time))
}

/** No copy of it can be on the phone. */
const isProvedFailed = ({ attempt, statuses }: Standing): boolean =>
  strongestOf(statuses) >= FAILED && !isDeliveryClaimed(attempt)
