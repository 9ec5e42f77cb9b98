import { checkId, checkInstant, checkIterable, checkObject, checkOneOf, checkType, checkWhole } from './check.ts'
import type { Claim } from './claim.ts'
import { CONFIRMATIONS, SOURCES, type DeliveryEvent } from './event.ts'
import { FAILURE_REASONS } from './failure.ts'
import { throwMisuse, type Place } from './throw-misuse.ts'
import { rankOf } from './precedence.ts'
import { STATUSES } from './status.ts'

/** What each of the events claims. Throws for the first that is wrong. */
export function readEvents(events: Iterable<DeliveryEvent>, where: string, field = 'events'): Claim[] {
  checkIterable(events, where, field)
  const claims: Claim[] = []
  const place = { toString: () => `${where}${field}[${claims.length}].` }
  for (const event of events) claims.push(readEvent(event, place))
  return claims
}

/**
 * What an event claims. Throws the `TypeError` for the first field that is not as {@link DeliveryEvent} says. Constant time.
 *
 * Events come from everywhere, with other fields in another order each, and to look for a field in such a mixture takes long: so each is read once.
 */
export function readEvent(event: DeliveryEvent, where: Place): Claim {
  if (typeof event !== 'object' || event === null) checkObject(event, `${where}`.slice(0, -1), '', 'Pass the event itself.')
  const { status, receivedAt, occurredAt, scheduledFor, messageId, attemptId, provider, providerMessageId } = event
  const { eventId, reference, ref, receiptsExpected, source, confirmedBy, segment, failure } = event
  const rank = rankOf(status)
  if (rank < 0) throwMisuse(where, 'status', `one of ${STATUSES.join(', ')}`, status, 'Map the word to one of them.')
  checkInstant(receivedAt, where, 'receivedAt')
  checkInstant(occurredAt, where, 'occurredAt')
  checkInstant(scheduledFor, where, 'scheduledFor')
  checkId(messageId, where, 'messageId')
  checkId(attemptId, where, 'attemptId')
  checkId(provider, where, 'provider')
  checkId(providerMessageId, where, 'providerMessageId')
  checkId(eventId, where, 'eventId')
  checkType('string', reference, where, 'reference')
  checkType('string', ref, where, 'ref')
  checkType('boolean', receiptsExpected, where, 'receiptsExpected')
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
  return {
    event,
    rank,
    receivedAt: receivedAt ?? Infinity,
    occurredAt: occurredAt === undefined ? Infinity : Math.min(occurredAt, receivedAt ?? Infinity),
    messageId,
    attemptId,
    provider,
    providerMessageId,
    segment: segment?.index ?? 0,
    count: segment?.count ?? 0,
    scheduledFor: scheduledFor ?? -Infinity,
    isBlind: receiptsExpected === false,
    confirmedBy,
    failure,
  }
}
