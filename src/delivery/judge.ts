import type { Failure } from '../event/failure.ts'
import { textOf } from '../event/order.ts'
import { FAILED, strongestOf } from '../event/precedence.ts'
import { OUTCOMES, STATUSES } from '../event/status.ts'
import type { Policy } from '../policy/policy.ts'
import { failureOf } from './advice.ts'
import type { AttemptState, DeliveryState } from './delivery-state.ts'
import { isConflict, isDeliveryClaimed } from '../evidence/attempt.ts'
import { enter, type Mark, type Slot } from '../evidence/slot.ts'
import type { Message } from '../evidence/message.ts'
import type { Standing } from './standing.ts'
import { reviewOf, viewAt } from './view.ts'

type Draft<State> = { -readonly [Field in keyof State]: State[Field] }

/** The state of a message under a policy at an instant. */
export function judge(message: Message, policy: Policy, now: number): DeliveryState {
  const { id, start, lastReceivedAt } = message
  const instant = Math.max(now, lastReceivedAt)
  const view = viewAt(message, policy, instant)
  const { standings, shown, deadline, closed, slow, action, key } = view
  const state = attemptState(shown, standings.length > 1 ? earliest(standings) : shown.marks) as Draft<DeliveryState>
  state.policy = policy.name
  if (id !== undefined) state.messageId = id
  state.outcome = OUTCOMES[state.status]
  if (start < Infinity) {
    state.windowStart = start
    state.deadline = deadline
  }
  state.closed = closed
  state.slow = slow
  const reviewAt = reviewOf(message, policy, instant, view)
  if (reviewAt !== undefined) state.reviewAt = reviewAt
  if (lastReceivedAt > -Infinity) state.lastReceivedAt = lastReceivedAt
  state.advice = { action, duplicateRisk: standings.length === 0 || !standings.every(isProvedFailed) }
  state.attempts = standings.map((standing) => attemptState(standing, standing.marks))
  state.key = key
  return state
}

function attemptState(standing: Standing, marks: Slot): AttemptState {
  const { attempt, statuses, status, settled, since, by } = standing
  const state: Draft<AttemptState> = {
    status: STATUSES[status]!,
    settled,
    strongest: STATUSES[strongestOf(statuses)]!,
    conflict: isConflict(attempt),
    providerMessageIds: [...attempt.providerMessageIds].sort(),
    receiptsExpected: !attempt.blind,
  }
  if (attempt.id !== undefined) state.attemptId = attempt.id
  if (attempt.provider !== undefined) state.provider = attempt.provider
  if (since < Infinity) state.since = since
  if (by !== undefined) state.by = by
  if (attempt.confirmedBy !== undefined) state.confirmedBy = attempt.confirmedBy
  const [, accepted, queued, sent, unknown, expired, failed, undelivered, delivered] = marks
  if (isDated(accepted)) state.acceptedAt = accepted.reached
  if (isDated(queued)) state.queuedAt = queued.reached
  if (isDated(sent)) state.sentAt = sent.reached
  if (isDated(unknown)) state.unknownAt = unknown.reached
  if (isDated(expired)) state.expiredAt = expired.reached
  if (isDated(failed)) state.failedAt = failed.reached
  if (isDated(undelivered)) state.undeliveredAt = undelivered.reached
  if (isDated(delivered)) state.deliveredAt = delivered.reached
  if (attempt.start < Infinity) state.startedAt = attempt.start
  const failure = failureOf(standing)
  if (failure !== undefined) state.failure = JSON.parse(textOf(failure)) as Failure
  return state
}

const isDated = (mark: Mark | undefined): mark is Mark => mark !== undefined && mark.reached < Infinity

/** The milestones of the message: the smallest over its attempts. */
function earliest(standings: readonly Standing[]): Slot {
  const all: Slot = []
  for (const { marks } of standings) marks.forEach((mark, rank) => enter(all, rank, mark))
  return all
}

/** No copy of it can be on the phone. */
const isProvedFailed = ({ attempt, statuses }: Standing): boolean =>
  strongestOf(statuses) >= FAILED && !isDeliveryClaimed(attempt)
