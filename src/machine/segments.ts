import { minDefined } from '../event/order.ts'
import type { Status } from '../event/status.ts'
import type { StatusEvent } from './machine-event.ts'

/** What is known of the segments of a long text. */
export interface Segments {
  /**
   * The largest declared count; 0 where nobody declared one, and then segments complete nothing.
   */
  readonly count: number
  /** When each segment was delivered, by its index from 1; null where nobody says when. */
  readonly deliveredAt: Readonly<Record<string, number | null>>
}

export const NO_SEGMENTS: Segments = { count: 0, deliveredAt: {} }

export function withSegment({ count, deliveredAt }: Segments, event: StatusEvent): Segments {
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
 * What an event claims of the whole attempt; `segments` are those with it:
 *
 *     1/2 queued ── 1/2 delivered ─────── 2/2 delivered
 *         ^^^^^^ queued ^^^^^^^^^ no more than sent ^^^^^^^^^ delivered
 */
export function statusFrom({ type, segment }: StatusEvent, segments: Segments): Status {
  if (type !== 'delivered' || !segment) return type
  return segments.count > 0 && arrivals(segments).length === segments.count ? 'delivered' : 'sent'
}

/** When what an event claims of the whole attempt was reached, as early as anybody claims. */
export function milestoneFrom(event: StatusEvent, segments: Segments): number | undefined {
  if (event.type !== 'delivered' || !event.segment) return reachedAt(event)
  const times = arrivals(segments).filter((time) => time !== null)
  return times.length > 0 ? Math.max(...times) : undefined
}

const reachedAt = ({ at, occurredAt }: StatusEvent): number | undefined =>
  minDefined(at, occurredAt)

const arrivals = ({ count, deliveredAt }: Segments): (number | null)[] =>
  Object.entries(deliveredAt).flatMap(([index, time]) => (Number(index) <= count ? [time] : []))
