import { checkId, checkIterable, checkKeys, checkName, checkObject, checkOneOf } from './check.ts'
import { checkHost } from './check-host.ts'
import { checkEvent } from './checked-event.ts'
import type { DeliveryEvent, Source } from './event.ts'
import { checkInstant, checkOwnInstant } from './instant.ts'
import { omitUndefined } from './omit-undefined.ts'
import { throwMisuse } from './throw-misuse.ts'

/** What a service knows when it has submitted a message. */
export interface Submission {
  /** The service's own id of the message. */
  readonly messageId: string
  /** Names the attempt; the first provider id by default. */
  readonly attemptId?: string | undefined
  /** To whom it was submitted, by the provider's name. */
  readonly provider?: string | undefined
  /** The ids of the answer; several are the parts of one text, in order. */
  readonly providerMessageIds?: readonly string[] | undefined
  /** When the answer came, or the request was about to be sent: ms since the epoch. */
  readonly receivedAt: number
  /** `accepted` by default where there are ids, else `pending`. */
  readonly status?: 'pending' | 'accepted' | 'queued' | undefined
  /** The message is not to leave before this instant: ms since the epoch. */
  readonly scheduledFor?: number | undefined
  /** False on a route where nobody reports after `sent`. */
  readonly receiptsExpected?: boolean | undefined
  /** Where the service keeps the raw answer. */
  readonly ref?: string | undefined
}

const KEYS = [
  'messageId',
  'attemptId',
  'provider',
  'providerMessageIds',
  'receivedAt',
  'status',
  'scheduledFor',
  'receiptsExpected',
  'ref',
]

/**
 * What the service itself knows when it has submitted a message: one event per provider id, which
 * ties that id to the message and its attempt. Several ids are the parts of one text, in order:
 * all are one attempt, and each receipt finds its segment. Without an id it is a single event.
 *
 * Record it before the request, with an `attemptId` of your own, and again with the ids of the
 * answer: then a receipt that overtakes the answer finds its attempt, and a lost answer is not
 * submitted twice.
 *
 * @throws TypeError for a field that is not as {@link Submission} says
 * @example
 * ```ts
 * const sent = submission({ messageId: 'm1', provider: 'vonage', providerMessageIds: ['A', 'B'], receivedAt: 0 })
 * console.log(sent[1]?.attemptId, sent[1]?.segment) // → A { index: 2, count: 2 }
 * ```
 */
export function submission(sent: Submission): DeliveryEvent[] {
  const where = 'submission: '
  checkHost(where)
  checkObject(sent, where, 'sent')
  checkKeys(sent, KEYS, where, 'sent')
  const { messageId, provider, providerMessageIds = [], receivedAt, ref } = sent
  const { scheduledFor, receiptsExpected } = sent
  checkName(messageId, where, 'messageId', 'Pass your own id of the message.')
  checkOwnInstant(receivedAt, where, 'receivedAt')
  checkInstant(scheduledFor, where, 'scheduledFor')
  checkIterable(providerMessageIds, where, 'providerMessageIds')
  const ids = [...providerMessageIds]
  ids.forEach((id, i) => checkName(id, where, `providerMessageIds[${i}]`))
  const count = ids.length
  if (new Set(ids).size < count || count > 255)
    throwMisuse(
      where,
      'providerMessageIds',
      'up to 255 ids, each once',
      providerMessageIds,
      'Pass an id per part.',
    )
  const { status = count > 0 ? 'accepted' : 'pending', attemptId = ids[0] } = sent
  checkId(attemptId, where, 'attemptId')
  checkOneOf(
    ['pending', 'accepted', 'queued'],
    status,
    where,
    'status',
    'Receipts say what came after.',
  )
  // `+ 0` makes 0 of -0.
  const leavesAt = scheduledFor === undefined ? undefined : scheduledFor + 0
  const source: Source = count > 0 ? 'response' : 'service'
  const eventOf = (providerMessageId: string | undefined, i: number): DeliveryEvent => {
    const segment = count > 1 ? { index: i + 1, count } : undefined
    const named = { messageId, attemptId, provider, providerMessageId, segment }
    const event = omitUndefined({
      status,
      receivedAt: receivedAt + 0,
      ...named,
      source,
      scheduledFor: leavesAt,
      receiptsExpected,
      ref,
    })
    return checkEvent(event, where).original
  }
  return count > 0 ? ids.map(eventOf) : [eventOf(undefined, 0)]
}
