import type { Confirmation } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import type { Status } from '../event/status.ts'

/**
 * All that is known of a message, as plain JSON: no policy, no clock, and equal sets of events give equal text.
 * Keep it as a cache beside the service's own log of events. Its size grows with the attempts and segments of a message, never with its receipts.
 *
 * The layout is this version's own: hand it to `merge`, `stateOf` and `apply`, and read states instead.
 */
export interface Evidence {
  readonly v: 1
  readonly messageId?: string
  readonly scheduledFor?: number
  readonly lastReceivedAt?: number
  /** Sorted by attempt id, provider and provider message id, by code units, none first. */
  readonly trails: readonly EvidenceTrail[]
}

/** What was claimed under one set of ids. */
export interface EvidenceTrail {
  readonly attemptId?: string
  readonly provider?: string
  readonly providerMessageId?: string
  /** The largest declared count. */
  readonly segments?: number
  readonly receiptsExpected?: false
  /** The whole first, then by segment index. */
  readonly slots: readonly EvidenceSlot[]
}

export interface EvidenceSlot {
  readonly segment?: number
  /** Weakest first. */
  readonly marks: readonly EvidenceMark[]
}

/** "This status is claimed, known since …": what is kept of all events with one status on one slot. */
export interface EvidenceMark {
  readonly status: Status
  readonly receivedAt?: number
  /** Some event of it had no `receivedAt`. */
  readonly untimed?: true
  readonly occurredAt?: number
  readonly confirmedBy?: Confirmation
  readonly failure?: Failure & KeptTimes
  readonly ref?: { readonly value: string } & KeptTimes
}

/** The times of the one event that a value was kept from. */
export interface KeptTimes {
  readonly receivedAt?: number
  readonly occurredAt?: number
}
