import { attemptStatusAt, type AttemptStatus } from '../delivery/attempt-status.ts'
import { readMessage } from '../delivery/reduce.ts'
import { verdictOf } from '../delivery/verdict.ts'
import { windowAt, windowOf, type Window } from '../delivery/window.ts'
import type { CheckedEvent } from '../event/checked-event.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { fullText } from '../event/event-text.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { compareText, noneFirst } from '../event/order.ts'
import { DELIVERED, has, NEGATIVES } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import { addEvent, byStart, emptyAttempt } from '../message/attempt.ts'
import type { MessageOption } from '../message/message-option.ts'
import { slotOf, type Message } from '../message/resolve-message.ts'
import type { Policy } from '../policy/policy.ts'
import { ShownSoFar } from './shown-so-far.ts'
import type { ClockEntry, EventEntry, TimelineEntry } from './timeline-entry.ts'

/**
 * Every event of a message in the order in which it became known, duplicates too, with what it did
 * and what was shown after it; and among them what silence did. Any order of the input gives the
 * same. n log n in the number of events and attempts together.
 *
 * @param now ms since the epoch
 * @param options `messageId`: all events are of this message, also those that name none
 * @throws TypeError as `reduce` does
 */
export function timeline(
  events: Iterable<DeliveryEvent>,
  policy: Policy,
  now: number,
  options?: MessageOption,
): TimelineEntry[] {
  const { events: list, message } = readMessage('timeline: ', events, policy, now, options)
  return timelineOf(list, message, policy, windowOf(message, policy, now))
}

/** The same of a message that is resolved. Ties, segment counts and the start are today's. */
export function timelineOf(
  events: readonly CheckedEvent[],
  message: Message,
  policy: Policy,
  window: Window,
): TimelineEntry[] {
  const { byOccurrence } = message
  const { start, deadline } = window
  const open = window.closed ? windowAt(start, deadline, -Infinity) : window
  const segmentCounts = new Map(message.attempts.map(({ id, segmentCount }) => [id, segmentCount]))
  const entries: TimelineEntry[] = []
  const known = new ShownSoFar()
  const lastOccurred = new Map<string | undefined, number>()
  let current = open

  for (const { event, at, occurredAt } of inOrder(events, byOccurrence)) {
    if (current !== window && at > deadline) {
      current = window
      close(known, policy, window, entries)
    }
    const { attemptId: id, segment } = slotOf(message, event)
    const before =
      known.get(id) ?? attemptStatusAt(emptyAttempt(id, segmentCounts.get(id)), policy, current)
    const { attempt } = before
    const claimed = attempt.slots[segment]?.statuses ?? 0
    addEvent(attempt, event, segment, byOccurrence)
    const after = attemptStatusAt(attempt, policy, current)
    known.set(after)

    const { original, rank } = event
    const contrary = rank === DELIVERED ? NEGATIVES : has(NEGATIVES, rank) ? 1 << DELIVERED : 0
    const last = lastOccurred.get(id) ?? -Infinity
    const entry: Draft<EventEntry> = {
      status: STATUSES[known.shown.status]!,
      verdict: verdictOf(rank, segment, has(claimed, rank), before, after),
      outOfOrder: occurredAt > -Infinity && occurredAt < last,
      conflict: (claimed & contrary) !== 0,
      clockSkew: original.occurredAt! > original.receivedAt!,
      event: original,
    }
    if (at > -Infinity) entry.at = at
    if (id !== undefined) entry.attemptId = id
    if (segment > 0) entry.segment = segment
    entries.push(entry)
    lastOccurred.set(id, Math.max(last, occurredAt))
  }
  if (current !== window) close(known, policy, window, entries)
  return entries
}

/** The clock speaks of every attempt that is known, in the order in which they started. */
function close(known: ShownSoFar, policy: Policy, window: Window, entries: TimelineEntry[]): void {
  const statuses: AttemptStatus[] = [...known.statuses]
  for (const before of statuses.sort((a, b) => byStart(a.attempt, b.attempt))) {
    const { attempt } = before
    const after = attemptStatusAt(attempt, policy, window)
    known.set(after)
    if (after.status === before.status) continue
    const status = STATUSES[known.shown.status]!
    const entry: Draft<ClockEntry> = {
      at: window.deadline,
      status,
      verdict: 'advanced',
      clock: policy.silence,
    }
    if (attempt.id !== undefined) entry.attemptId = attempt.id
    entries.push(entry)
  }
}

/**
 * As they became known; of one instant as they happened, then the weaker first, then by content.
 * None goes before all.
 */
function inOrder(events: readonly CheckedEvent[], byOccurrence: boolean) {
  const dated = events.map((event) => {
    const occurredAt = noneFirst(event.occurredAt)
    return { event, at: byOccurrence ? occurredAt : noneFirst(event.receivedAt), occurredAt }
  })
  return dated.sort(
    (a, b) =>
      a.at - b.at ||
      a.occurredAt - b.occurredAt ||
      a.event.rank - b.event.rank ||
      compareText(fullText(a.event.original), fullText(b.event.original)),
  )
}
