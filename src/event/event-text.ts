import type { DeliveryEvent, Segment } from './event.ts'
import type { Failure } from './failure.ts'

/** Every field of an event and of what it holds, sorted. The compiler keeps it complete. */
const FIELDS = {
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
  read: 0,
  reason: 0,
  receiptsExpected: 0,
  receivedAt: 0,
  ref: 0,
  reference: 0,
  scheduledFor: 0,
  segment: 0,
  source: 0,
  status: 0,
} satisfies Record<keyof DeliveryEvent | keyof Failure | keyof Segment, 0>

const WITH_REF = /* @__PURE__ */ Object.keys(FIELDS)
const WITHOUT_REF = /* @__PURE__ */ WITH_REF.filter((field) => field !== 'ref')

/**
 * An event as canonical JSON: sorted keys, no undefined fields, and without `ref`, so that equal
 * claims have one text wherever their raw receipts are kept. Its hash is a unique key for a table
 * of events. A queue must carry `receivedAt`, so that a redelivery is the same claim.
 *
 * @example
 * ```ts
 * console.log(eventText({ status: 'sent', receivedAt: 4_000 })) // → {"receivedAt":4000,"status":"sent"}
 * ```
 */
export const eventText = (event: DeliveryEvent): string => JSON.stringify(event, WITHOUT_REF)

/** An event, or a part of one, as JSON with sorted keys, `ref` too. */
export const fullText = (value: unknown): string => JSON.stringify(value, WITH_REF)
