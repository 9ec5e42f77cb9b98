import type { DeliveryEvent } from './event.ts'
import type { Failure } from './failure.ts'

/** By code units, so that every machine agrees; a negative number where `a` comes first. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Numbers, with `Infinity` for none: last. `Infinity - Infinity` is not a number, hence not a subtraction. */
export function compareNumber(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Every field of an event and of what stands in it, sorted. */
const FIELDS = [
  ...['attemptId', 'code', 'confirmedBy', 'count', 'eventId', 'failure', 'index', 'messageId', 'occurredAt', 'permanent', 'provider'],
  ...['providerMessageId', 'reason', 'receiptsExpected', 'receivedAt', 'ref', 'reference', 'scheduledFor', 'segment', 'source', 'status'],
]

/** JSON text with sorted keys: equal contents have one text. */
export const textOf = (value: DeliveryEvent | Failure): string => JSON.stringify(value, FIELDS)
