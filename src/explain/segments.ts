import type { ClockEntry, EventEntry, TimelineEntry } from '../timeline/timeline-entry.ts'
import { plain } from './plain.ts'

/** An event of the timeline with its segment, from 1; none for the attempt as a whole. */
export type SegmentEntry = EventEntry & { readonly segment?: number | undefined }

/** The entries with their segments, and the largest declared count by attempt. */
export function segmentsOf(entries: readonly TimelineEntry[]) {
  const counts = new Map<string | undefined, number>()
  const tied = new Map<string, Set<number>>()
  for (const { event, attemptId } of entries) {
    if (event?.segment === undefined) continue
    const { index, count = 0 } = event.segment
    if (count > (counts.get(attemptId) ?? 0)) counts.set(attemptId, count)
    if (event.attemptId === undefined || event.providerMessageId === undefined) continue
    tied.set(event.providerMessageId, (tied.get(event.providerMessageId) ?? new Set()).add(index))
  }
  // An event that names no segment has the one of its provider message id, if that id has exactly one.
  const segmentOf = ({ event: { segment, providerMessageId = '' } }: EventEntry): number | undefined => {
    const [only, ...others] = tied.get(providerMessageId) ?? []
    return segment?.index ?? (others.length > 0 ? undefined : only)
  }
  return {
    counts,
    entries: entries.map((entry): SegmentEntry | ClockEntry =>
      entry.event === undefined ? entry : plain({ ...entry, segment: segmentOf(entry) }),
    ),
  }
}
