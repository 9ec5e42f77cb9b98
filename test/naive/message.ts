import type { DeliveryEvent } from '../../src/event/event.ts'
import type { Policy } from '../../src/policy/policy.ts'
import { compareNoneFirst, compareText, finite, largest, smallest, sortedTexts } from './order.ts'

/** An event, with what section 4 makes of it. */
export interface Claim {
  /** As it was handed in. */
  readonly given: DeliveryEvent
  readonly event: DeliveryEvent
  /** Its attempt, after joins; undefined is "one that has no name". */
  readonly attempt: string | undefined
  /** Its slot of that attempt, after joins; undefined is the attempt as a whole. */
  readonly segment: number | undefined
  /** When it became known, by the clock in force. */
  readonly time: number | undefined
  readonly occurredAt: number | undefined
}

export interface Message {
  /** In the order of the input. */
  readonly claims: readonly Claim[]
  /** Whether `receivedAt` is the clock in force; else `occurredAt` is. */
  readonly timedByReceivedAt: boolean
  readonly start: number | undefined
  readonly lastReceivedAt: number | undefined
  /** n of each attempt. */
  readonly counts: ReadonlyMap<string | undefined, number | undefined>
}

/** "With the option `messageId`, events that name no message are read as naming that one" */
export interface Options {
  readonly messageId?: string | undefined
}

/** What time does to a message: fixed for all its attempts. */
export interface Window {
  readonly now: number
  readonly deadline: number | undefined
  readonly closed: boolean
  readonly timedByReceivedAt: boolean
}

export function readMessage(given: readonly DeliveryEvent[], options: Options = {}): Message {
  const events = given.map((event) => readEvent(event, options))
  // "Only if no event of the message has a `receivedAt`, `occurredAt` stands in for it everywhere."
  const timedByReceivedAt = events.some((event) => event.receivedAt !== undefined)
  const named = events.map((event, index) => ({
    given: given[index] ?? event,
    event,
    attempt: attemptNamedBy(event, events),
    segment: segmentOf(event, events),
    time: timedByReceivedAt ? event.receivedAt : event.occurredAt,
    occurredAt: occurredAtOf(event),
  }))
  const first = firstAttempt(named)
  const claims = named.map((claim) =>
    claim.attempt === undefined ? { ...claim, attempt: first } : claim,
  )
  return {
    claims,
    timedByReceivedAt,
    start: startOf(claims),
    lastReceivedAt: largest(events.map((event) => event.receivedAt)),
    counts: new Map(
      attemptsOf(claims).map((attempt) => [attempt, countOf(claimsOf(claims, attempt))]),
    ),
  }
}

/** "events that name no message are read as naming that one", and "`-0` is read as 0". */
function readEvent(event: DeliveryEvent, { messageId }: Options): DeliveryEvent {
  const named =
    event.messageId === undefined && messageId !== undefined ? { ...event, messageId } : event
  const { receivedAt, occurredAt, scheduledFor } = named
  if (![receivedAt, occurredAt, scheduledFor].some((instant) => Object.is(instant, -0)))
    return named
  return {
    ...named,
    receivedAt: zero(receivedAt),
    occurredAt: zero(occurredAt),
    scheduledFor: zero(scheduledFor),
  }
}

function zero(instant: number | undefined): number | undefined {
  return instant === 0 ? 0 : instant
}

/**
 * "An `occurredAt` that is later than the event's own `receivedAt` means that the provider's clock
 * is ahead: then `receivedAt` is taken for it"
 */
function occurredAtOf({ occurredAt, receivedAt }: DeliveryEvent): number | undefined {
  return occurredAt !== undefined && receivedAt !== undefined && occurredAt > receivedAt
    ? receivedAt
    : occurredAt
}

/**
 * "An event that carries both ties that provider id to the attempt, and to its segment if it names
 * one."
 */
function tiesOf(providerMessageId: string, events: readonly DeliveryEvent[]): DeliveryEvent[] {
  return events.filter(
    (event) => event.attemptId !== undefined && event.providerMessageId === providerMessageId,
  )
}

/**
 * "An event's attempt is its `attemptId`, else its `providerMessageId`, which then is the attempt's
 * id."; "An event that has the provider id alone takes the attempt of the tie; of several attempts,
 * the one whose id is the smallest by code points."
 */
function attemptNamedBy(
  event: DeliveryEvent,
  events: readonly DeliveryEvent[],
): string | undefined {
  if (event.attemptId !== undefined) return event.attemptId
  if (event.providerMessageId === undefined) return undefined
  const tied = sortedTexts(tiesOf(event.providerMessageId, events).map((tie) => tie.attemptId))
  return tied[0] ?? event.providerMessageId
}

/**
 * "An event that names no segment takes the segment of the tie, if the ties of that id name exactly
 * one segment."
 */
function segmentOf(event: DeliveryEvent, events: readonly DeliveryEvent[]): number | undefined {
  if (event.segment !== undefined) return event.segment.index
  if (event.providerMessageId === undefined) return undefined
  const named = new Set(
    tiesOf(event.providerMessageId, events).flatMap((tie) =>
      tie.segment ? [tie.segment.index] : [],
    ),
  )
  return named.size === 1 ? [...named][0] : undefined
}

/**
 * "An event with neither id belongs to the attempt that starts first (ties by id). Without any
 * other attempt, it belongs to one that has no name."
 */
function firstAttempt(claims: readonly Claim[]): string | undefined {
  return attemptsOf(claims.filter((claim) => claim.attempt !== undefined))[0]
}

/**
 * Attempts in the order in which they started; "An attempt starts when anything was first known of
 * it (none goes before all).", ties by id.
 */
export function attemptsOf(claims: readonly Claim[]): (string | undefined)[] {
  const starts = [...new Set(claims.map((claim) => claim.attempt))].map((attempt) => ({
    attempt,
    startedAt: startedAtOf(claimsOf(claims, attempt)),
  }))
  return starts
    .sort(
      (one, other) =>
        compareNoneFirst(one.startedAt, other.startedAt) || compareText(one.attempt, other.attempt),
    )
    .map(({ attempt }) => attempt)
}

export function claimsOf(claims: readonly Claim[], attempt: string | undefined): Claim[] {
  return claims.filter((claim) => claim.attempt === attempt)
}

/** "An attempt starts when anything was first known of it" */
export function startedAtOf(claims: readonly Claim[]): number | undefined {
  return smallest(claims.map((claim) => claim.time))
}

/**
 * "The window of a message starts when anything was first known of it, but not before the largest
 * `scheduledFor`."; "if nothing carries a time, there is neither"
 */
function startOf(claims: readonly Claim[]): number | undefined {
  const first = smallest(claims.map((claim) => claim.time))
  return first === undefined
    ? undefined
    : largest([first, ...claims.map((claim) => claim.event.scheduledFor)])
}

/** "The number of segments is the largest declared count." */
function countOf(claims: readonly Claim[]): number | undefined {
  return largest(claims.map((claim) => claim.event.segment?.count))
}

/**
 * "The deadline is the start plus the policy's `window`"; "a deadline that is not finite is
 * absent"; "The window is closed once `now` reaches the deadline."
 */
export function windowOf(message: Message, policy: Policy, instant: number): Window {
  // "`now` is never taken to be earlier than the largest `receivedAt`"
  const now = Math.max(instant, message.lastReceivedAt ?? instant)
  const deadline = finite(message.start === undefined ? undefined : message.start + policy.window)
  return {
    now,
    deadline,
    closed: deadline !== undefined && now >= deadline,
    timedByReceivedAt: message.timedByReceivedAt,
  }
}
