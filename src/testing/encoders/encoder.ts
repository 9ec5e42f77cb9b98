import type { DeliveryEvent } from '../../event/event.ts'

/** How one provider writes down what happened. What its words and codes mean is not said here: the provider itself is asked. */
export interface Encoder {
  /** Its status words; of those that mean the same, the usual one first. */
  readonly words: readonly string[]
  /** Its error codes, the usual ones first. */
  readonly codes: readonly string[]
  /** An id as this provider makes them, and of nobody: another one for each `n`. */
  readonly id: (n: number) => string
  /** What it says of a long text: a receipt for each part, which has an `id` of its own or a number in the `receipt`; or one for the `whole`. */
  readonly parts: 'id' | 'receipt' | 'whole'
  /** Which of its formats carries this event. */
  readonly format: (event: DeliveryEvent) => Format
}

export interface Format {
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded'
  /** It writes times in whole units of so many ms, and cuts off the rest; 0 where it cuts nothing. */
  readonly tick: number
  /** The receipt, as a body parser gives it. What is `undefined` in it is left out. */
  readonly write: (said: Said) => Record<string, unknown>
}

/** An event in a provider's own words. */
export interface Said {
  readonly id: string
  readonly word: string
  readonly code: string | undefined
  /** When it happened, as ISO 8601 in UTC with milliseconds. */
  readonly time: string | undefined
  readonly event: DeliveryEvent
}

/** A number as hexadecimal digits, for the end of an id. */
export const hex = (n: number, digits: number): string => n.toString(16).padStart(digits, '0')

/** `2026-01-15T09:00:04.250Z` as `260115090004`. */
export const compact = (time: string): string => time.replace(/\D/g, '').slice(2, 14)

/** Whether its times tell one event from the next: a time to the minute would seem to lie before what happened in that minute. */
export const isPrecise = (format: Format): boolean => format.tick <= 1_000
