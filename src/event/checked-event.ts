import { checkHost } from './check-host.ts'
import {
  checkIterable,
  checkName,
  checkObject,
  checkOneOf,
  checkText,
  checkType,
  checkWhole,
} from './check.ts'
import {
  CONFIRMATIONS,
  FIELDS,
  SOURCES,
  type Confirmation,
  type DeliveryEvent,
  type Segment,
} from './event.ts'
import { FAILURE_REASONS, type Failure } from './failure.ts'
import { instantOf } from './instant.ts'
import { DELIVERED, rankOf, type Rank } from './precedence.ts'
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
 * Throws the `TypeError` for the first field that is not as {@link DeliveryEvent} says. Linear in
 * the fields. The events of a message mostly have the ids of the one `before`, which are right.
 */
export function checkEvent(
  event: DeliveryEvent,
  where: Place,
  ownMessageId?: string,
  before?: CheckedEvent,
): CheckedEvent {
  if (typeof event !== 'object' || event === null)
    checkObject(event, `${where}`.slice(0, -1), '', RAW)
  let rank: Rank = -1
  let receivedAt = Infinity
  let occurredAt = Infinity
  let scheduledFor = -Infinity
  let messageId = ownMessageId
  let attemptId: string | undefined
  let provider: string | undefined
  let providerMessageId: string | undefined
  let segment: Segment | undefined
  let receiptsExpected: boolean | undefined
  let confirmedBy: Confirmation | undefined
  let failure: Failure | undefined
  let read: unknown
  // To ask for every field by its name takes four times as long: of most events half are absent.
  const fields = fieldsOf(event)
  for (const field in fields) {
    const value = fields[field]
    if (value === undefined) continue
    switch (field as keyof DeliveryEvent) {
      case 'status':
        rank = rankOf(value)
        break
      case 'receivedAt':
        receivedAt = instantOf(value, where, field)
        break
      case 'occurredAt':
        occurredAt = instantOf(value, where, field)
        break
      case 'scheduledFor':
        scheduledFor = instantOf(value, where, field)
        break
      case 'messageId':
        messageId = idOf(value, where, field, before?.messageId)
        break
      case 'attemptId':
        attemptId = idOf(value, where, field, before?.attemptId)
        break
      case 'provider':
        provider = idOf(value, where, field, before?.provider)
        break
      case 'providerMessageId':
        providerMessageId = idOf(value, where, field, before?.providerMessageId)
        break
      case 'eventId':
        checkName(value, where, field)
        break
      case 'reference':
      case 'ref':
        checkText(value, where, field)
        break
      case 'source':
        checkOneOf(SOURCES, value, where, field)
        break
      case 'receiptsExpected':
        checkType('boolean', value, where, field)
        receiptsExpected = value
        break
      case 'confirmedBy':
        checkOneOf(CONFIRMATIONS, value, where, field)
        confirmedBy = value
        break
      case 'segment':
        checkSegment(value, where)
        segment = value
        break
      case 'failure':
        checkFailure(value, where)
        failure = value
        break
      case 'read':
        read = value
    }
  }
  if (rank < 0 && isPromise(event)) throwMisuse(`${where}`.slice(0, -1), '', 'an event', event)
  if (rank < 0) throwMisuse(where, 'status', `one of ${STATUSES.join(', ')}`, event.status, RAW)
  if (read !== undefined && (read !== true || rank !== DELIVERED))
    throwMisuse(where, 'read', 'true beside the status delivered', read, 'Leave it out otherwise.')
  if (messageId !== (ownMessageId ?? messageId)) {
    const must = `${JSON.stringify(ownMessageId)}, as in the options`
    throwMisuse(where, 'messageId', must, messageId, 'Pass the events of this message alone.')
  }
  return {
    original: event,
    rank,
    receivedAt,
    occurredAt: occurredAt < Infinity ? Math.min(occurredAt, receivedAt) : Infinity,
    messageId,
    attemptId,
    provider,
    providerMessageId,
    segment: segment?.index ?? 0,
    count: segment?.count ?? 0,
    scheduledFor,
    receiptsExpected,
    confirmedBy,
    failure,
    read: read === true,
  }
}

/** What can be enumerated. A class may have its fields as accessors, which `for…in` passes over. */
const fieldsOf = (event: object): Readonly<Record<string, unknown>> =>
  Object.getPrototypeOf(event) === Object.prototype
    ? (event as Record<string, unknown>)
    : copyOf(event)

const copyOf = (event: Partial<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(FIELDS).map((field) => [field, event[field]]))

/**
 * `known` is an id that was checked already: of two equal texts that one is given back, since a map
 * has to read a text that is new to it.
 */
function idOf(value: unknown, where: Place, field: string, known: string | undefined): string {
  if (value === known) return known!
  checkName(value, where, field)
  return value
}

function checkSegment(segment: unknown, where: Place): asserts segment is Segment {
  checkObject(segment, where, 'segment')
  const { index, count = 255 } = segment as Segment
  checkWhole(count, 255, where, 'segment.count')
  checkWhole(index, count, where, 'segment.index', 'Segments are counted from 1.')
}

function checkFailure(failure: unknown, where: Place): asserts failure is Failure {
  checkObject(failure, where, 'failure')
  const { reason, code, permanent } = failure as Failure
  checkOneOf(FAILURE_REASONS, reason, where, 'failure.reason', 'Use unknown where no other fits.')
  checkText(code, where, 'failure.code')
  checkType('boolean', permanent, where, 'failure.permanent')
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
