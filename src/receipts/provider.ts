import { isStorable } from '../event/check.ts'
import type { DeliveryEvent, Segment, Source } from '../event/event.ts'

/** Reads one provider's receipts. */
export interface Provider {
  /** Goes into each event's `provider`. */
  readonly name: string
  /**
   * Reads a receipt, or an array of them: the parsed object, JSON or form-encoded text or bytes,
   * `URLSearchParams`, or the URL of a GET request, with or without its origin. Never throws on
   * data; what cannot be read becomes an issue that keeps the received value.
   */
  parse(receipt: unknown, context?: ReceiptContext): Parsed
}

/** What the service knows about a receipt that the receipt itself does not say. */
export interface ReceiptContext {
  /** When the service received it: ms since the epoch, by the service's own clock. */
  readonly receivedAt?: number | undefined
  /**
   * The service's own message id, or how to find it from the event. An answer that is no id is an
   * issue; undefined is none known.
   *
   * Where each part of a long text has an id of its own, `(event) => event.reference` makes an
   * attempt of each part: `submission` says that they are one.
   */
  readonly messageId?: string | ((event: DeliveryEvent) => string | undefined) | undefined
  /** The attempt that it is about, by the service's own name. */
  readonly attemptId?: string | undefined
  /** The part of a multipart SMS that it is about. */
  readonly segment?: Segment | undefined
  /** How it reached the service, where the provider's own default (mostly `webhook`) is wrong. */
  readonly source?: Source | undefined
  /** Where the service keeps the raw receipt. */
  readonly ref?: string | undefined
  /**
   * The zone of times that carry none: an IANA name or an offset such as `+02:00`. Defaults to UTC.
   */
  readonly timeZone?: string | undefined
  /**
   * What stands for a recipient in ids, if several recipients share a message id. Defaults to the
   * number itself.
   */
  readonly recipientKey?: ((recipient: string) => string) | undefined
}

/** What was read of receipts, and what could not be read. */
export interface Parsed {
  /** What the receipts claim, in the order in which they came. */
  readonly events: DeliveryEvent[]
  /** What could not be read: of one `parse` the first 10,000, then one that counts the rest. */
  readonly issues: Issue[]
}

/** What kinds of issues there are. */
export const ISSUE_CODES = /* @__PURE__ */ Object.freeze([
  'invalid',
  'unrecognized-status',
  'not-a-receipt',
  'undetected-provider',
] as const)

/**
 * What kind of thing could not be read.
 *
 * - `invalid`: a field holds what cannot be right; it is left out, or the event is
 * - `unrecognized-status`: the provider says a word that is not in its table; it becomes no status
 * - `not-a-receipt`: it is something else: a message that came in, a page of HTML, another
 *   provider's
 * - `undetected-provider`: no provider that is known sends this, or two do
 */
export type IssueCode = (typeof ISSUE_CODES)[number]

/**
 * A receipt, or a part of one, that could not be read. Nothing is lost: it keeps what was received.
 */
export interface Issue {
  /** For programs: what kind of thing it is. */
  readonly code: IssueCode
  /** For people: one English sentence, which names the provider. */
  readonly message: string
  /** Where in the receipt. */
  readonly path?: (string | number)[] | undefined
  /** The value that could not be read, as it was received. */
  readonly received?: unknown
  /** Which item of the receipts, from 0. */
  readonly index?: number | undefined
  /**
   * The context's, if it is no function, so that a receipt that cannot be read is not lost to its
   * message.
   */
  readonly messageId?: string | undefined
  /** The context's: where the raw receipt is kept. */
  readonly ref?: string | undefined
}

/** What an issue says of its context. */
export function issueContext({ messageId, ref }: ReceiptContext = {}): Pick<
  Issue,
  'messageId' | 'ref'
> {
  const isId = typeof messageId === 'string' && messageId !== '' && isStorable(messageId)
  return { ...(isId && { messageId }), ...(typeof ref === 'string' && isStorable(ref) && { ref }) }
}
