import type { DeliveryEvent } from '../event/event.ts'
import type { ClockEntry, EventEntry } from '../timeline/timeline-entry.ts'
import type { Note } from './notes.ts'

/** An event of the timeline, and what there is to say about it. */
export interface ExplainedEvent extends EventEntry {
  /** A copy: the fields of an event, and nothing else that was handed in with it. */
  readonly event: DeliveryEvent
  readonly notes: readonly Note[]
}

/** What silence did, and what there is to say about it. */
export interface ExplainedClock extends ClockEntry {
  readonly notes: readonly Note[]
}

export type ExplainedEntry = ExplainedEvent | ExplainedClock
