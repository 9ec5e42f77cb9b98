import { checkEvents } from '../event/check-event.ts'
import { checkObject, checkOneOf } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
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
  /** The few events that decide: the rest could be left out, and nothing would change. */
  readonly marks: readonly DeliveryEvent[]
}

/**
 * Of all events that differ in nothing else the first by each of these are kept. What is known of them is a minimum or a maximum, and each
 * of those is that of some event here: so what is chosen from two choices is what would be chosen from all.
 */
const CHOICES: readonly ((event: DeliveryEvent) => number)[] = [
  receptionOf,
  (event) => -receptionOf(event),
  occurrenceOf,
  ({ scheduledFor = -Infinity }) => -scheduledFor,
  vagueness,
  ({ ref }) => Number(ref === undefined),
]

export function evidenceOf(events: readonly DeliveryEvent[]): Evidence {
  const chosen = new Map<string, Candidate[]>()
  // What only informs is left out.
  for (const { eventId, source, reference, ...event } of events) {
    const { attemptId, provider, providerMessageId, messageId, segment, status, confirmedBy, receiptsExpected } = event
    // One without a `receivedAt` is in time whatever the others say.
    const timed = event.receivedAt !== undefined
    const ids = [attemptId, provider, providerMessageId, messageId, segment?.index, segment?.count]
    const key = JSON.stringify([ids, status, confirmedBy, receiptsExpected, timed])
    const candidate = { ...event, text: textOf(event) }
    const known = chosen.get(key)
    const better = (order: (event: DeliveryEvent) => number, i: number) => {
      const other = known![i]!
      const difference = order(other) - order(event) || compareInstants(other, event) || compareText(other.text, candidate.text)
      return difference > 0 ? candidate : other
    }
    chosen.set(key, CHOICES.map(known ? better : () => candidate))
  }
  const texts = new Set([...chosen.values()].flat().map(({ text }) => text))
  return { v: 1, marks: JSON.parse(`[${[...texts].sort()}]`) as DeliveryEvent[] }
}

/** An event, and its content as text. */
interface Candidate extends DeliveryEvent {
  readonly text: string
}

export function marksOf(evidence: Evidence, where: string): readonly DeliveryEvent[] {
  checkObject(evidence, where, 'evidence', 'Pass what collect gave; to apply, undefined where nothing is known yet.')
  checkOneOf([1], evidence.v, where, 'evidence.v', 'Collect it anew from the log of events.')
  return checkEvents(evidence.marks, where, 'evidence.marks')
}
