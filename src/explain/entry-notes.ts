import type { DeliveryEvent } from '../event/event.ts'
import { fullText } from '../event/event-text.ts'
import type { Status } from '../event/status.ts'
import type { EventEntry, TimelineEntry } from '../timeline/timeline-entry.ts'
import type { ExplainedEntry } from './explained-entry.ts'
import type { Claim, Note } from './notes.ts'
import { plain } from './plain.ts'
import { toldFailure } from './reason-event.ts'

/** A receipt that was on its way for less than this is not worth a note. */
const SLOW_RECEIPT = 10_000

/** What has been listed so far. */
interface Listed {
  /** The first entry of each status, by slot and status. */
  readonly first: Map<string, EventEntry>
  /** The segments that have their delivery report, by attempt. */
  readonly delivered: Map<string | undefined, Set<number>>
}

/**
 * Each entry with its notes, in the order of the timeline.
 *
 * @param counts the number of segments by attempt
 */
export function entryNotes(
  entries: readonly TimelineEntry[],
  counts: ReadonlyMap<string | undefined, number>,
  deadline: number | undefined,
): ExplainedEntry[] {
  const listed: Listed = { first: new Map(), delivered: new Map() }
  return entries.map((entry) => {
    if (entry.event === undefined) {
      return { ...entry, notes: [{ code: 'silence' }, ...otherwiseShown(entry, entry.clock)] }
    }
    const segments = counts.get(entry.attemptId)
    const delivered = addDelivered(entry, segments, listed)
    const notes = [
      ...mainNotes(entry, listed, { delivered, segments }, deadline),
      ...flagNotes(entry, listed),
    ]
    const key = keyOf(entry, entry.event.status)
    if (!listed.first.has(key)) listed.first.set(key, entry)
    return { ...entry, event: plainEvent(entry.event), notes }
  })
}

/** Without what else the caller's object holds, which may be no JSON. */
const plainEvent = (event: DeliveryEvent): DeliveryEvent =>
  JSON.parse(fullText(event)) as DeliveryEvent

/** How many segments have their delivery report by now; undefined if there is nothing to count. */
function addDelivered(
  { event, attemptId, segment }: EventEntry,
  segments = 0,
  { delivered }: Listed,
): number | undefined {
  if (segment === undefined || event.status !== 'delivered') return
  const known = delivered.get(attemptId) ?? new Set()
  delivered.set(attemptId, known)
  if (segment <= segments) known.add(segment)
  return segments === 1 ? undefined : known.size
}

interface Progress {
  readonly delivered: number | undefined
  readonly segments: number | undefined
}

/** What the verdict means for this event. */
function* mainNotes(
  entry: EventEntry,
  { first }: Listed,
  progress: Progress,
  deadline: number | undefined,
): Iterable<Note> {
  const { event, verdict, at, segment } = entry
  const claim = claimOf(event)
  const whole: Note = plain({
    code: 'claim',
    ...claim,
    delivered: progress.delivered,
    segments: progress.delivered === undefined ? undefined : (progress.segments ?? 0),
  })
  const late: Note[] =
    at === undefined || deadline === undefined || at <= deadline
      ? []
      : [{ code: 'after-deadline', duration: at - deadline }]
  switch (verdict) {
    case 'duplicate':
      yield repeatOf(entry, first.get(keyOf(entry, event.status)))
      break
    case 'partial':
      yield whole
      if (event.status !== 'delivered') yield { code: 'whole-unchanged' }
      break
    case 'late':
      yield* late
      yield plain({ code: 'kept', failure: claim.failure })
      break
    case 'advanced':
      yield whole
      yield* late
      yield* otherwiseShown(entry, event.status)
      break
    case 'stale':
      // That a segment arrived is news, whatever is known of the whole.
      yield event.status === 'delivered' && segment !== undefined
        ? whole
        : plain({ code: 'stale', status: event.status, failure: claim.failure })
  }
}

/** What stands beside the verdict. */
function* flagNotes(entry: EventEntry, { first }: Listed): Iterable<Note> {
  const { event, outOfOrder, conflict, clockSkew } = entry
  // Adding 0 makes 0 of -0, which JSON has not.
  const { occurredAt, receivedAt, scheduledFor } = event
  const lag = occurredAt === undefined || receivedAt === undefined ? 0 : receivedAt - occurredAt
  if (clockSkew) yield { code: 'clock-ahead', duration: -lag }
  // Of a repeat they were said the first time.
  const isNews = entry.verdict !== 'duplicate'
  if (outOfOrder && isNews)
    yield plain({
      code: 'out-of-order',
      occurredAt: lag > 0 && occurredAt !== undefined ? occurredAt + 0 : undefined,
    })
  else if (occurredAt !== undefined && lag >= SLOW_RECEIPT)
    yield { code: 'happened-at', occurredAt: occurredAt + 0 }
  if (conflict && isNews) {
    const against: Status[] =
      event.status === 'delivered' ? ['expired', 'failed', 'undelivered'] : ['delivered']
    yield {
      code: 'contradicts',
      statuses: against.filter((status) => first.has(keyOf(entry, status))),
    }
  }
  if (scheduledFor !== undefined) yield { code: 'scheduled', scheduledFor: scheduledFor + 0 }
  if (event.read === true && isNews) yield { code: 'read' }
  if (event.receiptsExpected === false) yield { code: 'no-receipts-expected' }
}

/** With several attempts or segments, the message may show something else than the entry says. */
const otherwiseShown = ({ status }: TimelineEntry, own: Status): Note[] =>
  status === own ? [] : [{ code: 'shows', status }]

function repeatOf({ event, at }: EventEntry, first: EventEntry | undefined): Note {
  const isSame = first === undefined || claimKey(first.event) === claimKey(event)
  return plain({
    code: 'repeat',
    ago: at === undefined || first?.at === undefined ? undefined : at - first.at,
    claim: isSame ? undefined : claimOf(event),
  })
}

const claimOf = ({ status, confirmedBy, failure }: DeliveryEvent): Claim =>
  plain({
    status,
    confirmedBy: status === 'delivered' ? confirmedBy : undefined,
    failure: toldFailure(failure),
  })

const claimKey = (event: DeliveryEvent): string => JSON.stringify(claimOf(event))

const keyOf = ({ attemptId, segment }: EventEntry, status: Status): string =>
  JSON.stringify([attemptId, segment, status])
