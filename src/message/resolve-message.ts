import type { CheckedEvent } from '../event/checked-event.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { addEvent, byStart, emptyAttempt, type Attempt } from './attempt.ts'
import { attemptIdOf, segmentOf, tieOf, tiesOf, type Ties } from './ties.ts'

/** What is known of a message, its events joined to attempts. No policy and no clock enters it. */
export interface Message {
  readonly id: string | undefined
  readonly ties: Ties
  /** The attempt of events that name none: the one that starts first. */
  readonly firstAttemptId: string | undefined
  /** In the order in which they started. */
  readonly attempts: readonly Attempt[]
  /** Where the window starts; `Infinity` where no event has a time. */
  readonly start: number
  /** -Infinity where no event has a `receivedAt`. */
  readonly lastReceivedAt: number
  /** No event has a `receivedAt`: `occurredAt` stands in for it everywhere. */
  readonly byOccurrence: boolean
}

/** Joins events to attempts. Linear in their number; n log n in the number of attempts. */
export function resolveMessage(events: readonly CheckedEvent[]): Message {
  let id: string | undefined
  let lastReceivedAt = -Infinity
  let scheduledFor = -Infinity
  for (const event of events) {
    const { receivedAt } = event
    if (event.messageId !== undefined) id = event.messageId
    if (receivedAt < Infinity) lastReceivedAt = Math.max(lastReceivedAt, receivedAt)
    scheduledFor = Math.max(scheduledFor, event.scheduledFor)
  }

  const byOccurrence = lastReceivedAt === -Infinity
  const ties = tiesOf(events)
  const attempts: Attempt[] = []
  const nameless: CheckedEvent[] = []
  let attempt: Attempt | undefined
  // Most messages have one attempt, and need no map.
  let byId: Map<string | undefined, Attempt> | undefined
  for (const event of events) {
    const tie = tieOf(ties, event)
    const attemptId = attemptIdOf(event, tie)
    if (attemptId === undefined) {
      nameless.push(event)
      continue
    }
    if (attempt?.id !== attemptId) {
      if (attempt) byId ??= new Map([[attempt.id, attempt]])
      attempt = byId?.get(attemptId)
      if (attempt === undefined) {
        attempt = emptyAttempt(attemptId)
        attempts.push(attempt)
        byId?.set(attemptId, attempt)
      }
    }
    addEvent(attempt, event, segmentOf(event, tie), byOccurrence)
  }
  attempts.sort(byStart)
  const firstAttemptId = attempts[0]?.id
  if (nameless.length > 0) {
    // They belong to the attempt that starts first, or to the only one, which has no name.
    if (attempts.length === 0) attempts.push(emptyAttempt())
    for (const event of nameless) addEvent(attempts[0]!, event, event.segment, byOccurrence)
    attempts.sort(byStart)
  }

  let start = Infinity
  for (const each of attempts) start = Math.min(start, each.start)
  start = Math.max(start, scheduledFor)
  return { id, ties, firstAttemptId, attempts, start, lastReceivedAt, byOccurrence }
}

/** Which slot of a message an event is about: the attempt, and the segment of it or 0. */
export function slotOf({ ties, firstAttemptId }: Message, event: CheckedEvent) {
  const tie = tieOf(ties, event)
  return { attemptId: attemptIdOf(event, tie) ?? firstAttemptId, segment: segmentOf(event, tie) }
}

/** Throws where events name two messages. `remedy` says what to call instead. */
export function checkMessageIds(
  events: readonly CheckedEvent[],
  where: string,
  remedy = 'Take each message alone.',
): void {
  let id: string | undefined
  for (const { messageId } of events) {
    if (messageId !== undefined && messageId !== (id ??= messageId))
      throwMisuse(where, 'messageId', `${JSON.stringify(id)}, as in the rest`, messageId, remedy)
  }
}

/**
 * Throws where the events of one array are of two messages: they name two, or one of several
 * attempts names none. So two messages betray themselves that know their provider ids alone.
 */
export function checkOneMessage(
  events: readonly CheckedEvent[],
  message: Message,
  where: string,
  byMessage: string,
): void {
  const remedy = `Use ${byMessage} for several messages; of one, pass { messageId }.`
  checkMessageIds(events, where, remedy)
  const { attempts } = message
  if (attempts.length < 2) return
  const named = new Set<string | undefined>()
  for (const event of events)
    if (event.messageId !== undefined) named.add(slotOf(message, event).attemptId)
  for (const { id } of attempts)
    if (!named.has(id))
      throwMisuse(where, 'events', 'of one message, each attempt with a messageId', id, remedy)
}
