import { checkEvent } from '../event/check-event.ts'
import { checkObject, checkOneOf } from '../event/check.ts'
import { CONFIRMATIONS, type DeliveryEvent } from '../event/event.ts'
import { misuse } from '../event/misuse.ts'
import { compareText, textOf } from '../event/order.ts'
import { compareClaims, occurrenceOf, vagueness } from './claim.ts'

/**
 * All that is known of a message, as plain JSON: no policy, no clock, and equal sets of events give equal text.
 * Keep it as a cache beside the service's own log of events. Its size grows with the ids and segments of a message, never with its receipts.
 *
 * The layout is this version's own: hand it to `merge`, `stateOf` and `apply`, and read states instead.
 */
export interface Evidence {
  readonly v: 1
  /** The few events that decide: the rest of those with the same status and ids could be left out, and nothing would change. */
  readonly marks: readonly DeliveryEvent[]
}

/**
 * Of all events with one status under one set of ids the first by each of these are kept. What is known of them is a minimum, a maximum or
 * a union, and each of those is that of some event here: so what is chosen from two choices is what would be chosen from all.
 */
const CHOICES: readonly [keyof DeliveryEvent, (event: DeliveryEvent) => number][] = [
  ['receivedAt', ({ receivedAt = 0 }) => receivedAt],
  ['receivedAt', ({ receivedAt = 0 }) => -receivedAt],
  ['occurredAt', (event) => occurrenceOf(event) ?? Infinity],
  ['messageId', ({ messageId }) => Number(messageId === undefined)],
  ['segment', ({ segment }) => -(segment?.count ?? 0)],
  ['scheduledFor', ({ scheduledFor = -Infinity }) => -scheduledFor],
  ['receiptsExpected', ({ receiptsExpected }) => Number(receiptsExpected !== false)],
  ['confirmedBy', ({ confirmedBy }) => -CONFIRMATIONS.indexOf(confirmedBy!)],
  ['failure', vagueness],
  ['ref', ({ ref }) => Number(ref === undefined)],
]

export function evidenceOf(events: readonly DeliveryEvent[]): Evidence {
  const chosen = new Map<string, Candidate[]>()
  // What only informs is left out.
  for (const { eventId, source, reference, ...event } of events) {
    const { attemptId, provider, providerMessageId, segment, status, receivedAt } = event
    // One without a `receivedAt` is in time whatever the others say: it is chosen apart.
    const key = JSON.stringify([attemptId, provider, providerMessageId, segment?.index, status, receivedAt === undefined])
    const candidate = { ...event, text: textOf(event) }
    const known = chosen.get(key)
    const better = ([field, order]: (typeof CHOICES)[number], i: number) => {
      const other = known![i]!
      const difference =
        order(other) - order(event) || compareClaims(other, event, field) || compareText(other.text, candidate.text)
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

const REMEDY = 'Collect it anew from the log of events.'

export function marksOf(evidence: Evidence, where: string): readonly DeliveryEvent[] {
  checkObject(evidence, where, 'evidence', 'Pass what collect gave; to apply, undefined where nothing is known yet.')
  checkOneOf([1], evidence.v, where, 'evidence.v', REMEDY)
  const { marks } = evidence
  const isList: boolean = Array.isArray(marks)
  if (!isList) misuse(where, 'evidence.marks', 'an array', marks, REMEDY)
  for (const [i, mark] of marks.entries()) checkEvent(mark, `${where}evidence.marks[${i}].`)
  return marks
}
