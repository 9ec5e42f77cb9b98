import type { Milestones } from '../delivery/delivery-state.ts'
import type { Confirmation } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import type { Status } from '../event/status.ts'
import { NO_SEGMENTS, type Segments } from './segments.ts'

/**
 * What is known of the attempt, late evidence too: plain JSON, of a size that does not grow with
 * the events. Fields are named as in `DeliveryState`; instants are ms since the epoch. Milestones
 * are those that receipts claim: where the clock set the status, read `since`.
 */
export interface DeliveryContext extends Omit<Milestones, 'readAt' | 'deliveryKnownAt'> {
  /** The strongest claim, in time or not. */
  readonly strongest: Status
  /** When the status became known. */
  readonly since?: number | undefined
  /** Who set the status; absent where nothing is known yet. */
  readonly by?: 'receipt' | 'clock' | undefined
  /** Who vouches for `delivered`. */
  readonly confirmedBy?: Confirmation | undefined
  /**
   * Why it failed: of the strongest claim that gives a reason other than `unknown`, else that gives
   * any.
   */
  readonly failure?: Failure | undefined
  /** The status of that claim. */
  readonly failureOf?: Status | undefined
  /** False where nobody reports after `sent`. */
  readonly receiptsExpected: boolean
  readonly scheduledFor?: number | undefined
  readonly windowStart?: number | undefined
  /** When the deadline is to be sent; absent until a claim carries a time. */
  readonly deadline?: number | undefined
  readonly segments: Segments
}

export const NOTHING_KNOWN: DeliveryContext = {
  strongest: 'pending',
  receiptsExpected: true,
  segments: NO_SEGMENTS,
}
