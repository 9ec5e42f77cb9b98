import { copyFailure } from '../event/failure.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { compareText } from '../event/order.ts'
import { FAILED, strongestOf } from '../event/precedence.ts'
import { OUTCOMES, STATUSES } from '../event/status.ts'
import { isConflict, isDeliveryClaimed, type Attempt } from '../message/attempt.ts'
import type { Message } from '../message/resolve-message.ts'
import type { Policy } from '../policy/policy.ts'
import { failureOf, type AttemptStatus } from './attempt-status.ts'
import type { AttemptState, DeliveryState } from './delivery-state.ts'
import { nextChangeAfter, shownAt, type Shown } from './shown.ts'
import { windowOf, type Window } from './window.ts'

/** The state of a message under a policy at an instant. */
export function stateAt(message: Message, policy: Policy, now: number): DeliveryState {
  return toState(message, policy, shownAt(message, policy, windowOf(message, policy, now)))
}

/** What is shown, as the plain JSON of the public state. */
export function toState(message: Message, policy: Policy, today: Shown): DeliveryState {
  const { window, statuses, shown, action } = today
  const state: Draft<DeliveryState> = {
    status: STATUSES[shown.status]!,
    settled: today.settled,
    strongest: STATUSES[strongestOf(shown.statuses)]!,
    conflict: isConflict(shown.attempt),
    providerMessageIds: sortedIds(shown.attempt),
    receiptsExpected: shown.attempt.receiptsExpected,
    policy: policy.name,
    outcome: OUTCOMES[STATUSES[shown.status]!],
    closed: window.closed,
    slow: today.slow,
    advice: {
      action,
      key: today.adviceKey,
      duplicateRisk: statuses.length === 0 || !statuses.every(isProvedFailed),
    },
    attempts: statuses.map((status) => attemptState(status, window)),
    key: today.key,
  }
  addOptional(state, shown, window)
  if (statuses.length > 1) addEarliest(state, statuses)
  if (message.id !== undefined) state.messageId = message.id
  if (window.start < Infinity) state.windowStart = window.start
  if (window.deadline < Infinity) state.deadline = window.deadline
  if (!message.byOccurrence) state.lastReceivedAt = message.lastReceivedAt
  const reviewAt = nextChangeAfter(message, policy, today)
  if (reviewAt !== undefined) state.reviewAt = reviewAt
  return state
}

function attemptState(status: AttemptStatus, window: Window): AttemptState {
  const state: Draft<AttemptState> = {
    status: STATUSES[status.status]!,
    settled: status.settled,
    strongest: STATUSES[strongestOf(status.statuses)]!,
    conflict: isConflict(status.attempt),
    providerMessageIds: sortedIds(status.attempt),
    receiptsExpected: status.attempt.receiptsExpected,
  }
  addOptional(state, status, window)
  return state
}

/** The fields that may be absent. */
function addOptional(state: Draft<AttemptState>, status: AttemptStatus, window: Window): void {
  const { attempt, since, by, milestones, deliveryKnownAt } = status
  if (since < Infinity) state.since = since
  if (by !== undefined) state.by = by
  if (attempt.start < Infinity) state.startedAt = attempt.start
  if (attempt.id !== undefined) state.attemptId = attempt.id
  if (attempt.provider !== undefined) state.provider = attempt.provider
  addTimes(state, milestones, deliveryKnownAt, attempt.readAt)
  if (attempt.confirmedBy !== undefined) state.confirmedBy = attempt.confirmedBy
  const failure = failureOf(status, window)
  if (failure !== undefined) state.failure = copyFailure(failure)
}

/** Written by name: a computed name costs a sixth of `reduce`. */
function addTimes(
  state: Draft<AttemptState>,
  milestones: readonly number[],
  deliveryKnownAt: number,
  readAt: number,
): void {
  if (milestones[1]! < Infinity) state.acceptedAt = milestones[1]!
  if (milestones[2]! < Infinity) state.queuedAt = milestones[2]!
  if (milestones[3]! < Infinity) state.sentAt = milestones[3]!
  if (milestones[4]! < Infinity) state.unknownAt = milestones[4]!
  if (milestones[5]! < Infinity) state.expiredAt = milestones[5]!
  if (milestones[6]! < Infinity) state.failedAt = milestones[6]!
  if (milestones[7]! < Infinity) state.undeliveredAt = milestones[7]!
  if (milestones[8]! < Infinity) state.deliveredAt = milestones[8]!
  if (readAt < Infinity) state.readAt = readAt
  if (deliveryKnownAt < Infinity) state.deliveryKnownAt = deliveryKnownAt
}

/** The times of the message: the smallest over its attempts. */
function addEarliest(state: Draft<DeliveryState>, statuses: readonly AttemptStatus[]): void {
  const milestones = statuses[0]!.milestones.slice()
  let readAt = Infinity
  let deliveryKnownAt = Infinity
  for (const status of statuses) {
    for (let rank = 0; rank < milestones.length; rank++)
      milestones[rank] = Math.min(milestones[rank]!, status.milestones[rank]!)
    readAt = Math.min(readAt, status.attempt.readAt)
    deliveryKnownAt = Math.min(deliveryKnownAt, status.deliveryKnownAt)
  }
  addTimes(state, milestones, deliveryKnownAt, readAt)
}

/** Without repeats. */
const sortedIds = ({ providerMessageIds: ids }: Attempt): string[] =>
  ids.length < 2 ? ids.slice() : [...new Set(ids)].sort(compareText)

/** No copy of it can be on the phone. */
const isProvedFailed = ({ attempt, statuses }: AttemptStatus): boolean =>
  strongestOf(statuses) >= FAILED && !isDeliveryClaimed(attempt)
