import type { Failure } from './failure.ts'
import type { Status } from './status.ts'

/** Who vouches for a delivery, weakest first. */
export const CONFIRMATIONS = /* @__PURE__ */ Object.freeze([
  'platform',
  'carrier',
  'handset',
  'user',
] as const)

/**
 * Who vouches for a delivery.
 *
 * - `platform`: the provider alone, which may only mean that it handed the message on
 * - `carrier`: a carrier, which may mean its own message center
 * - `handset`: the phone itself acknowledged it
 * - `user`: a person did something that proves it, such as typing the code
 */
export type Confirmation = (typeof CONFIRMATIONS)[number]

/** How an event reached the service. */
export const SOURCES = /* @__PURE__ */ Object.freeze([
  'webhook',
  'poll',
  'response',
  'smpp',
  'service',
  'user',
  'manual',
] as const)

/**
 * How an event reached the service. It informs and decides nothing.
 *
 * - `webhook`: the provider called
 * - `poll`: the service asked for the state
 * - `response`: the answer to the request that submitted the message
 * - `smpp`: a `deliver_sm`
 * - `service`: the service itself knows it
 * - `user`: a user did something
 * - `manual`: a person entered it
 */
export type Source = (typeof SOURCES)[number]

/** One part of a multipart SMS. */
export interface Segment {
  /** Which part: from 1 to 255, and not above `count`. */
  readonly index: number
  /** How many parts there are: from 1 to 255. */
  readonly count?: number | undefined
}

/**
 * One claim about a message, in our words: read from a provider's receipt, or made by the service
 * itself ("we submitted it", "the user typed the code"). Instants are ms since the epoch (UTC).
 * Texts have at most 512 UTF-16 code units, no NUL and no lone surrogate, so that any store takes
 * them; ids are not empty.
 */
export interface DeliveryEvent {
  /** What is claimed. */
  readonly status: Status
  /** When the service learned it, by its own clock: this decides whether it is in time. */
  readonly receivedAt?: number | undefined
  /**
   * When it happened, by the provider's clock. Milestones use it; the window does not, unless no
   * event of the message has a `receivedAt`.
   */
  readonly occurredAt?: number | undefined
  /** What the product meant to send: the service's own id. */
  readonly messageId?: string | undefined
  /** One submission of the message; a resend is another. */
  readonly attemptId?: string | undefined
  /** Who sent the receipt, by the provider's name. */
  readonly provider?: string | undefined
  /** The provider's id of the submission, or of one part of it. */
  readonly providerMessageId?: string | undefined
  /** The part of a multipart SMS that it is about; left out for the attempt as a whole. */
  readonly segment?: Segment | undefined
  /** The provider's id of this event. It informs and decides nothing. */
  readonly eventId?: string | undefined
  /** How it reached the service. It informs and decides nothing. */
  readonly source?: Source | undefined
  /** Who vouches for `delivered`. */
  readonly confirmedBy?: Confirmation | undefined
  /** Why it failed, where the provider said so. */
  readonly failure?: Failure | undefined
  /** The message is not to leave before this instant; its window starts no earlier. */
  readonly scheduledFor?: number | undefined
  /** False on a route where nobody reports after `sent`. */
  readonly receiptsExpected?: boolean | undefined
  /**
   * The service's own reference, where the provider echoes one. It decides nothing.
   *
   * Where each part of a long text has an id of its own (SMPP, Vonage's SMS API), do not join the
   * parts by it: each id would be an attempt, and one part delivered would be the message.
   * `submission` ties the ids of the request's answer to the parts of one attempt:
   * `submission({ messageId, provider: 'vonage', providerMessageIds: ['A', 'B'], receivedAt })`.
   */
  readonly reference?: string | undefined
  /** Where the service keeps the raw receipt. */
  readonly ref?: string | undefined
  /**
   * Only with `delivered`: the channel says that it was opened (WhatsApp, RCS; never SMS). It
   * decides no status.
   */
  readonly read?: true | undefined
}

/** Every field of an event. The compiler keeps it complete. */
export const FIELDS = {
  attemptId: 0,
  confirmedBy: 0,
  eventId: 0,
  failure: 0,
  messageId: 0,
  occurredAt: 0,
  provider: 0,
  providerMessageId: 0,
  read: 0,
  receiptsExpected: 0,
  receivedAt: 0,
  ref: 0,
  reference: 0,
  scheduledFor: 0,
  segment: 0,
  source: 0,
  status: 0,
} satisfies Record<keyof DeliveryEvent, 0>
