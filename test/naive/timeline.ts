import type { DeliveryEvent } from '../../src/event/event.ts'
import type { Status } from '../../src/event/status.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { ClockEntry, EventEntry, TimelineEntry } from '../../src/timeline/timeline-entry.ts'
import { judge } from './attempt.ts'
import { contradictsDelivered } from './facts.ts'
import type { Claim, Message, Options, Window } from './message.ts'
import { attemptsOf, claimsOf, readMessage, windowOf } from './message.ts'
import { compareNoneFirst, compareText, jsonText, PRECEDENCE, withoutUndefined } from './order.ts'
import { attemptsAt, shownOf } from './shown.ts'
import type { Side } from './verdict.ts'
import { sameSlot, verdictOf } from './verdict.ts'

/**
 * `timeline`, by the letter: each entry is judged by all entries above it, read with the joins, n
 * and start of the whole.
 */
export function naiveTimeline(
  events: readonly DeliveryEvent[],
  policy: Policy,
  now: number,
  options: Options = {},
): TimelineEntry[] {
  const message = readMessage(events, options)
  const window = windowOf(message, policy, now)
  const ordered = [...message.claims].sort(compareClaims)
  const isAfterDeadline = ({ time }: Claim) =>
    window.closed && time !== undefined && time > Number(window.deadline)
  const upToDeadline = ordered.filter((claim) => !isAfterDeadline(claim))
  const afterDeadline = ordered.filter(isAfterDeadline)

  const openWindow = { ...window, closed: false }
  return [
    ...upToDeadline.map((claim, index) =>
      eventEntry(claim, upToDeadline.slice(0, index), message, policy, openWindow),
    ),
    ...clockEntries(upToDeadline, message, policy, window),
    ...afterDeadline.map((claim, index) =>
      eventEntry(
        claim,
        [...upToDeadline, ...afterDeadline.slice(0, index)],
        message,
        policy,
        window,
      ),
    ),
  ]
}

/**
 * "Events are sorted by their own time (none goes first), then by `occurredAt` (none goes first),
 * then the weaker first, then by content: JSON text with sorted keys, `ref` too, by code points."
 */
function compareClaims(one: Claim, other: Claim): number {
  return (
    compareNoneFirst(one.time, other.time) ||
    compareNoneFirst(one.occurredAt, other.occurredAt) ||
    PRECEDENCE.indexOf(one.event.status) - PRECEDENCE.indexOf(other.event.status) ||
    compareText(jsonText(one.given), jsonText(other.given))
  )
}

function eventEntry(
  claim: Claim,
  above: readonly Claim[],
  message: Message,
  policy: Policy,
  window: Window,
): EventEntry {
  const upToHere = [...above, claim]
  return withoutUndefined({
    at: claim.time,
    // "what the message shows after this entry"
    status: shownStatus(upToHere, message, policy, () => window),
    attemptId: claim.attempt,
    // "the segment that it is about, by today's ties"
    segment: claim.segment,
    verdict: verdictOf(
      claim,
      above,
      sideOf(claim, above, message, policy, window),
      sideOf(claim, upToHere, message, policy, window),
    ),
    outOfOrder: isOutOfOrder(claim, above),
    conflict: isConflict(claim, above),
    clockSkew: hasClockSkew(claim.event),
    event: claim.given,
  })
}

function sideOf(
  { attempt }: Claim,
  claims: readonly Claim[],
  message: Message,
  policy: Policy,
  window: Window,
): Side {
  const own = claimsOf(claims, attempt)
  return { claims: own, judged: judge(own, message.counts.get(attempt), policy, window) }
}

function shownStatus(
  claims: readonly Claim[],
  message: Message,
  policy: Policy,
  windowOfAttempt: (id: string | undefined) => Window,
): Status {
  return shownOf(attemptsAt(claims, message, policy, windowOfAttempt))?.judged.status ?? 'pending'
}

/**
 * "If the clock changed an attempt's status, it has an entry too, after all else at the deadline,
 * in the order in which the attempts started."
 */
function clockEntries(
  claims: readonly Claim[],
  message: Message,
  policy: Policy,
  window: Window,
): ClockEntry[] {
  const { deadline } = window
  if (!window.closed || deadline === undefined) return []
  const openWindow = { ...window, closed: false }
  const inOrder = attemptsOf(claims)
  return inOrder.flatMap((attempt, index) => {
    const own = claimsOf(claims, attempt)
    const count = message.counts.get(attempt)
    if (judge(own, count, policy, openWindow).status === judge(own, count, policy, window).status)
      return []
    const marked = inOrder.slice(0, index + 1)
    const status = shownStatus(claims, message, policy, (id) =>
      marked.includes(id) ? window : openWindow,
    )
    const entry: ClockEntry = { at: deadline, status, verdict: 'advanced', clock: policy.silence }
    return [attempt === undefined ? entry : { ...entry, attemptId: attempt }]
  })
}

/** "its `occurredAt` is earlier than that of an entry above it for the same attempt" */
function isOutOfOrder({ attempt, occurredAt }: Claim, above: readonly Claim[]): boolean {
  return claimsOf(above, attempt).some(
    (one) =>
      occurredAt !== undefined && one.occurredAt !== undefined && occurredAt < one.occurredAt,
  )
}

/**
 * "it is `delivered`, and `expired`, `failed` or `undelivered` is already claimed for the same slot
 * by a receipt, or the other way round"
 */
function isConflict(claim: Claim, above: readonly Claim[]): boolean {
  const { status } = claim.event
  const claimed = sameSlot(above, claim).map((one) => one.event.status)
  return status === 'delivered'
    ? claimed.some(contradictsDelivered)
    : contradictsDelivered(status) && claimed.includes('delivered')
}

/** "its `occurredAt` is later than its `receivedAt`" */
function hasClockSkew({ occurredAt, receivedAt }: DeliveryEvent): boolean {
  return occurredAt !== undefined && receivedAt !== undefined && occurredAt > receivedAt
}
