import { checkHost } from '../event/check-host.ts'
import { checkEvent, type CheckedEvent } from '../event/checked-event.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { checkClock, checkNow } from '../event/instant.ts'
import { compareText } from '../event/order.ts'
import { eventsOf, evidenceOf, type Evidence } from '../evidence/evidence.ts'
import { emptyAttempt, type Attempt } from '../message/attempt.ts'
import {
  checkMessageIds,
  resolveMessage,
  slotOf,
  type Message,
} from '../message/resolve-message.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { attemptStatusAt, type AttemptStatus } from './attempt-status.ts'
import type { DeliveryState } from './delivery-state.ts'
import { shownAt } from './shown.ts'
import { toState } from './to-state.ts'
import { verdictOf, type Verdict } from './verdict.ts'
import { windowOf } from './window.ts'

/** What one event did. */
export interface Applied {
  /** What is known now. Keep it with the message, as a cache beside your own log of events. */
  readonly evidence: Evidence
  /** The state without the event, at the same instant. */
  readonly before: DeliveryState
  /** The state with the event. */
  readonly state: DeliveryState
  /** What the event did to its attempt. */
  readonly verdict: Verdict
  /** The event changed `key`: redraw. To learn also what time has changed since, keep the key. */
  readonly changed: boolean
}

/**
 * One webhook at a time: adds an event to what is known, and tells what that changed. Pure;
 * `evidence` stays as it was. Both states are taken at the same instant: `now`, or the event's
 * `receivedAt` where that is later. Act once per `state.advice.key` of a message, in the write that
 * stores the evidence. Linear in the size of the evidence.
 *
 * @param evidence what was known, or undefined for the first event
 * @param now ms since the epoch
 * @throws TypeError for misuse, and for evidence of another message or version
 * @example
 * ```ts
 * const first = apply(undefined, { status: 'sent', receivedAt: 1_000 }, otp, 1_000)
 * const second = apply(first.evidence, { status: 'delivered', receivedAt: 4_000 }, otp, 4_000)
 * console.log(second.verdict, second.changed, second.state.status) // → advanced true delivered
 * ```
 */
export function apply(
  evidence: Evidence | undefined,
  event: DeliveryEvent,
  policy: Policy,
  now: number,
): Applied {
  const where = 'apply: '
  checkHost(where)
  checkPolicy(policy, where)
  checkNow(now, where)
  const checked = checkEvent(event, `${where}event.`)
  const known = evidence === undefined ? [] : eventsOf(evidence, where)
  const events = [...known, checked]
  checkClock(
    events,
    now,
    where,
    (i) => `${i < known.length ? `evidence.events[${i}]` : 'event'}.receivedAt`,
  )
  checkMessageIds(events, where)

  const earlier = resolveMessage(known)
  const later = resolveMessage(events)
  const instant = Math.max(now, later.lastReceivedAt)
  const shownBefore = shownAt(earlier, policy, windowOf(earlier, policy, instant))
  const shownAfter = shownAt(later, policy, windowOf(later, policy, instant))

  const { attemptId, segment } = slotOf(later, checked)
  const past = pastAttempt(earlier, later, attemptId, checked)
  const was = past
    ? statusOf(past, shownBefore.statuses)
    : attemptStatusAt(emptyAttempt(), policy, shownBefore.window)
  const is = shownAfter.statuses.find(({ attempt }) => attempt.id === attemptId)!
  const repeated = known.some((each) => {
    const slot = slotOf(later, each)
    return each.rank === checked.rank && slot.attemptId === attemptId && slot.segment === segment
  })
  return {
    evidence: evidenceOf(events),
    before: toState(earlier, policy, shownBefore),
    state: toState(later, policy, shownAfter),
    verdict: verdictOf(checked.rank, segment, repeated, was, is),
    changed: shownBefore.key !== shownAfter.key,
  }
}

const statusOf = (attempt: Attempt, statuses: readonly AttemptStatus[]): AttemptStatus =>
  statuses.find((status) => status.attempt === attempt)!

/**
 * The event's attempt as it was before: the one that held its provider id, which may have gone by
 * that name, else the one of its id.
 *
 *     delivered  id SM…     accepted  attempt 1, id SM…
 *     ^^^^^^^^^ attempt SM…           ^ the same attempt, which has a name now
 */
function pastAttempt(
  earlier: Message,
  later: Message,
  id: string | undefined,
  { providerMessageId }: CheckedEvent,
): Attempt | undefined {
  // One that had no name may have got one now.
  const own = earlier.attempts.find((attempt) => (attempt.id ?? later.firstAttemptId) === id)
  if (providerMessageId === undefined) return own
  let holder: Attempt | undefined
  for (const attempt of earlier.attempts) {
    if (!attempt.providerMessageIds.includes(providerMessageId)) continue
    if (attempt === own) return own
    if (holder === undefined || compareText(attempt.id, holder.id) < 0) holder = attempt
  }
  return holder ?? own
}
