import type { Verdict } from '../delivery/verdict.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { Status } from '../event/status.ts'

/** What one event did. */
export interface EventEntry {
  /** When it became known: ms since the epoch; absent where it carries no time. */
  readonly at?: number | undefined
  /** What the message shows after this entry. */
  readonly status: Status
  /** The attempt that it is about, by today's ties. */
  readonly attemptId?: string | undefined
  /** The segment that it is about, by today's ties; absent for the attempt as a whole. */
  readonly segment?: number | undefined
  /** What it did to its attempt. */
  readonly verdict: Verdict
  /** It happened before something that is listed above it for the same attempt. */
  readonly outOfOrder: boolean
  /** It contradicts an event that is listed above it for the same slot. */
  readonly conflict: boolean
  /** Its `occurredAt` is later than its `receivedAt`: the provider's clock is ahead. */
  readonly clockSkew: boolean
  /** The event itself, as it was handed in. */
  readonly event: DeliveryEvent
  readonly clock?: undefined
}

/** What silence did, at the deadline. */
export interface ClockEntry {
  /** The deadline: ms since the epoch. */
  readonly at: number
  /** What the message shows after this entry. */
  readonly status: Status
  /** The attempt whose status it changed. */
  readonly attemptId?: string | undefined
  /** An entry of the clock is listed only where it changed the status. */
  readonly verdict: 'advanced'
  /** The status that the clock set. */
  readonly clock: 'expired' | 'unknown'
  readonly segment?: undefined
  readonly outOfOrder?: undefined
  readonly conflict?: undefined
  readonly clockSkew?: undefined
  readonly event?: undefined
}

/** A line of the story: an event, or what the clock did. */
export type TimelineEntry = EventEntry | ClockEntry
