import { readEvents } from '../event/read-event.ts'
import { checkObject, checkOneOf } from '../event/check.ts'
import { CONFIRMATIONS, type DeliveryEvent } from '../event/event.ts'
import { copyOf } from '../event/failure.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { compareText } from '../event/order.ts'
import { compareInstants, reasonRank, type Claim } from '../event/claim.ts'

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
const CHOICES: readonly ((claim: Claim) => number)[] = [
  ({ receivedAt }) => receivedAt,
  ({ receivedAt }) => -receivedAt,
  ({ occurredAt }) => occurredAt,
  ({ messageId }) => Number(messageId === undefined),
  ({ count }) => -count,
  ({ scheduledFor }) => -scheduledFor,
  ({ isBlind }) => -Number(isBlind),
  ({ confirmedBy }) => -CONFIRMATIONS.indexOf(confirmedBy!),
  reasonRank,
  ({ event }) => Number(event.ref === undefined),
]

export function evidenceOf(claims: readonly Claim[]): Evidence {
  const candidates = claims.map((claim) => new Candidate(claim)).sort(compare)
  const marks: DeliveryEvent[] = []
  for (let start = 0; start < candidates.length;) {
    let end = start + 1
    while (end < candidates.length && compareKinds(candidates[start]!, candidates[end]!) === 0) end++
    const kind = candidates.slice(start, end)
    for (const { mark } of kind.length > 1 ? chosenOf(kind) : kind) marks.push(mark)
    start = end
  }
  return { v: 1, marks }
}

/** Of one kind, in order: so the first of several that are equal by a choice is the one to keep. */
function chosenOf(kind: readonly Candidate[]): readonly Candidate[] {
  const first = (order: (claim: Claim) => number) =>
    kind.reduce((best, each) => (order(each.claim) < order(best.claim) ? each : best))
  const chosen = new Set(CHOICES.map(first))
  return kind.filter((each, i) => chosen.has(each) && !(i > 0 && compare(each, kind[i - 1]!) === 0))
}

class Candidate {
  readonly claim: Claim
  readonly mark: DeliveryEvent
  #text: string | undefined

  constructor(claim: Claim) {
    this.claim = claim
    this.mark = markOf(claim)
  }

  /** With its failure in front: of two at one instant the smaller failure goes first, whatever else they say. */
  get text(): string {
    return (this.#text ??= JSON.stringify([this.mark.failure, this.mark]))
  }
}

/** By kind, then as they became known, then by content. */
const compare = (a: Candidate, b: Candidate): number =>
  compareKinds(a, b) || compareInstants(a.claim, b.claim) || compareText(a.text, b.text)

/** One status under one set of ids. One without a `receivedAt` is in time whatever the others say: it is a kind of its own. */
const compareKinds = ({ claim: a }: Candidate, { claim: b }: Candidate): number =>
  compareText(a.attemptId, b.attemptId) ||
  compareText(a.provider, b.provider) ||
  compareText(a.providerMessageId, b.providerMessageId) ||
  a.segment - b.segment ||
  a.rank - b.rank ||
  Number(a.receivedAt === Infinity) - Number(b.receivedAt === Infinity)

/** What of an event decides anything; in one order, so that equal marks have one text. What only informs is left out. */
function markOf({
  event,
  attemptId,
  confirmedBy,
  failure,
  messageId,
  provider,
  providerMessageId,
  segment,
  count,
}: Claim): DeliveryEvent {
  const { occurredAt, receiptsExpected, receivedAt, ref, scheduledFor, status } = event
  const mark = {} as Draft<DeliveryEvent>
  if (attemptId !== undefined) mark.attemptId = attemptId
  if (confirmedBy !== undefined) mark.confirmedBy = confirmedBy
  if (failure !== undefined) mark.failure = copyOf(failure)
  if (messageId !== undefined) mark.messageId = messageId
  if (occurredAt !== undefined) mark.occurredAt = occurredAt
  if (provider !== undefined) mark.provider = provider
  if (providerMessageId !== undefined) mark.providerMessageId = providerMessageId
  if (receiptsExpected !== undefined) mark.receiptsExpected = receiptsExpected
  if (receivedAt !== undefined) mark.receivedAt = receivedAt
  if (ref !== undefined) mark.ref = ref
  if (scheduledFor !== undefined) mark.scheduledFor = scheduledFor
  if (segment > 0) mark.segment = count > 0 ? { count, index: segment } : { index: segment }
  mark.status = status
  return mark
}

export function marksOf(evidence: Evidence, where: string): readonly Claim[] {
  checkObject(evidence, where, 'evidence', 'Pass what collect gave; to apply, undefined where nothing is known yet.')
  checkOneOf([1], evidence.v, where, 'evidence.v', 'Collect it anew from the log of events.')
  return readEvents(evidence.marks, where, 'evidence.marks')
}
