import type { Confirmation, Source } from '../event/event.ts'
import type { FailureReason } from '../event/failure.ts'
import type { Status } from '../event/status.ts'
import type { Provider } from '../receipts/provider.ts'
import type { ReadTime, TimeFormat } from './times.ts'

/** All that is special about a provider, as data. `defineProvider` makes the provider of it. */
export interface ProviderSpec {
  /** Goes into each event's `provider`, and before the message of each issue. */
  readonly name: string
  /** What they send. Of several that fit a receipt the first one counts. */
  readonly shapes: readonly ShapeSpec[]
  /**
   * Their status words to ours. A word in other letter case is the same word; a word that is not
   * here is an issue. With a row `null`, a status field that holds null says that word; without
   * one, null is nothing. Needed unless each shape has its own.
   */
  readonly statuses?: StatusTable | undefined
  /**
   * Their error codes to our reasons. A code in other letter case is the same code; one that is not
   * here is kept.
   */
  readonly codes?: CodeTable | undefined
  /**
   * What a code means that is not in the table: by default a failure with the reason `unknown`.
   * With `{ reason: 'unknown', warning: true }` it puts no failure on a status that is not
   * negative.
   */
  readonly unlistedCodes?: CodeRow | undefined
}

/** One of ours, or of yours, with words and codes added or changed, in all of its shapes. */
export interface ProviderExtension {
  readonly extends: Provider
  readonly name: string
  /** A word that the provider has, in any letter case, is replaced. */
  readonly statuses?: StatusTable | undefined
  /** A code that the provider has, in any letter case, is replaced. */
  readonly codes?: CodeTable | undefined
}

/** Their status words, with what each of them means. */
export type StatusTable = Readonly<Record<string, StatusRow>>
/** Their error codes, with what each of them means. */
export type CodeTable = Readonly<Record<string, CodeRow>>

/** One shape of a receipt: where the fields are that are read. All others are ignored. */
export interface ShapeSpec {
  /** The events' source, unless the context names one. Defaults to `webhook`. */
  readonly source?: Source | undefined
  /** What else its receipts have, beside id and status, and no other provider's have. */
  readonly when?: Conditions | undefined
  /** What marks an inbound message, which is no receipt. */
  readonly inbound?: Conditions | undefined
  /**
   * What marks a claim that is not the last word: a final status is `sent` then, with its failure
   * kept.
   */
  readonly intermediate?: Conditions | undefined
  readonly toFields?: ToFields | undefined
  /**
   * Its words, if the same ones mean something else in another shape. They replace the spec's: none
   * of those is read here.
   */
  readonly statuses?: StatusTable | undefined
  /** Its codes, in the same way. */
  readonly codes?: CodeTable | undefined
  /** The same for a code that is not in its table. */
  readonly unlistedCodes?: CodeRow | undefined
  /**
   * A prefix of all its paths: with `data`, `id` is `data.id`; with `events[]`, a receipt has one
   * report per item of `events`.
   */
  readonly within?: Path | undefined
  /**
   * The provider's id of the message. Left out only if the provider has none: the context's ids say
   * then which message it is.
   */
  readonly id?: TextField | undefined
  readonly status: TextField
  /**
   * The error code. If there are several, the first one that reports a failure is kept; the reason
   * comes from the first one that the table knows.
   */
  readonly code?: TextField | undefined
  /**
   * Whether the failure is permanent: true or false, `"true"` or `"false"`, 1 or 0. It goes before
   * what the tables say.
   */
  readonly permanent?: TextField | undefined
  /** When it happened: the first that is there. */
  readonly time?: TimeField | readonly TimeField[] | undefined
  readonly eventId?: TextField | undefined
  /** The service's own reference, if the provider echoes it. */
  readonly reference?: TextField | undefined
  /** The segment of a multipart SMS that the receipt is about, counted from 1. */
  readonly segment?:
    { readonly index: TextField; readonly count?: TextField | undefined } | undefined
  /**
   * The recipient, only if several share a message id: what `recipientKey` makes of it is joined to
   * the id (`id:key`).
   */
  readonly recipient?: TextField | undefined
}

