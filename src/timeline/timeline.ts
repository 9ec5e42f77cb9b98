import { standingOf, type Standing } from '../delivery/standing.ts'
import { verdictOf } from '../delivery/verdict.ts'
import { shownOf } from '../delivery/view.ts'
import { checkEvents } from '../event/check-event.ts'
import { checkNow } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { compareText, noneFirst, textOf } from '../event/order.ts'
import { DELIVERED, has, NEGATIVES, rankOf } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import { add, byStart, emptyAttempt } from '../evidence/attempt.ts'
import { placeOf } from '../evidence/joins.ts'
import { statusesOf } from '../evidence/slot.ts'
import { occurrenceOf, receptionOf } from '../evidence/claim.ts'
import { resolveOne } from '../evidence/message.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { TimelineEntry } from './timeline-entry.ts'

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
  const list = checkEvents(events, where)
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
        entries.push({ at: deadline, status: shown(), ...named(attempt.id), verdict: 'advanced', clock: policy.silence })
      }
    }
  }

  for (const { event, at, occurredAt } of inOrder(list, byOccurrence)) {
    if (closes && !closed && at > deadline) close()
    const { id, segment } = placeOf(joins, event)
    const known = standings.get(id)
    const before =
      known ?? standingOf(emptyAttempt(id, attempts.find((attempt) => attempt.id === id)?.segments), policy, deadline, closed)
    const { attempt } = before
    const claimed = statusesOf(attempt.slots[segment])
    add(attempt, event, segment, byOccurrence)
    const after = standingOf(attempt, policy, deadline, closed)
    standings.set(id, after)

    const rank = rankOf(event.status)
    const contrary = rank === DELIVERED ? NEGATIVES : has(NEGATIVES, rank) ? 1 << DELIVERED : 0
    entries.push({
      ...(at > -Infinity && { at }),
      status: shown(),
      ...named(id),
      verdict: verdictOf(event.status, segment, has(claimed, rank), before, after),
      outOfOrder: occurredAt > -Infinity && occurredAt < latest.get(id)!,
      conflict: (claimed & contrary) !== 0,
      clockSkew: event.occurredAt! > event.receivedAt!,
      event,
    })
    if (!(occurredAt <= latest.get(id)!)) latest.set(id, occurredAt)
  }
  if (closes && !closed) close()
  return entries
}

const named = (attemptId: string | undefined) => attemptId !== undefined && { attemptId }

/** As they became known; of one instant as they happened, then the weaker first, and then by content. None goes before all. */
function inOrder(events: readonly DeliveryEvent[], byOccurrence: boolean) {
  const dated = events.map((event) => {
    const occurredAt = noneFirst(occurrenceOf(event))
    return { event, at: byOccurrence ? occurredAt : noneFirst(receptionOf(event)), occurredAt }
  })
  return dated.sort(
    (a, b) =>
      a.at - b.at ||
      a.occurredAt - b.occurredAt ||
      rankOf(a.event.status) - rankOf(b.event.status) ||
      compareText(textOf(a.event), textOf(b.event)),
  )
}
