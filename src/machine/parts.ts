import { minDefined } from '../event/order.ts'
import type { Status } from '../event/status.ts'
import type { ClaimEvent } from './machine-event.ts'

/** What is known of the parts of a long text. */
export interface Parts {
  /** The largest declared count; 0 where nobody declared one, and then parts complete nothing. */
  readonly count: number
  /** When each part was delivered, by its index from 1; null where nobody says when. */
  readonly deliveredAt: Readonly<Record<string, number | null>>
}

export const NO_PARTS: Parts = { count: 0, deliveredAt: {} }

export function withPart({ count, deliveredAt }: Parts, event: ClaimEvent): Parts {
  const { type, segment } = event
  if (!segment) return { count, deliveredAt }
  const { index } = segment
  const reached = minDefined(deliveredAt[index] ?? undefined, reachedAt(event)) ?? null
  return {
    count: Math.max(count, segment.count ?? 0),
    deliveredAt: type === 'delivered' ? { ...deliveredAt, [index]: reached } : deliveredAt,
  }
}

/**
 * What an event claims of the whole attempt; `parts` are those with it:
 *
 *     1/2 queued ── 1/2 delivered ─────── 2/2 delivered
 *         ^^^^^^ queued ^^^^^^^^^ no more than sent ^^^^^^^^^ delivered
 */
export function claimOf({ type, segment }: ClaimEvent, parts: Parts): Status {
  if (type !== 'delivered' || !segment) return type
  return parts.count > 0 && arrivals(parts).length === parts.count ? 'delivered' : 'sent'
}

/** When what an event claims of the whole attempt was reached, as early as anybody claims. */
export function reachedBy(event: ClaimEvent, parts: Parts): number | undefined {
  if (event.type !== 'delivered' || !event.segment) return reachedAt(event)
  const times = arrivals(parts).filter((time) => time !== null)
  return times.length > 0 ? Math.max(...times) : undefined
}

const reachedAt = ({ at, occurredAt }: ClaimEvent): number | undefined => minDefined(at, occurredAt)

const arrivals = ({ count, deliveredAt }: Parts): (number | null)[] =>
  Object.entries(deliveredAt).flatMap(([index, time]) => (Number(index) <= count ? [time] : []))
