import { standingOf, type Standing } from '../delivery/attempt-status.ts'
import { verdictOf } from '../delivery/verdict.ts'
import { shownOf } from '../delivery/shown.ts'
import { readEvents } from '../event/read-event.ts'
import { checkNow } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { compareText, noneFirst, textOf } from '../event/order.ts'
import { DELIVERED, has, NEGATIVES } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import { add, byStart, emptyAttempt } from '../message/attempt.ts'
import { placeOf } from '../message/ties.ts'
import type { Claim } from '../event/claim.ts'
import { resolveOne } from '../message/message.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { ClockEntry, EventEntry, TimelineEntry } from './timeline-entry.ts'

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
  const list = readEvents(events, where)
  // Joins, n and start are those of the whole: the past is read with today's ties.
  const message = resolveOne(list, where)
  const { joins, attempts, lastReceivedAt } = message
  const byOccurrence = lastReceivedAt === -Infinity
  const deadline = message.start + policy.window
  const closes = Math.max(now, lastReceivedAt) >= deadline

  const entries: TimelineEntry[] = []
  const standings = new Map<string | undefined, Standing>()
  const latest = new Map<string | undefined, number>()
  const shown = () => STATUSES[shownOf(standings.values())!.status]!
  let closed = false

  // The clock speaks of every attempt that is known, in the order in which they started.
  const close = () => {
    closed = true
    for (const before of [...standings.values()].sort((a, b) => byStart(a.attempt, b.attempt))) {
      const { attempt } = before
      const after = standingOf(attempt, policy, deadline, closed)
      standings.set(attempt.id, after)
      if (after.status !== before.status) {
        const entry: Draft<ClockEntry> = { at: deadline, status: shown(), verdict: 'advanced', clock: policy.silence }
        if (attempt.id !== undefined) entry.attemptId = attempt.id
        entries.push(entry)
      }
    }
  }

  for (const { claim, at, occurredAt } of inOrder(list, byOccurrence)) {
    const { event, rank } = claim
    if (closes && !closed && at > deadline) close()
    const { id, segment } = placeOf(joins, claim)
    const known = standings.get(id)
    const before =
      known ?? standingOf(emptyAttempt(id, attempts.find((attempt) => attempt.id === id)?.segments), policy, deadline, closed)
    const { attempt } = before
    const claimed = attempt.slots[segment]?.statuses ?? 0
    add(attempt, claim, segment, byOccurrence)
    const after = standingOf(attempt, policy, deadline, closed)
    standings.set(id, after)

    const contrary = rank === DELIVERED ? NEGATIVES : has(NEGATIVES, rank) ? 1 << DELIVERED : 0
    const entry: Draft<EventEntry> = {
      status: shown(),
      verdict: verdictOf(event.status, segment, has(claimed, rank), before, after),
      outOfOrder: occurredAt > -Infinity && occurredAt < latest.get(id)!,
      conflict: (claimed & contrary) !== 0,
      clockSkew: event.occurredAt! > event.receivedAt!,
      event,
    }
    if (at > -Infinity) entry.at = at
    if (id !== undefined) entry.attemptId = id
    entries.push(entry)
    if (!(occurredAt <= latest.get(id)!)) latest.set(id, occurredAt)
  }
  if (closes && !closed) close()
  return entries
}

/** As they became known; of one instant as they happened, then the weaker first, and then by content. None goes before all. */
function inOrder(claims: readonly Claim[], byOccurrence: boolean) {
  const dated = claims.map((claim) => {
    const occurredAt = noneFirst(claim.occurredAt)
    return { claim, at: byOccurrence ? occurredAt : noneFirst(claim.receivedAt), occurredAt }
  })
  return dated.sort(
    (a, b) =>
      a.at - b.at ||
      a.occurredAt - b.occurredAt ||
      a.claim.rank - b.claim.rank ||
      compareText(textOf(a.claim.event), textOf(b.claim.event)),
  )
}
