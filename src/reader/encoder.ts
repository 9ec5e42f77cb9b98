import type { DeliveryEvent } from '../event/event.ts'
import { TIME_FORMATS } from './times.ts'

/**
 * How a provider writes down what happened: the formats in which it sends receipts, the usual one
 * first.
 */
export type Encoder = readonly [Format, ...Format[]]

/** One format. What its words and codes mean is not written here: the provider itself is asked. */
export interface Format {
  /** Its status words; of those that mean the same, the usual one first. */
  readonly words: readonly string[]
  /** Its error codes, the usual ones first. */
  readonly codes: readonly string[]
  /** An id as the provider makes them, and of nobody: another one for each `n`, from 1. */
  readonly id: (n: number) => string
  /**
   * What tells that an id is of this format, where the provider has another kind of id in another
   * one.
   */
  readonly hasId?: RegExp | undefined
  /** The provider has no id of its own: the service's reference says which message it is. */
  readonly isNameless?: boolean | undefined
  /**
   * What it says of a long text: a receipt for each part, which has an `id` of its own or a number
   * in the `receipt`; or one for the `whole`.
   */
  readonly parts: 'id' | 'receipt' | 'whole'
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded'
  /**
   * It writes times in whole units of so many ms, and cuts off the rest; 0 where it cuts nothing.
   * Infinity where it tells no time.
   */
  readonly tick: number
  /** The receipt, as a body parser gives it. What is `undefined` in it is left out. */
  readonly write: (worded: WordedEvent) => Record<string, unknown>
}

/** An event in a provider's own words. */
export interface WordedEvent {
  readonly id: string
  readonly word: string
  readonly code: string | undefined
  /** When it happened, as ISO 8601 in UTC with milliseconds. */
  readonly time: string | undefined
  readonly event: DeliveryEvent
}

/**
 * What ties an event to its message: the provider's id, or the reference if the provider has none.
 */
export const tieOf = (
  { isNameless }: Format,
  id: string,
): Pick<DeliveryEvent, 'providerMessageId' | 'reference'> =>
  isNameless ? { reference: id } : { providerMessageId: id }

/** The codes of a table, the usual ones first. */
export const usualFirst = (usual: readonly string[], codes: object): string[] => [
  ...usual,
  ...Object.keys(codes),
]

export const FORM = 'application/x-www-form-urlencoded'
export const JSON_TEXT = 'application/json'

/** A number as hexadecimal digits, for the end of an id. */
export const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0')

/** A UUID of nobody. */
export const uuid = (n: number): string => `aaaaaaaa-0000-4000-8000-${hex(n, 12)}`
export const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** The recipient of receipts that name one. */
export const RECIPIENT = '15550100123'

/**
 * The two halves of an id to which the recipient is joined. An id without one gets the usual
 * recipient.
 */
export function splitId(id: string): readonly [id: string, recipient: string] {
  const colon = id.lastIndexOf(':')
  return colon > 0 && colon < id.length - 1
    ? [id.slice(0, colon), id.slice(colon + 1)]
    : [id, RECIPIENT]
}

/** `2026-01-15T09:00:04.250Z` as `2601150900`. */
export const compact = (time: string): string => time.replace(/\D/g, '').slice(2, 12)

const HOUR = 3_600_000

/**
 * `2026-07-15T13:17:00.250Z` as `2026-07-15 14:17:00`: what clocks in London show. In autumn one
 * hour comes twice; for its second time the offset stands behind it.
 */
export function londonClock(time: string): string {
  const written = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ')
  const at = Math.floor(Date.parse(time) / 1_000) * 1_000
  const shown = [written(at + HOUR), written(at)].find(
    (text) => TIME_FORMATS.iso8601(text, 'Europe/London') === at,
  )
  return shown ?? `${written(at)}+00:00`
}

/**
 * Whether its times tell one event from the next: a time to the minute would seem to lie before
 * what happened in that minute.
 */
export const isPrecise = ({ tick }: Format): boolean => tick <= 1_000
