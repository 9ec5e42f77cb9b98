import * as z from 'zod'
import { CONFIRMATIONS, SOURCES, type DeliveryEvent, type Segment } from '../event/event.ts'
import { FAILURE_REASONS, type Failure } from '../event/failure.ts'
import { STATUSES } from '../event/status.ts'
import { id, instant, text, type Fields } from './fields.ts'

/** One of the nine statuses. */
export const status = /* @__PURE__ */ z.enum(STATUSES)

export const confirmation = /* @__PURE__ */ z.enum(CONFIRMATIONS)

export const reason = /* @__PURE__ */ z.enum(FAILURE_REASONS)

export const failure: z.ZodType<Failure, Failure> = /* @__PURE__ */ failureSchema()

/** A part, from 1 to 255, whose index is not above the count. JSON Schema cannot say the last. */
export const segment: z.ZodType<Segment, Segment> = /* @__PURE__ */ segmentSchema()

/**
 * An event, exactly as `collect` and `reduce` take it; `undefined` is nothing, `null` is an error.
 * Fields that are none of ours are left out of the result: keep what you received where you need
 * them.
 *
 * @example
 * ```ts
 * console.log(deliveryEvent.safeParse({ status: 'sent', receivedAt: '2026-11-20' }).error?.issues[0]?.path) // → [ 'receivedAt' ]
 * ```
 */
export const deliveryEvent: z.ZodType<DeliveryEvent, DeliveryEvent> = /* @__PURE__ */ eventSchema()

function eventSchema() {
  return z
    .object(eventFields())
    .refine(({ read, status }) => read === undefined || status === 'delivered', {
      path: ['read'],
      error: 'Only beside the status delivered',
    })
}

/** In the order of {@link DeliveryEvent}, which is that of what is parsed. */
export function eventFields() {
  return {
    status,
    receivedAt: instant.optional(),
    occurredAt: instant.optional(),
    messageId: id.optional(),
    attemptId: id.optional(),
    provider: id.optional(),
    providerMessageId: id.optional(),
    segment: segment.optional(),
    eventId: id.optional(),
    source: z.enum(SOURCES).optional(),
    confirmedBy: confirmation.optional(),
    failure: failure.optional(),
    scheduledFor: instant.optional(),
    receiptsExpected: z.boolean().optional(),
    reference: text.optional(),
    ref: text.optional(),
    read: z.literal(true).optional(),
  } satisfies Fields<DeliveryEvent>
}

function failureSchema() {
  return z.object({
    reason,
    code: text.optional(),
    permanent: z.boolean().optional(),
  } satisfies Fields<Failure>)
}

function segmentSchema() {
  const place = z.int().min(1).max(255)
  return z
    .object({ index: place, count: place.optional() } satisfies Fields<Segment>)
    .refine(({ index, count }) => count === undefined || index <= count, {
      path: ['index'],
      error: 'Above the count',
    })
}
