import { checkEvents } from '../event/check-event.ts'
import { checkObject, checkOneOf } from '../event/check.ts'
import { CONFIRMATIONS, type DeliveryEvent } from '../event/event.ts'
import { compareText, textOf } from '../event/order.ts'
import { compareInstants, occurrenceOf, receptionOf, vagueness } from './claim.ts'

/**
 * All that is known of a message, as plain JSON: no policy, no clock, and equal sets of events give equal text.
 * Keep it as a cache beside the service's own log of events. Its size grows with the ids and segments of a message, never with its receipts.
 *
 * The layout is this version's own: hand it to `merge`, `stateOf` and `apply`, and read states instead.
 */
export interface Evidence {
  readonly v: 1
  /** The few events that decide: of each status under each set of ids some twenty at most, mostly one or two. */
  readonly marks: readonly DeliveryEvent[]
}

/**
 * Of all events with one status under one set of ids the first by each of these is kept. What is known of them is a minimum, a maximum or
 * a union, and each of those is that of some event here: so what is chosen from two choices is what would be chosen from all.
 */
const CHOICES: readonly ((event: DeliveryEvent) => number)[] = [
  receptionOf,
  (event) => -receptionOf(event),
  occurrenceOf,
  ({ messageId }) => Number(messageId === undefined),
  ({ segment }) => -(segment?.count ?? 0),
  ({ scheduledFor = -Infinity }) => -scheduledFor,
  ({ receiptsExpected }) => Number(receiptsExpected !== false),
  ({ confirmedBy }) => -CONFIRMATIONS.indexOf(confirmedBy!),
  vagueness,
  ({ ref }) => Number(ref === undefined),
]

export function evidenceOf(events: readonly DeliveryEvent[]): Evidence {
  const chosen = new Map<string, Candidate[]>()
  // What only informs is left out.
  for (const { eventId, source, reference, ...event } of events) {
    const { attemptId, provider, providerMessageId, segment, status, receivedAt } = event
    // One without a `receivedAt` is in time whatever the others say: it is chosen apart.
    const key = JSON.stringify([attemptId, provider, providerMessageId, segment?.index, status, receivedAt === undefined])
    const text = textOf(event)
    const candidate = { ...event, text, content: `${textOf(event.failure)}${text}` }
    const known = chosen.get(key)
    const better = (order: (event: DeliveryEvent) => number, i: number) => {
      const other = known![i]!
      const difference =
        order(other) - order(event) || compareInstants(other, event) || compareText(other.content, candidate.content)
      return difference > 0 ? candidate : other
    }
    chosen.set(key, CHOICES.map(known ? better : () => candidate))
  }
  const texts = new Set([...chosen.values()].flat().map(({ text }) => text))
  return { v: 1, marks: JSON.parse(`[${[...texts].sort()}]`) as DeliveryEvent[] }
}

interface Candidate extends DeliveryEvent {
  /** The event as text. */
  readonly text: string
  /** The same with its failure in front: of two at one instant the smaller failure goes first, whatever else they say. */
  readonly content: string
}

export function marksOf(evidence: Evidence, where: string): readonly DeliveryEvent[] {
  checkObject(evidence, where, 'evidence', 'Pass what collect gave; to apply, undefined where nothing is known yet.')
  checkOneOf([1], evidence.v, where, 'evidence.v', 'Collect it anew from the log of events.')
  return checkEvents(evidence.marks, where, 'evidence.marks')
}
