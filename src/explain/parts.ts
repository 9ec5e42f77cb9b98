import type { DeliveryEvent } from '../event/event.ts'
import type { TimelineEntry } from '../timeline/timeline-entry.ts'

/** Which part of a long text an event is about, and of how many. */
export interface Parts {
  /** From 1; 0 for the whole text. */
  of(event: DeliveryEvent): number
  /** The largest declared count; 0 where none is. */
  count(attemptId: string | undefined): number
}

/** An event that names no part has the part of its provider message id, where that id has exactly one. */
export function partsOf(entries: readonly TimelineEntry[]): Parts {
  const counts = new Map<string | undefined, number>()
  const tied = new Map<string, Set<number>>()
  for (const { event, attemptId } of entries) {
    if (event?.segment === undefined) continue
    const { index, count = 0 } = event.segment
    counts.set(attemptId, Math.max(counts.get(attemptId) ?? 0, count))
    if (event.attemptId === undefined || event.providerMessageId === undefined) continue
    tied.set(event.providerMessageId, (tied.get(event.providerMessageId) ?? new Set()).add(index))
  }
  return {
    of({ segment, providerMessageId = '' }) {
      const [only, ...others] = tied.get(providerMessageId) ?? []
      return segment?.index ?? (others.length > 0 ? 0 : (only ?? 0))
    },
    count: (attemptId) => counts.get(attemptId) ?? 0,
  }
}
