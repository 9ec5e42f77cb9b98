import type { DeliveryEvent } from '../../event/event.ts'
import type { FailureReason } from '../../event/failure.ts'
import type { Status } from '../../event/status.ts'

/** What really becomes of a part of a text. */
export type Fate = 'delivered' | 'failed' | 'undelivered' | 'vanished'

/**
 * What went wrong between what happened and what the service was told: a receipt was `lost`, came
 * again (`duplicated`), was `held` up on its way or by an `outage` of the service; a final word was
 * `contradicted`; the provider's `clock` stamped a receipt later than it arrived; or no receipt
 * came at all (`silence`).
 */
export type Trouble =
  'lost' | 'duplicated' | 'held' | 'outage' | 'contradicted' | 'clock' | 'silence'

/**
 * What truly happened to a message, by the true clock: nobody in the network knows all of it.
 * Instants are ms since the epoch.
 */
export interface Truth {
  readonly messageId: string
  /** When the whole text stood on the handset for the first time; absent where it never did. */
  readonly deliveredAt?: number | undefined
  /** One, and a second where it was resent. */
  readonly attempts: readonly TrueAttempt[]
  /**
   * All that reached the service, in order of arrival: its own events, and what stood in the
   * receipts. `reduce` tells what an honest reader of them would show.
   */
  readonly events: readonly DeliveryEvent[]
}

export interface TrueAttempt {
  readonly attemptId: string
  readonly provider: string
  /** Several where each part has an id of its own. */
  readonly providerMessageIds: readonly string[]
  readonly submittedAt: number
  readonly deliveredAt?: number | undefined
  /** One for each part of the text. */
  readonly parts: readonly TruePart[]
  /** The provider's own last word, whether or not its receipt arrived. */
  readonly knows: Status
  readonly troubles: readonly Trouble[]
}

export interface TruePart {
  readonly fate: Fate
  /** When it was delivered, refused or given up; of what vanished, when it was last seen. */
  readonly at: number
  readonly reason?: FailureReason | undefined
}
