import type { Verdict } from '../delivery/verdict.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { Status } from '../event/status.ts'

/** What one event did. */
export interface EventEntry {
  /** When it became known: ms since the epoch, absent where it carries no time. */
  readonly at?: number | undefined
  /** What the message shows after this entry. */
  readonly status: Status
  readonly attemptId?: string | undefined
  readonly verdict: Verdict
  /** It happened before something that is listed above it for the same attempt. */
  readonly outOfOrder: boolean
  /** It contradicts a claim that is listed above it for the same slot. */
  readonly conflict: boolean
  /** Its `occurredAt` is later than its `receivedAt`: the provider's clock is ahead. */
  readonly clockSkew: boolean
  readonly event: DeliveryEvent
  readonly clock?: undefined
}

/** What silence did, at the deadline. */
export interface ClockEntry {
  readonly at: number
  readonly status: Status
  readonly attemptId?: string | undefined
  readonly verdict: 'advanced'
  /** The status that the clock set. */
  readonly clock: 'expired' | 'unknown'
  readonly outOfOrder?: undefined
  readonly conflict?: undefined
  readonly clockSkew?: undefined
  readonly event?: undefined
}

export type TimelineEntry = EventEntry | ClockEntry
