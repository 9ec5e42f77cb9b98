import type { ClockEntry, EventEntry } from '../timeline/timeline-entry.ts'
import type { Note } from './notes.ts'

/** An event of the timeline, and what there is to say about it. */
export interface ExplainedEvent extends EventEntry {
  readonly notes: readonly Note[]
}

/** What silence did, and what there is to say about it. */
export interface ExplainedClock extends ClockEntry {
  readonly notes: readonly Note[]
}

export type ExplainedEntry = ExplainedEvent | ExplainedClock
