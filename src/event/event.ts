import type { Failure } from './failure.ts'
import type { Status } from './status.ts'

/** Who vouches for a claim, weakest first. */
export const CONFIRMATIONS = /* @__PURE__ */ Object.freeze(['platform', 'carrier', 'handset', 'user'] as const)
export type Confirmation = (typeof CONFIRMATIONS)[number]

/** How a claim reached the service. */
export const SOURCES = /* @__PURE__ */ Object.freeze([
  'webhook',
  'poll',
  'response',
  'smpp',
  'service',
  'user',
  'manual',
] as const)
export type Source = (typeof SOURCES)[number]

/** One part of a multipart SMS. */
export interface Segment {
  /** From 1 to 255, and not above `count`. */
  readonly index: number
  /** How many parts there are, from 1 to 255. */
  readonly count?: number | undefined
}

/**
 * One claim about a message, in our words: read from a provider's receipt, or made by the service itself
 * ("we submitted it", "the user typed the code"). Instants are milliseconds since the epoch (UTC).
 */
export interface DeliveryEvent {
  readonly status: Status
  /** When the service learned it, by the service's own clock. This is what decides whether it is in time. */
  readonly receivedAt?: number | undefined
  /** When it happened, by the provider's clock. Milestones use it; the window does not, unless no event has a `receivedAt`. */
  readonly occurredAt?: number | undefined
  /** What the product meant to send: the service's own id. */
  readonly messageId?: string | undefined
  /** One submission of the message; a resend is another. */
  readonly attemptId?: string | undefined
  readonly provider?: string | undefined
  readonly providerMessageId?: string | undefined
  readonly segment?: Segment | undefined
  readonly eventId?: string | undefined
  readonly source?: Source | undefined
  readonly confirmedBy?: Confirmation | undefined
  readonly failure?: Failure | undefined
  /** The message is not to leave before this instant; its window starts no earlier. */
  readonly scheduledFor?: number | undefined
  /** False on a route where nobody reports after "sent". */
  readonly receiptsExpected?: boolean | undefined
  /** The service's own reference, where the provider echoes one. It informs and decides nothing. */
  readonly reference?: string | undefined
  /** Where the service keeps the raw receipt. */
  readonly ref?: string | undefined
}
