import { checkId, checkInstant, checkIterable, checkObject, checkOneOf, checkType, checkWhole } from './check.ts'
import { CONFIRMATIONS, SOURCES, type DeliveryEvent } from './event.ts'
import { FAILURE_REASONS } from './failure.ts'
import type { Place } from './misuse.ts'
import { STATUSES } from './status.ts'

/** The events as an array, each checked. */
export function checkEvents(events: Iterable<DeliveryEvent>, where: string, field = 'events'): readonly DeliveryEvent[] {
  checkIterable(events, where, field)
  const list: readonly DeliveryEvent[] = Array.isArray(events) ? events : [...events]
  let index = 0
  const place = { toString: () => `${where}${field}[${index}].` }
  for (; index < list.length; index++) checkEvent(list[index]!, place)
  return list
}

/** Throws the `TypeError` for the first field of an event that is not as {@link DeliveryEvent} says. Constant time. */
export function checkEvent(event: DeliveryEvent, where: Place): void {
  if (typeof event !== 'object' || event === null) checkObject(event, `${where}`.slice(0, -1), '', 'Pass the event itself.')
  const { segment, failure, source, confirmedBy } = event
  checkOneOf(STATUSES, event.status, where, 'status', 'Map the word to one of them.')
  checkInstant(event.receivedAt, where, 'receivedAt')
  checkInstant(event.occurredAt, where, 'occurredAt')
  checkInstant(event.scheduledFor, where, 'scheduledFor')
  checkId(event.messageId, where, 'messageId')
  checkId(event.attemptId, where, 'attemptId')
  checkId(event.provider, where, 'provider')
  checkId(event.providerMessageId, where, 'providerMessageId')
  checkId(event.eventId, where, 'eventId')
  checkType('string', event.reference, where, 'reference')
  checkType('string', event.ref, where, 'ref')
  checkType('boolean', event.receiptsExpected, where, 'receiptsExpected')
  if (source !== undefined) checkOneOf(SOURCES, source, where, 'source')
  if (confirmedBy !== undefined) checkOneOf(CONFIRMATIONS, confirmedBy, where, 'confirmedBy')
  if (segment !== undefined) {
    checkObject(segment, where, 'segment')
    const { index, count = 255 } = segment
    checkWhole(count, 255, where, 'segment.count')
    checkWhole(index, count, where, 'segment.index', 'Segments are counted from 1.')
  }
  if (failure !== undefined) {
    checkObject(failure, where, 'failure')
    checkOneOf(FAILURE_REASONS, failure.reason, where, 'failure.reason', 'Use unknown where no other fits.')
    checkType('string', failure.code, where, 'failure.code')
    checkType('boolean', failure.permanent, where, 'failure.permanent')
  }
}
