import type { DeliveryEvent, Segment } from './event.ts'
import type { Failure } from './failure.ts'

/** By code units, so that every machine agrees; negative where `a` comes first. */
export function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** For comparisons in which no time, `Infinity` elsewhere, goes before all. */
export const noneFirst = (time: number): number => (time === Infinity ? -Infinity : time)

/** The smaller of two instants, where there are two. */
export const minDefined = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b! < a ? b : a

/** Every field of an event and of what stands in it, sorted. The compiler sees to it that none is forgotten. */
export const FIELDS = /* @__PURE__ */ Object.keys({
  attemptId: 0,
  code: 0,
  confirmedBy: 0,
  count: 0,
  eventId: 0,
  failure: 0,
  index: 0,
  messageId: 0,
  occurredAt: 0,
  permanent: 0,
  provider: 0,
  providerMessageId: 0,
  reason: 0,
  receiptsExpected: 0,
  receivedAt: 0,
  ref: 0,
  reference: 0,
  scheduledFor: 0,
  segment: 0,
  source: 0,
  status: 0,
} satisfies Record<keyof DeliveryEvent | keyof Failure | keyof Segment, 0>)

/** JSON with sorted keys: equal contents have one text. */
export const textOf = (value: unknown): string => JSON.stringify(value, FIELDS)
