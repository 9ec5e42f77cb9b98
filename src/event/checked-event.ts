import { checkHost } from './check-host.ts'
import {
  checkId,
  checkIterable,
  checkObject,
  checkOneOf,
  checkText,
  checkType,
  checkWhole,
} from './check.ts'
import { CONFIRMATIONS, SOURCES, type Confirmation, type DeliveryEvent } from './event.ts'
import { FAILURE_REASONS, type Failure } from './failure.ts'
import { checkInstant } from './instant.ts'
import { rankOf, type Rank } from './precedence.ts'
import { STATUSES } from './status.ts'
import { isPromise, throwMisuse, type Place } from './throw-misuse.ts'

/**
 * An event as the core reckons with it: checked, and of one layout. Events come from everywhere,
 * with other fields in another order each; to look a field up in such a mixture is slow, so each
 * field is read once, here.
 */
export interface CheckedEvent {
  readonly original: DeliveryEvent
  readonly rank: Rank
  /** `Infinity` where it does not say. */
  readonly receivedAt: number
  /**
   * `Infinity` where it does not say. A clock ahead of ours is not believed: nothing happens after
   * we know of it.
   */
  readonly occurredAt: number
  readonly messageId: string | undefined
  readonly attemptId: string | undefined
  readonly provider: string | undefined
  readonly providerMessageId: string | undefined
  /** 0 for the attempt as a whole. */
  readonly segment: number
  /** The declared count of segments; 0 where there is none. */
  readonly count: number
  /** -Infinity where it does not say. */
  readonly scheduledFor: number
  readonly receiptsExpected: boolean | undefined
  readonly confirmedBy: Confirmation | undefined
  readonly failure: Failure | undefined
  readonly read: boolean
}

const RAW =
  'Map the word to one of them; of raw receipts, use reduceReceipts with a provider, or its parse.'

const OTHER = 'Pass the events of this message alone.'

/** Checks a list of events. `messageId` is read into those that name none. Linear. */
export function checkEvents(
  events: Iterable<DeliveryEvent>,
  where: string,
  field = 'events',
  messageId?: string,
): CheckedEvent[] {
  checkHost(where)
  checkIterable(events, where, field)
  const checked: CheckedEvent[] = []
  const place = { toString: () => `${where}${field}[${checked.length}].` }
  let before: CheckedEvent | undefined
  for (const event of events) {
    before = checkEvent(event, place, messageId, before)
    checked.push(before)
  }
  return checked
}

/**
 * Throws the `TypeError` for the first field that is not as {@link DeliveryEvent} says. Constant
 * time. The events of a message mostly have the ids of the one `before`, which are right.
 */
export function checkEvent(
  event: DeliveryEvent,
  where: Place,
  ownMessageId?: string,
  before?: CheckedEvent,
): CheckedEvent {
  if (typeof event !== 'object' || event === null)
    checkObject(event, `${where}`.slice(0, -1), '', RAW)
  const { status, receivedAt, occurredAt, scheduledFor, reference, ref, source } = event
  const { receiptsExpected, confirmedBy, segment, failure, read } = event
  const rank = rankOf(status)
  if (rank < 0 && isPromise(event)) throwMisuse(`${where}`.slice(0, -1), '', 'an event', event)
  if (rank < 0) throwMisuse(where, 'status', `one of ${STATUSES.join(', ')}`, status, RAW)
  checkInstant(receivedAt, where, 'receivedAt')
  checkInstant(occurredAt, where, 'occurredAt')
  checkInstant(scheduledFor, where, 'scheduledFor')
  const messageId = checkId(event.messageId, where, 'messageId', before?.messageId)
  if (messageId !== undefined && messageId !== (ownMessageId ?? messageId))
    throwMisuse(
      where,
      'messageId',
      `${JSON.stringify(ownMessageId)}, as in the options`,
      messageId,
      OTHER,
    )
  const attemptId = checkId(event.attemptId, where, 'attemptId', before?.attemptId)
  const provider = checkId(event.provider, where, 'provider', before?.provider)
  const providerMessageId = checkId(
    event.providerMessageId,
    where,
    'providerMessageId',
    before?.providerMessageId,
  )
  checkId(event.eventId, where, 'eventId')
  checkText(reference, where, 'reference')
  checkText(ref, where, 'ref')
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
    checkOneOf(
      FAILURE_REASONS,
      failure.reason,
      where,
      'failure.reason',
      'Use unknown where no other fits.',
    )
    checkText(failure.code, where, 'failure.code')
    checkType('boolean', failure.permanent, where, 'failure.permanent')
  }
  if (read !== undefined && (read !== true || status !== 'delivered'))
    throwMisuse(where, 'read', 'true beside the status delivered', read, 'Leave it out otherwise.')
  // `+ 0` makes 0 of -0.
  const received = receivedAt === undefined ? Infinity : receivedAt + 0
  return {
    original: event,
    rank,
    receivedAt: received,
    occurredAt: occurredAt === undefined ? Infinity : Math.min(occurredAt + 0, received),
    messageId: messageId ?? ownMessageId,
    attemptId,
    provider,
    providerMessageId,
    segment: segment?.index ?? 0,
    count: segment?.count ?? 0,
    scheduledFor: scheduledFor === undefined ? -Infinity : scheduledFor + 0,
    receiptsExpected,
    confirmedBy,
    failure,
    read: read === true,
  }
}

/**
 * The earlier received first, then the earlier to have happened; none last in both. Two without an
 * instant differ by NaN, which is no difference.
 */
export const compareInstants = (a: CheckedEvent, b: CheckedEvent): number =>
  a.receivedAt - b.receivedAt || a.occurredAt - b.occurredAt

/** 0 for a failure with a reason, 1 for one whose reason is `unknown`, 2 for none. */
export const reasonRank = ({ failure }: CheckedEvent): number =>
  failure ? Number(failure.reason === 'unknown') : 2
