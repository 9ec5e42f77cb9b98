import type { DeliveryEvent } from '../event/event.ts'
import type { Status } from '../event/status.ts'
import type { EventEntry, TimelineEntry } from '../timeline/timeline-entry.ts'
import type { Calendar } from './calendar.ts'
import { durationText } from './duration.ts'
import type { Parts } from './parts.ts'
import { because } from './reason.ts'
import { BLIND, CLAIMS, CONFIRMED, FILLS_IN, FLAGS, SILENCE, VERDICTS_MEAN } from './sentences.ts'

/** Below this, the way of a receipt to us is not worth a word. */
const SLOW_RECEIPT = 10_000

/** Says why, entry by entry: it has to be asked in the timeline's order. */
export class Narrator {
  private readonly told = new Map<string, EventEntry>()

  constructor(
    private readonly parts: Parts,
    private readonly calendar: Calendar,
    private readonly deadline: number | undefined,
  ) {}

  why(entry: TimelineEntry): string {
    if (entry.event === undefined) return SILENCE + shownElse(entry, entry.clock)
    const part = this.parts.of(entry.event)
    const notes = [this.main(entry, part), ...this.beside(entry, part)]
    const key = keyOf(entry, part, entry.event.status)
    if (!this.told.has(key)) this.told.set(key, entry)
    return this.named(entry, part) + notes.join('; ')
  }

  private main(entry: EventEntry, part: number): string {
    const { event, verdict } = entry
    switch (verdict) {
      case 'duplicate':
        return `${VERDICTS_MEAN.duplicate}${this.sinceFirst(entry, part)}`
      case 'partial':
        return event.status === 'delivered' ? this.claimWithParts(entry, part) : `${claimOf(event)}; ${VERDICTS_MEAN.partial}`
      case 'late':
        return [...this.afterDeadline(entry), VERDICTS_MEAN.late + because(event)].join('; ')
      case 'advanced':
        return [this.claimWithParts(entry, part), ...this.afterDeadline(entry)].join('; ') + shownElse(entry, event.status)
      case 'stale':
        // That a part arrived is news, whatever is known of the whole.
        return event.status === 'delivered' && part > 0
          ? this.claimWithParts(entry, part)
          : FILLS_IN[event.status] + because(event)
    }
  }

  /** What stands beside the verdict. */
  private beside(entry: EventEntry, part: number): string[] {
    const { event, at, outOfOrder, conflict, clockSkew } = entry
    const { occurredAt, receivedAt, scheduledFor } = event
    const notes: string[] = []
    const lag = occurredAt === undefined || receivedAt === undefined ? 0 : receivedAt - occurredAt
    if (clockSkew) notes.push(`${FLAGS.clockSkew} by ${durationText(-lag)}`)
    const happened = lag > 0 && occurredAt !== undefined ? ` at ${this.calendar.beside(at, occurredAt)}` : ''
    // Of a repeat they were said the first time.
    const news = entry.verdict !== 'duplicate'
    if (outOfOrder && news) notes.push(happened === '' ? FLAGS.outOfOrder : `${FLAGS.outOfOrder},${happened}`)
    else if (lag >= SLOW_RECEIPT) notes.push(`it happened${happened}`)
    if (conflict && news) notes.push(`${FLAGS.conflict}: ${this.contradicted(entry, part).join(', ')}`)
    if (scheduledFor !== undefined) notes.push(`to leave at ${this.calendar.beside(at, scheduledFor)}`)
    if (event.receiptsExpected === false) notes.push(BLIND)
    return notes
  }

  private named({ attemptId }: EventEntry, part: number): string {
    const count = this.parts.count(attemptId)
    return part === 0 ? '' : `part ${part}${count > 0 ? ` of ${count}` : ''}: `
  }

  private sinceFirst(entry: EventEntry, part: number): string {
    const first = this.told.get(keyOf(entry, part, entry.event.status))
    if (first === undefined) return ''
    const { at } = entry
    const ago =
      at === undefined || first.at === undefined
        ? ''
        : at > first.at
          ? `, ${durationText(at - first.at)} earlier`
          : ', at the same instant'
    const claim = claimOf(entry.event)
    return claimOf(first.event) === claim ? ago : `${ago}: ${claim}`
  }

  /** With how many parts have their delivery report by now. */
  private claimWithParts(entry: EventEntry, part: number): string {
    const claim = claimOf(entry.event)
    const count = this.parts.count(entry.attemptId)
    if (part === 0 || entry.event.status !== 'delivered' || count === 1) return claim
    if (count === 0) return `${claim}, of how many parts is not known`
    let done = 0
    for (let i = 1; i <= count; i++) if (i === part || this.told.has(keyOf(entry, i, 'delivered'))) done++
    return done === count ? `${claim}, now for all ${count} parts` : `${claim}, ${done} of ${count} parts so far`
  }

  private afterDeadline({ at }: EventEntry): string[] {
    if (at === undefined || this.deadline === undefined || at <= this.deadline) return []
    return [`${durationText(at - this.deadline)} after the deadline`]
  }

  private contradicted(entry: EventEntry, part: number): Status[] {
    const against: Status[] = entry.event.status === 'delivered' ? ['expired', 'failed', 'undelivered'] : ['delivered']
    return against.filter((status) => this.told.has(keyOf(entry, part, status)))
  }
}

function claimOf(event: DeliveryEvent): string {
  const by = event.status === 'delivered' && event.confirmedBy !== undefined ? ` ${CONFIRMED[event.confirmedBy]}` : ''
  return CLAIMS[event.status] + by + because(event)
}

/** Several attempts, and parts, may leave something else on the screen than the line itself says. */
const shownElse = ({ status }: TimelineEntry, own: Status): string => (status === own ? '' : `; shown: ${status}`)

const keyOf = ({ attemptId }: EventEntry, part: number, status: Status): string => JSON.stringify([attemptId, part, status])
