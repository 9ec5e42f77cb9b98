import type { DeliveryEvent } from '../event/event.ts'
import { compareNumber, compareText, textOf } from '../event/order.ts'
import { rankOf, type Rank } from '../event/precedence.ts'
import { occurrence } from '../evidence/slot.ts'

/** An event with what it is sorted by. */
export interface Dated {
  readonly event: DeliveryEvent
  readonly rank: Rank
  /** When it became known; -Infinity, before all, where it carries no time. */
  readonly at: number
  /** When it happened, as far as it is believed; -Infinity where it does not say. */
  readonly occurredAt: number
}

/** Events in the order in which they became known; of one instant, as they happened, the weaker first, and then by content. */
export function datedInOrder(events: readonly DeliveryEvent[], byOccurrence: boolean): Dated[] {
  const dated = events.map((event): Dated => {
    const occurredAt = orFirst(occurrence(event))
    return { event, rank: rankOf(event.status)!, at: byOccurrence ? occurredAt : (event.receivedAt ?? -Infinity), occurredAt }
  })
  return dated.sort(
    (a, b) =>
      compareNumber(a.at, b.at) ||
      compareNumber(a.occurredAt, b.occurredAt) ||
      a.rank - b.rank ||
      compareText(textOf(a.event), textOf(b.event)),
  )
}

const orFirst = (time: number): number => (time === Infinity ? -Infinity : time)
