import { checkHost } from './check-host.ts'
import { checkEvent } from './checked-event.ts'
import type { DeliveryEvent } from './event.ts'
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
  return textOf(event, undefined)
}

/** The same of an event that is checked, with `ref`. */
export const fullText = (event: DeliveryEvent): string => textOf(event, event.ref)

/** Each field by name: neither what else an object holds nor its `toJSON` is in the text. */
function textOf(event: DeliveryEvent, ref: string | undefined): string {
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
    ref,
    reference: event.reference,
    scheduledFor: event.scheduledFor,
    segment: segment && { count: segment.count, index: segment.index },
    source: event.source,
    status: event.status,
  } satisfies Record<keyof DeliveryEvent, unknown>)
}
