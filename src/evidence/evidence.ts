import { checkObject, checkOneOf } from '../event/check.ts'
import {
  checkEvents,
  compareInstants,
  reasonRank,
  type CheckedEvent,
} from '../event/checked-event.ts'
import { CONFIRMATIONS, type DeliveryEvent } from '../event/event.ts'
import { checkClock } from '../event/instant.ts'
import { copyFailure } from '../event/failure.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { compareText } from '../event/order.ts'

/**
 * What is known of a message, as a compacted log: the few of its events that lead to the same state
 * as all of them. Plain JSON, without policy or clock; equal sets of events give equal text. Keep
 * it as a cache beside the service's own log of events. Its size grows with the ids and segments of
 * a message, never with its receipts.
 *
 * The layout belongs to its version: hand it to `merge`, `stateOf` and `apply`, and read states.
 */
export interface Evidence {
  /** The version of the layout. Evidence of another one is refused: collect it anew. */
  readonly v: 2
  /** Of each status under one set of ids some twenty at most; mostly one or two. */
  readonly events: readonly DeliveryEvent[]
}

/**
 * Of all events with one status under one set of ids, the first by each of these is kept. What is
 * known is a minimum, a maximum or a union, each attained by some event; so what is chosen from
 * two choices is what would be chosen from all. Events come sorted by instant: of several that are
 * equal by a choice, the earliest is kept.
 */
const CHOICES: readonly ((event: CheckedEvent) => number)[] = [
  ({ receivedAt }) => receivedAt,
  ({ receivedAt }) => -receivedAt,
  ({ occurredAt }) => occurredAt,
  ({ messageId }) => Number(messageId === undefined),
  ({ count }) => -count,
  ({ scheduledFor }) => -scheduledFor,
  ({ receiptsExpected }) => Number(receiptsExpected !== false),
  ({ confirmedBy }) => -CONFIRMATIONS.indexOf(confirmedBy!),
  reasonRank,
  ({ read }) => Number(!read),
  ({ read, occurredAt }) => (read ? occurredAt : Infinity),
]

export function evidenceOf(events: readonly CheckedEvent[]): Evidence {
  const sorted = sortedByKind(events)
  const kept: DeliveryEvent[] = []
  for (let start = 0; start < sorted.length;) {
    let end = start + 1
    while (end < sorted.length && compareKinds(sorted[start]!, sorted[end]!) === 0) end++
    const kind = sorted.slice(start, end)
    for (const event of kind.length > 1 ? choose(kind) : kind) kept.push(essenceOf(event))
    start = end
  }
  return { v: 2, events: kept }
}

/** The events of a stored evidence, checked. */
export function eventsOf(evidence: Evidence, where: string): CheckedEvent[] {
  checkObject(
    evidence,
    where,
    'evidence',
    'Pass what collect gave; to apply, undefined where nothing is known yet.',
  )
  checkOneOf([2], evidence.v, where, 'evidence.v', 'Collect it anew from the log of events.')
  return checkEvents(evidence.events, where, 'evidence.events')
}

/** The same as `checkClock`, for the events of an evidence. */
export const checkEvidenceClock = (
  events: readonly CheckedEvent[],
  now: number,
  where: string,
): void => checkClock(events, now, where, (i) => `evidence.events[${i}].receivedAt`)

/** From the sorted events of one kind, those that decide. */
function choose(kind: readonly CheckedEvent[]): readonly CheckedEvent[] {
  const first = (order: (event: CheckedEvent) => number) =>
    kind.reduce((best, each) => (order(each) < order(best) ? each : best))
  const chosen = new Set(CHOICES.map(first))
  return kind.filter((each) => chosen.has(each))
}

/** By kind, then by instant, then by content. */
function sortedByKind(events: readonly CheckedEvent[]): CheckedEvent[] {
  const texts = new Map<CheckedEvent, string>()
  const textOf = (event: CheckedEvent): string => {
    let text = texts.get(event)
    if (text === undefined) {
      const essence = essenceOf(event)
      // The failure in front: of two at one instant the smaller failure goes first.
      text = JSON.stringify([essence.failure, essence])
      texts.set(event, text)
    }
    return text
  }
  return [...events].sort(
    (a, b) => compareKinds(a, b) || compareInstants(a, b) || compareText(textOf(a), textOf(b)),
  )
}

/**
 * One kind: one status under one set of ids. An event without a `receivedAt` is in time whatever
 * the others say, so it is of a kind of its own.
 */
const compareKinds = (a: CheckedEvent, b: CheckedEvent): number =>
  compareText(a.attemptId, b.attemptId) ||
  compareText(a.provider, b.provider) ||
  compareText(a.providerMessageId, b.providerMessageId) ||
  a.segment - b.segment ||
  a.rank - b.rank ||
  Number(a.receivedAt === Infinity) - Number(b.receivedAt === Infinity)

/**
 * The fields of an event that decide anything, in one order, so that equal events have one text.
 */
function essenceOf(event: CheckedEvent): DeliveryEvent {
  const { original, attemptId, confirmedBy, failure, messageId, provider, providerMessageId } =
    event
  const { receivedAt, segment, count, scheduledFor, receiptsExpected } = event
  const essence = {} as Draft<DeliveryEvent>
  if (attemptId !== undefined) essence.attemptId = attemptId
  if (confirmedBy !== undefined) essence.confirmedBy = confirmedBy
  if (failure !== undefined) essence.failure = copyFailure(failure)
  if (messageId !== undefined) essence.messageId = messageId
  // As it came: it may be later than `receivedAt`, which the timeline flags.
  if (original.occurredAt !== undefined) essence.occurredAt = original.occurredAt + 0
  if (provider !== undefined) essence.provider = provider
  if (providerMessageId !== undefined) essence.providerMessageId = providerMessageId
  if (event.read) essence.read = true
  if (receiptsExpected !== undefined) essence.receiptsExpected = receiptsExpected
  if (receivedAt < Infinity) essence.receivedAt = receivedAt
  if (scheduledFor > -Infinity) essence.scheduledFor = scheduledFor
  if (segment > 0) essence.segment = count > 0 ? { count, index: segment } : { index: segment }
  essence.status = original.status
  return essence
}