/**
 * Makes fields for the paths if a receipt has none by itself: of lines of text, XML, numbers packed
 * into bytes, JSON text in a field of an envelope. It gets the text (bytes are decoded already) or,
 * if that was JSON, the parsed object, and answers an object of its own, in which issues name their
 * places. If many receipts came in one, it answers an array of such objects, each read by itself.
 * Undefined says that the receipt is not theirs, and so does an error. It is asked about whatever
 * comes, other providers' receipts too: let it look at one property or one character first, and
 * take linear time.
 *
 * @example
 * ```ts
 * const pager = defineProvider({
 *   name: 'pager',
 *   shapes: [{ toFields: (receipt) => /^OK (?<id>\d+) (?<state>[A-Z]+)$/.exec(String(receipt))?.groups, id: 'id', status: 'state' }],
 *   statuses: { SENT: 'sent', ACKED: 'delivered' },
 * })
 * console.log(pager.parse('OK 17 ACKED').events[0]?.status) // → delivered
 * ```
 */
export type ToFields = (receipt: unknown) => unknown

/**
 * Own keys joined by dots, from the receipt as a whole: `data.messageSid`, `errors.0.code`. A path
 * through a list says `[]`: with `results[].messageId` a receipt holds one report per item of
 * `results`, and paths without `[]` are what they have in common. A receipt has one such list at
 * most.
 */
export type Path = string

/**
 * The first of the paths that holds something: text, or an integer, which is read as text. Null and
 * empty text are nothing.
 */
export type TextField = Path | readonly Path[]

export interface TimeField {
  readonly path: TextField
  /**
   * How it is written: the name of a format, or a function of the text and the zone (an IANA name
   * or an offset such as `+02:00`, for a text that names none), which answers ms since the epoch,
   * or NaN if the text is no such time. It may rewrite the text for one of `TIME_FORMATS`.
   */
  readonly format: TimeFormat | ReadTime
  /**
   * What is written if there is no time: `0000000000`, `/^ND$/`. Then the next field is looked at,
   * and nothing is wrong.
   */
  readonly none?: string | RegExp | undefined
  /**
   * The zone in which the provider writes it, if the text names none. The context's goes first.
   * Defaults to UTC.
   */
  readonly timeZone?: string | undefined
}

/** All of these hold: it is this text, it matches. Numbers, true and false are read as text. */
export type Conditions = Readonly<Record<Path, string | RegExp>>

/**
 * What a status word means. With a `reason` it is a failure by itself, also if the status is
 * `sent`: not delivered so far, and the provider says that more will come. `inbound` is the word of
 * a message that came in.
 */
export type StatusRow =
  | Status
  | 'inbound'
  | {
      readonly status: Status
      /** Who vouches for `delivered`. Defaults to the carrier. */
      readonly confirmedBy?: Confirmation | undefined
      readonly reason?: FailureReason | undefined
      /**
       * True if the provider says that trying again is useless, false if it says that it is not.
       */
      readonly permanent?: boolean | undefined
      /** The channel says that it was opened (WhatsApp, RCS; never SMS). Only with `delivered`. */
      readonly read?: true | undefined
      /** No code changes the status. */
      readonly ignoresCode?: boolean | undefined
    }

/** What an error code means. `null`: nothing has failed. */
export type CodeRow =
  | FailureReason
  | null
  | {
      readonly reason: FailureReason
      /** Replaces the word's status if that is `failed`, `undelivered` or `expired`. */
      readonly status?: Status | undefined
      /**
       * True if the provider says that trying again is useless, false if it says that it is not.
       */
      readonly permanent?: boolean | undefined
      /** A reason only if the word says that something has failed. */
      readonly warning?: boolean | undefined
    }
  | {
      /**
       * Nothing has failed, and the code says who vouches for `delivered`. It goes before what the
       * word says.
       */
      readonly confirmedBy: Confirmation
    }
