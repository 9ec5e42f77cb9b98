import type { AttemptState, DeliveryState } from '../../src/delivery/delivery-state.ts'
import type { DeliveryEvent } from '../../src/event/event.ts'
import type { Outcome, Status } from '../../src/event/status.ts'
import type { Action, Policy } from '../../src/policy/policy.ts'
import { actionOf, hasDuplicateRisk, isSlow, slowFrom } from './advice.ts'
import { confirmedByOf, earliestMilestones, failureOf, hasConflict, milestonesOf } from './facts.ts'
import type { Message, Options, Window } from './message.ts'
import { readMessage, windowOf } from './message.ts'
import { finite, sortedTexts, withoutUndefined } from './order.ts'
import type { Attempt } from './shown.ts'
import { attemptsAt, shownOf } from './shown.ts'

/** The column of outcomes in the table of statuses. */
const OUTCOMES: Readonly<Record<Status, Outcome>> = {
  pending: 'open',
  accepted: 'open',
  queued: 'open',
  sent: 'open',
  unknown: 'uncertain',
  expired: 'uncertain',
  failed: 'failed',
  undelivered: 'failed',
  delivered: 'delivered',
}

/** "Without any event it is `pending`, and `by` and `since` are absent." */
const NOTHING_KNOWN: AttemptState = {
  providerMessageIds: [],
  status: 'pending',
  settled: false,
  strongest: 'pending',
  conflict: false,
  receiptsExpected: true,
}

/** What is shown at one instant, as far as time can change it. */
interface Glance {
  readonly window: Window
  readonly attempts: readonly Attempt[]
  readonly shown: Attempt | undefined
  readonly slow: boolean
  readonly settled: boolean
  readonly action: Action
  readonly key: string
}

/** `reduce`, by the letter. */
export function naiveState(
  events: readonly DeliveryEvent[],
  policy: Policy,
  now: number,
  options: Options = {},
): DeliveryState {
  const message = readMessage(events, options)
  const glance = glanceAt(message, policy, now)
  const { window, shown, slow, settled, action, key } = glance
  const attempts = glance.attempts.map((attempt) => attemptState(attempt, message, window))
  const shownState = attempts[shown ? glance.attempts.indexOf(shown) : -1] ?? NOTHING_KNOWN
  return withoutUndefined({
    ...shownState,
    settled,
    ...earliestMilestones(attempts),
    policy: policy.name,
    messageId: message.claims.find(({ event }) => event.messageId !== undefined)?.event.messageId,
    outcome: OUTCOMES[shownState.status],
    windowStart: message.start,
    deadline: window.deadline,
    closed: window.closed,
    slow,
    reviewAt: reviewAtOf(glance, message, policy),
    lastReceivedAt: message.lastReceivedAt,
    // "the action and the id of the attempt that is shown, as in `resend/1`; without an id it is
    // the action alone"
    advice: {
      action,
      key: shown?.id === undefined ? action : `${action}/${shown.id}`,
      duplicateRisk: hasDuplicateRisk(glance.attempts),
    },
    attempts,
    key,
  })
}

function glanceAt(message: Message, policy: Policy, now: number): Glance {
  const window = windowOf(message, policy, now)
  const attempts = attemptsAt(message.claims, message, policy, () => window)
  const shown = shownOf(attempts)
  const slow = isSlow(shown, message, policy, window)
  const action = actionOf(attempts, shown, slow, policy, window)
  // "a message is settled if delivered is shown, or if there are attempts and every one of them is
  // settled"
  const settled =
    shown?.judged.status === 'delivered' ||
    (attempts.length > 0 && attempts.every(({ judged }) => judged.settled))
  // "`key` changes exactly when the attempt, the status or the action that is shown changes"
  const key = `${shown?.judged.status ?? 'pending'}/${action}${shown?.id === undefined ? '' : `/${shown.id}`}`
  return { window, attempts, shown, slow, settled, action, key }
}

/** "the next instant after `now` at which time alone changes `key`, `settled` or `slow`" */
function reviewAtOf(today: Glance, message: Message, policy: Policy): number | undefined {
  const candidates = [
    today.window.deadline,
    ...today.attempts.map((attempt) => slowFrom(attempt, message, policy)),
  ]
  return candidates
    .map(finite)
    .filter((instant) => instant !== undefined)
    .filter((instant) => instant > today.window.now)
    .sort((one, other) => one - other)
    .find((instant) => {
      const then = glanceAt(message, policy, instant)
      return then.key !== today.key || then.settled !== today.settled || then.slow !== today.slow
    })
}

function attemptState(
  { id, claims, startedAt, judged }: Attempt,
  message: Message,
  window: Window,
): AttemptState {
  return withoutUndefined({
    attemptId: id,
    // "of several providers, the smallest"
    provider: sortedTexts(claims.map((claim) => claim.event.provider))[0],
    providerMessageIds: sortedTexts(claims.map((claim) => claim.event.providerMessageId)),
    status: judged.status,
    settled: judged.settled,
    since: judged.since,
    by: judged.by,
    strongest: judged.strongest,
    conflict: hasConflict(claims),
    confirmedBy: confirmedByOf(claims),
    ...milestonesOf(claims, message.counts.get(id), judged, window),
    startedAt,
    failure: failureOf(claims, judged, window),
    receiptsExpected: claims.every((claim) => claim.event.receiptsExpected !== false),
  })
}
