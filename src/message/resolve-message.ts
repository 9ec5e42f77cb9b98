import type { CheckedEvent } from '../event/checked-event.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { addEvent, byStart, emptyAttempt, type Attempt } from './attempt.ts'
import { attemptIdOf, isNameless, segmentOf, tiesOf, type Ties } from './ties.ts'

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
  let hasNameless = false
  for (const event of events) {
    const { receivedAt } = event
    if (event.messageId !== undefined) id = event.messageId
    if (receivedAt < Infinity) lastReceivedAt = Math.max(lastReceivedAt, receivedAt)
    scheduledFor = Math.max(scheduledFor, event.scheduledFor)
    hasNameless ||= isNameless(event)
  }

  const byOccurrence = lastReceivedAt === -Infinity
  const ties = tiesOf(events)
  const attempts = namedAttempts(events, ties, byOccurrence)
  attempts.sort(byStart)
  const firstAttemptId = attempts[0]?.id
  if (hasNameless) {
    // They belong to the attempt that starts first, or to the only one, which has no name.
    if (attempts.length === 0) attempts.push(emptyAttempt())
    const first = attempts[0]!
    for (const event of events)
      if (isNameless(event)) addEvent(first, event, event.segment, byOccurrence)
    attempts.sort(byStart)
  }

  let start = Infinity
  for (const attempt of attempts) start = Math.min(start, attempt.start)
  start = Math.max(start, scheduledFor)
  return { id, ties, firstAttemptId, attempts, start, lastReceivedAt, byOccurrence }
}

function namedAttempts(
  events: readonly CheckedEvent[],
  ties: Ties,
  byOccurrence: boolean,
): Attempt[] {
  let attempt: Attempt | undefined
  // Most messages have one attempt, and need no map.
  let byId: Map<string | undefined, Attempt> | undefined
  let first: Attempt | undefined
  for (const event of events) {
    if (isNameless(event)) continue
    const id = attemptIdOf(ties, event, undefined)
    if (attempt === undefined) attempt = first = emptyAttempt(id)
    else if (attempt.id !== id) {
      byId ??= new Map([[attempt.id, attempt]])
      attempt = byId.get(id)
      if (attempt === undefined) byId.set(id, (attempt = emptyAttempt(id)))
    }
    addEvent(attempt, event, segmentOf(ties, event), byOccurrence)
  }
  return byId ? [...byId.values()] : first ? [first] : []
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
  { attempts, ties, firstAttemptId }: Message,
  where: string,
  byMessage: string,
): void {
  const remedy = `Use ${byMessage} for several messages; of one, pass { messageId }.`
  checkMessageIds(events, where, remedy)
  if (attempts.length < 2) return
  const named = new Set<string | undefined>()
  for (const event of events)
    if (event.messageId !== undefined) named.add(attemptIdOf(ties, event, firstAttemptId))
  for (const { id } of attempts)
    if (!named.has(id))
      throwMisuse(where, 'events', 'of one message, each attempt with a messageId', id, remedy)
}
