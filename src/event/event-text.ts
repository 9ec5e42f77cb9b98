import { checkHost } from './check-host.ts'
import { checkEvent } from './checked-event.ts'
import { FIELDS, type DeliveryEvent } from './event.ts'
import { copyFailure } from './failure.ts'

/**
 * An event as canonical JSON: sorted keys, no undefined fields, and without `ref`, so that equal
 * claims have one text wherever their raw receipts are kept. Its hash is a unique key for a table
 * of events. A queue must carry `receivedAt`, so that a redelivery is the same claim.
 *
 * @throws TypeError for an event that is not as `DeliveryEvent` says
 * @example
 * ```ts
 * console.log(eventText({ status: 'sent', receivedAt: 4_000 })) // → {"receivedAt":4000,"status":"sent"}
 * ```
 */
export function eventText(event: DeliveryEvent): string {
  checkHost('eventText: ')
  checkEvent(event, 'eventText: event.')
  const { failure, segment } = event
  return JSON.stringify({
    attemptId: event.attemptId,
    confirmedBy: event.confirmedBy,
    eventId: event.eventId,
    failure: failure && copyFailure(failure),
    messageId: event.messageId,
    occurredAt: event.occurredAt,
    provider: event.provider,
    providerMessageId: event.providerMessageId,
    read: event.read,
    receiptsExpected: event.receiptsExpected,
    receivedAt: event.receivedAt,
    reference: event.reference,
    scheduledFor: event.scheduledFor,
    segment: segment && { count: segment.count, index: segment.index },
    source: event.source,
    status: event.status,
  } satisfies Record<keyof Omit<DeliveryEvent, 'ref'>, unknown>)
}

/** An event, or a part of one, as JSON with sorted keys, `ref` too. */
export const fullText = (value: unknown): string => JSON.stringify(value, SORTED)

const SORTED = /* @__PURE__ */ Object.keys(FIELDS)
