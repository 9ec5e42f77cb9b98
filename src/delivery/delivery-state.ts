import type { Confirmation } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import type { Outcome, Status } from '../event/status.ts'
import type { Action } from '../policy/policy.ts'

/**
 * When each status was reached, as early as any event says: ms since the epoch. Where the clock set
 * the status, the deadline.
 */
export interface Milestones {
  /** When the platform took it. */
  readonly acceptedAt?: number | undefined
  /** When it was queued. */
  readonly queuedAt?: number | undefined
  /** When it was handed to a carrier. */
  readonly sentAt?: number | undefined
  /** When it was delivered; of several segments, the last of them. */
  readonly deliveredAt?: number | undefined
  /** When a carrier reported that it could not be delivered. */
  readonly undeliveredAt?: number | undefined
  /** When it was refused. */
  readonly failedAt?: number | undefined
  /** When its window ended without a delivery report. */
  readonly expiredAt?: number | undefined
  /** When it was said that the outcome is not known. */
  readonly unknownAt?: number | undefined
  /** When it was opened, where the channel says so (WhatsApp, RCS). */
  readonly readAt?: number | undefined
  /**
   * When `delivered` was known, by the service's own clock: measure the time to deliver with it.
   * Also of a late delivery, where `since` is the deadline.
   */
  readonly deliveryKnownAt?: number | undefined
}

/** One submission to a provider. */
export interface AttemptState extends Milestones {
  /** Its name: the service's own, else the provider's id; absent of the only, nameless one. */
  readonly attemptId?: string | undefined
  /** Of several providers the smallest by code points. */
  readonly provider?: string | undefined
  /** Its ids at the provider, sorted by code points. */
  readonly providerMessageIds: readonly string[]
  /** What is concluded about it. */
  readonly status: Status
  /**
   * No receipt that is received later changes the status. Of a message: delivered is shown, or
   * every attempt is settled.
   */
  readonly settled: boolean
  /** When the status became known: ms since the epoch; absent where nothing carries a time. */
  readonly since?: number | undefined
  /** Who set the status; absent where nothing is known yet. */
  readonly by?: 'receipt' | 'clock' | undefined
  /** The strongest status that was ever claimed, in time or not. */
  readonly strongest: Status
  /** Receipts of one slot say `delivered`, and also `expired`, `failed` or `undelivered`. */
  readonly conflict: boolean
  /** Who vouches for `delivered`. */
  readonly confirmedBy?: Confirmation | undefined
  /** When the attempt started, as far as its events say: ms since the epoch. */
  readonly startedAt?: number | undefined
  /** Why it is not delivered, where a receipt says so. */
  readonly failure?: Failure | undefined
  /** False on a route where nobody reports after `sent`. */
  readonly receiptsExpected: boolean
}

/** What to do next. */
export interface Advice {
  /** What the product should do. */
  readonly action: Action
  /**
   * The identity of what is to be done: `ACTION/ATTEMPT`, or `ACTION` where the attempt has no
   * name. Do it once per key of a message: a unique (message id, advice key) in an outbox, written
   * with the state, makes that so. Only `poll` may be done again, while it is advised.
   */
  readonly key: string
  /** A resend could put a second copy on the phone. False only where it is proved. */
  readonly duplicateRisk: boolean
}

/**
 * What the product shows: the fields of the attempt that is shown, with `settled` and the
 * milestones of the whole message. Plain JSON.
 */
export interface DeliveryState extends AttemptState {
  /** The policy's name. */
  readonly policy: string
  /** The service's own id, where an event names it. */
  readonly messageId?: string | undefined
  /** What the status comes to. */
  readonly outcome: Outcome
  /** Where the window starts: ms since the epoch; absent where no event carries a time. */
  readonly windowStart?: number | undefined
  /** Where the window ends: ms since the epoch; absent where it has no start. */
  readonly deadline?: number | undefined
  /** The deadline has passed. */
  readonly closed: boolean
  /** It is open for longer than the policy's `slowAfter`. */
  readonly slow: boolean
  /**
   * The next instant at which time alone changes `key`, `settled` or `slow`: ms since the epoch.
   * Set one timer for it.
   */
  readonly reviewAt?: number | undefined
  /** The latest `receivedAt`: ms since the epoch. */
  readonly lastReceivedAt?: number | undefined
  /** What to do next. */
  readonly advice: Advice
  /** All attempts, in the order in which they started. */
  readonly attempts: readonly AttemptState[]
  /**
   * Changes exactly when the attempt, the status or the action shown does: redraw when it differs.
   * To act, go by `advice.key`.
   */
  readonly key: string
}
