import { checkFlag, checkId, checkInstant, checkObject, checkOneOf, checkText, checkWhole, LEAVE_OUT } from './check.ts'
import { CONFIRMATIONS, SOURCES, type DeliveryEvent, type Segment } from './event.ts'
import { FAILURE_REASONS, type Failure } from './failure.ts'
import { misuse, type Place } from './misuse.ts'
import { rankOf } from './precedence.ts'
import { STATUSES } from './status.ts'

/** Throws the `TypeError` for the first field of an event that is not as {@link DeliveryEvent} says. Constant time. */
export function checkEvent(event: DeliveryEvent, where: Place): void {
  checkObject(event, where, '', 'a DeliveryEvent')
  if (rankOf(event.status) === undefined) {
    misuse(where, 'status', `one of ${STATUSES.join(', ')}`, event.status, 'Map the word to one of them.')
  }
  checkInstant(event.receivedAt, where, 'receivedAt')
  checkInstant(event.occurredAt, where, 'occurredAt')
  checkInstant(event.scheduledFor, where, 'scheduledFor')
  checkId(event.messageId, where, 'messageId')
  checkId(event.attemptId, where, 'attemptId')
  checkId(event.provider, where, 'provider')
  checkId(event.providerMessageId, where, 'providerMessageId')
  checkId(event.eventId, where, 'eventId')
  checkText(event.reference, where, 'reference')
  checkText(event.ref, where, 'ref')
  checkFlag(event.receiptsExpected, where, 'receiptsExpected')
  if (event.source !== undefined) checkOneOf(SOURCES, event.source, where, 'source')
  if (event.confirmedBy !== undefined) checkOneOf(CONFIRMATIONS, event.confirmedBy, where, 'confirmedBy')
  if (event.segment !== undefined) checkSegment(event.segment, where)
  if (event.failure !== undefined) checkFailure(event.failure, where)
}

export function checkFailure(failure: Failure, where: Place): void {
  checkObject(failure, where, 'failure', 'a Failure')
  checkOneOf(FAILURE_REASONS, failure.reason, where, 'failure.reason', 'Use unknown where no other fits.')
  checkText(failure.code, where, 'failure.code')
  checkFlag(failure.permanent, where, 'failure.permanent')
}

function checkSegment(segment: Segment, where: Place): void {
  checkObject(segment, where, 'segment', 'a Segment')
  const { index, count = 255 } = segment
  checkWhole(count, 255, where, 'segment.count', LEAVE_OUT)
  checkWhole(index, count, where, 'segment.index', 'Segments are counted from 1.')
}
