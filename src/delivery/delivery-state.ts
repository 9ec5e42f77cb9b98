import type { Confirmation } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import type { Outcome, Status } from '../event/status.ts'
import type { Action } from '../policy/policy.ts'

/** When each status was reached, as early as anybody claims: ms since the epoch. */
export interface Milestones {
  readonly acceptedAt?: number | undefined
  readonly queuedAt?: number | undefined
  readonly sentAt?: number | undefined
  readonly deliveredAt?: number | undefined
  readonly undeliveredAt?: number | undefined
  readonly failedAt?: number | undefined
  readonly expiredAt?: number | undefined
  readonly unknownAt?: number | undefined
}

/** One submission to a provider. */
export interface AttemptState extends Milestones {
  readonly attemptId?: string | undefined
  /** Of several providers the smallest by code units. */
  readonly provider?: string | undefined
  /** Sorted by code units. */
  readonly providerMessageIds: readonly string[]
  readonly status: Status
  /** No later receipt changes the status. */
  readonly settled: boolean
  /** When the status became known: ms since the epoch, absent where nothing carries a time. */
  readonly since?: number | undefined
  /** Who set the status; absent where nothing is known yet. */
  readonly by?: 'receipt' | 'clock' | undefined
  /** The strongest claim, in time or not. */
  readonly strongest: Status
  /** Some slot has `delivered` and also `expired`, `failed` or `undelivered`, from receipts. */
  readonly conflict: boolean
  /** Who vouches for `delivered`. */
  readonly confirmedBy?: Confirmation | undefined
  /** When `delivered` was known, by our own clock: ms since the epoch. Also that of a late one. */
  readonly deliveryKnownAt?: number | undefined
  readonly startedAt?: number | undefined
  /** Why it is not delivered, where anybody said so. */
  readonly failure?: Failure | undefined
  /** False where somebody said that nobody reports after `sent`. */
  readonly receiptsExpected: boolean
}

/** What the product shows: the fields of the attempt that is shown, with the milestones of the whole message. Plain JSON. */
export interface DeliveryState extends AttemptState {
  /** The policy's name. */
  readonly policy: string
  readonly messageId?: string | undefined
  readonly outcome: Outcome
  /** ms since the epoch; absent, as `deadline` is, where no claim carries a time. */
  readonly windowStart?: number | undefined
  readonly deadline?: number | undefined
  /** The deadline has passed. */
  readonly closed: boolean
  readonly slow: boolean
  /** The next instant at which time alone changes `key`, `settled` or `slow`. Set one timer for it. */
  readonly reviewAt?: number | undefined
  readonly lastReceivedAt?: number | undefined
  readonly advice: {
    readonly action: Action
    /** Whether a resend could put a second copy on the phone. */
    readonly duplicateRisk: boolean
  }
  /** In the order in which they started. */
  readonly attempts: readonly AttemptState[]
  /** Changes exactly when the attempt, the status or the action shown does. Keep it beside the message and act when it differs. */
  readonly key: string
}
