import { NO_ATTEMPT, startOf } from '../delivery/case.ts'
import { claimsOf } from '../delivery/claims.ts'
import { rulesOf, standingOf, type Rules, type Standing } from '../delivery/standing.ts'
import { verdictOf, type Step } from '../delivery/verdict.ts'
import { shownOf } from '../delivery/view.ts'
import { checkIterable, checkNow } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { DELIVERED, has, NEGATIVES } from '../event/precedence.ts'
import { STATUSES, type Status } from '../event/status.ts'
import { attemptIdOf, attemptsOf, byStart, checkOneMessage, joinsOf, segmentOf, type Joins } from '../evidence/joins.ts'
import { ledgerOf, timesByOccurrence } from '../evidence/ledger.ts'
import { addEvent, emptySlot, type Slot } from '../evidence/slot.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { datedInOrder, type Dated } from './dated.ts'
import type { EventEntry, TimelineEntry } from './timeline-entry.ts'

/**
 * Every event of a message in the order in which it became known, duplicates too, with what it did and what was shown after it;
 * and among them what silence did. Any order of the input gives the same. Time: n log n for n events, and n times the number of attempts.
 *
 * @param now ms since the epoch
 * @throws TypeError as `reduce` does
 */
export function timeline(events: Iterable<DeliveryEvent>, policy: Policy, now: number): TimelineEntry[] {
  const where = 'timeline: '
  checkPolicy(policy, where)
  checkNow(now, where)
  checkIterable(events, where, 'events')
  const list = [...events]
  const ledger = ledgerOf(list, where)
  const joins = joinsOf(ledger)
  const attempts = attemptsOf(ledger, joins)
  checkOneMessage(attempts, where)

  const rules = rulesOf(policy, startOf(ledger, attempts) + policy.window)
  const closes = Math.max(now, ledger.lastReceivedAt) >= rules.deadline
  const byOccurrence = timesByOccurrence(ledger)
  const story = new Story(joins, new Map(attempts.map((attempt) => [attempt.id, attempt.segments])), rules, byOccurrence)
  for (const dated of datedInOrder(list, byOccurrence)) {
    if (closes && dated.at > rules.deadline) story.close()
    story.add(dated)
  }
  if (closes) story.close()
  return story.entries
}

/** An attempt as far as it is known at a moment of the story. */
interface Track {
  readonly slots: (Slot | undefined)[]
  /** The largest `occurredAt` so far. */
  latest: number
  standing: Standing
}

/** Tells the events of a message one by one, with the joins, the n and the deadline of the whole. */
class Story {
  readonly entries: TimelineEntry[] = []
  private readonly tracks = new Map<string | undefined, Track>()
  private closed = false

  constructor(
    private readonly joins: Joins,
    private readonly segments: ReadonlyMap<string | undefined, number>,
    private readonly rules: Rules,
    private readonly byOccurrence: boolean,
  ) {}

  add({ event, rank, at, occurredAt }: Dated): void {
    const id = attemptIdOf(this.joins, event)
    const segment = segmentOf(this.joins, event, event.segment?.index ?? 0)
    const known = this.tracks.get(id)
    const track = known ?? this.born(id)
    const slot = (track.slots[segment] ??= emptySlot())
    const before = track.standing
    const { claimed } = slot

    addEvent(slot, rank, event)
    const claims = claimsOf(track.slots, this.segments.get(id) ?? 0, this.byOccurrence)
    const start = before.attempt.start === -Infinity ? at : before.attempt.start
    const blind = before.attempt.blind || event.receiptsExpected === false
    track.standing = standingOf({ ...before.attempt, start, blind, claims }, this.rules, this.closed)

    const entry: EventEntry = {
      ...(at > -Infinity && { at }),
      status: this.status(),
      ...(id !== undefined && { attemptId: id }),
      verdict: verdictOf({
        rank,
        segment,
        repeated: has(claimed, rank),
        first: known === undefined,
        before: sideOf(before),
        after: sideOf(track.standing),
      }),
      outOfOrder: occurredAt > -Infinity && occurredAt < track.latest,
      conflict: rank === DELIVERED ? (claimed & NEGATIVES) !== 0 : has(NEGATIVES, rank) && has(claimed, DELIVERED),
      clockSkew: event.occurredAt !== undefined && event.receivedAt !== undefined && event.occurredAt > event.receivedAt,
      event,
    }
    this.entries.push(entry)
    track.latest = Math.max(track.latest, occurredAt)
  }

  /** The deadline: the clock speaks of every attempt that is known, in the order in which they started. */
  close(): void {
    if (this.closed) return
    this.closed = true
    const at = this.rules.deadline
    for (const track of [...this.tracks.values()].sort((a, b) => byStart(a.standing.attempt, b.standing.attempt))) {
      const before = track.standing
      track.standing = standingOf(before.attempt, this.rules, true)
      if (track.standing.status === before.status) continue
      const { id } = track.standing.attempt
      const clock = STATUSES[this.rules.silence] as 'expired' | 'unknown'
      this.entries.push({ at, status: this.status(), ...(id !== undefined && { attemptId: id }), verdict: 'advanced', clock })
    }
  }

  private born(id: string | undefined): Track {
    const track = { slots: [], latest: -Infinity, standing: standingOf({ ...NO_ATTEMPT, id }, this.rules, this.closed) }
    this.tracks.set(id, track)
    return track
  }

  /** What the message shows now. */
  private status(): Status {
    return STATUSES[shownOf(this.standings())!.status]!
  }

  private *standings(): Iterable<Standing> {
    for (const { standing } of this.tracks.values()) yield standing
  }
}

const sideOf = ({ status, settled, attempt }: Standing): Step['before'] => ({ status, settled, statuses: attempt.claims.statuses })
