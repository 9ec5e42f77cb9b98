import { checkEvent } from '../event/checked-event.ts'
import { CONFIRMATIONS, FIELDS, type DeliveryEvent } from '../event/event.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { omitUndefined } from '../event/omit-undefined.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { STATUSES, type Status } from '../event/status.ts'
import type { Provider } from '../receipts/provider.ts'
import { encoderOf } from './encoder-of.ts'
import type { Encoder, Format } from '../reader/encoder.ts'
import { encodingOf } from './encoding.ts'
import { Receipt } from './raw-receipt.ts'

const CONTEXT = ['receivedAt', 'messageId', 'attemptId', 'segment', 'source', 'ref'] as const

/**
 * The raw receipt that a provider would send to say this: as an object (`body`), and as `text` with
 * its `contentType`. Read by the provider, it gives back every field of the event. What no provider
 * sends (`receivedAt`, your own ids, a segment, `ref`) stands beside the body as its context, so a
 * receipt goes into `parseReceipts` and `reduceReceipts` as it is.
 *
 * Phone numbers are fictitious, and so is the id unless you give one: without it, all receipts are
 * of one message. An `occurredAt` is cut to what the format carries, in Twilio's callback to the
 * minute. Of several formats the provider's usual one is taken, unless only another carries the
 * event, or the id is one of its own (a UUID at Vonage and Messente); with `source: 'poll'` what
 * its API answers when it is asked.
 *
 * @throws TypeError where the provider has no word for the status or the reason, or its receipts do
 * not carry a field: it says what they can
 * @example
 * ```ts
 * const { text, contentType } = receipt(twilio, { status: 'undelivered', failure: { reason: 'unreachable' }, providerMessageId: 'SM0b01' })
 * console.log(contentType) // → application/x-www-form-urlencoded
 * console.log(new URLSearchParams(text).get('MessageStatus'), new URLSearchParams(text).get('ErrorCode')) // → undelivered 30003
 *
 * const { state } = reduceReceipts(twilio, [receipt(twilio, { status: 'delivered', receivedAt: 4_000 })], otp, 5_000)
 * console.log(state.status) // → delivered
 * ```
 */
export function receipt(provider: Provider, event: DeliveryEvent): Receipt {
  return receiptIn('receipt: ', provider, event)
}

/**
 * The statuses that a provider's receipts can say, weakest first.
 *
 * @throws TypeError where the provider is not among ours
 * @example
 * ```ts
 * console.log(statusesOf(twilio).join()) // → accepted,queued,sent,expired,failed,undelivered,delivered
 * ```
 */
export function statusesOf(provider: Provider): Status[] {
  return sayable(provider, encoderOf(provider, 'statusesOf: '))
}

/**
 * Whatever a provider's receipts can say, as an event each: every status, with every reason and
 * every confirmation that it has words for, and that it was opened.
 *
 * @throws TypeError where the provider is not among ours
 * @example
 * ```ts
 * const bodies = everyEventOf(twilio).map((event) => receipt(twilio, event).text)
 * console.log(bodies.length, bodies[0]?.includes('MessageStatus=accepted')) // → 72 true
 * ```
 */
export function everyEventOf(provider: Provider): DeliveryEvent[] {
  const encoder = encoderOf(provider, 'everyEventOf: ')
  const candidates = STATUSES.flatMap((status): DeliveryEvent[] => [
    { status },
    ...FAILURE_REASONS.map((reason): DeliveryEvent => ({ status, failure: { reason } })),
    ...CONFIRMATIONS.map((confirmedBy): DeliveryEvent => ({ status, confirmedBy })),
    ...(status === 'delivered' ? [{ status, read: true } as const] : []),
  ])
  return candidates.filter((event) => encodingOf(provider, encoder, event))
}

const sayable = (provider: Provider, encoder: Encoder): Status[] =>
  STATUSES.filter((status) => encodingOf(provider, encoder, { status }))

/** Shared by the public functions; `where` is the caller's name, for error messages. */
export function receiptIn(where: string, provider: Provider, event: DeliveryEvent): Receipt {
  const encoder = encoderOf(provider, where)
  checkEvent(event, `${where}event.`)
  const encoding = encodingOf(provider, encoder, event) ?? refuse(where, provider, encoder, event)
  const { format } = encoding
  // The same in every format: receipts without an id are of one message.
  const { occurredAt, providerMessageId: id = encoder[0].id(1) } = event
  const date = occurredAt === undefined ? undefined : new Date(occurredAt)
  if (date && Number.isNaN(date.getTime()))
    throwMisuse(where, 'occurredAt', 'within the range of Date', occurredAt)
  const body = omitUndefined(format.write({ ...encoding, id, time: date?.toISOString(), event }))
  const said = provider.parse(body).events[0]
  const context: [string, unknown][] = CONTEXT.map((field) => [
    field,
    isSame(event[field], said?.[field]) ? undefined : event[field],
  ])
  const one = new Receipt(
    provider,
    body,
    omitUndefined(Object.fromEntries<unknown>(context)),
    format.contentType,
  )
  checkCarried(where, one, event, format)
  return one
}

/** Says what can be said instead. */
function refuse(where: string, provider: Provider, encoder: Encoder, event: DeliveryEvent): never {
  const { name } = provider
  const { status, failure, confirmedBy, eventId, reference, read } = event
  const can = sayable(provider, encoder)
  if (!can.includes(status))
    throwMisuse(where, 'status', `one of ${can.join(', ')}`, status, `${name} has no word for it.`)
  if (failure) {
    const { reason } = failure
    const reasons = FAILURE_REASONS.filter((each) =>
      encodingOf(provider, encoder, { status, failure: { reason: each } }),
    )
    if (!reasons.includes(reason))
      throwMisuse(
        where,
        'failure.reason',
        `${reasons.join(', ') || 'left out'} where ${name} says ${status}`,
        reason,
      )
    if (!encodingOf(provider, encoder, { status, failure }))
      throwMisuse(
        where,
        'failure',
        `what ${name} means by its code`,
        textOf(failure),
        'Leave out code and permanent to have them chosen.',
      )
  }
  if (!encodingOf(provider, encoder, { status, confirmedBy }))
    throwMisuse(where, 'confirmedBy', `what ${name} vouches for`, confirmedBy)
  const rest = textOf(omitUndefined({ eventId, reference, occurredAt: event.occurredAt, read }))
  return throwMisuse(
    where,
    'event',
    `what one format of ${name} carries`,
    rest,
    'Leave out eventId, reference, occurredAt or read.',
  )
}

/** What went in must come out again. */
function checkCarried(
  where: string,
  { event: said }: Receipt,
  event: DeliveryEvent,
  { tick }: Format,
): void {
  const { failure, occurredAt, ...rest } = event
  const cut =
    occurredAt === undefined || tick === 0 ? occurredAt : Math.floor(occurredAt / tick) * tick
  for (const [field, value] of Object.entries(omitUndefined({ ...rest, occurredAt: cut }))) {
    if (!isSame(value, said[field as keyof DeliveryEvent]))
      throwMisuse(
        where,
        field,
        'left out, or what the provider’s receipts carry',
        value,
        `They say ${textOf(said)}.`,
      )
  }
}

const isSame = (one: unknown, other: unknown) =>
  one === other || (typeof one === 'object' && textOf(one) === textOf(other))

/** Short, and the same whatever the order of the keys. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, [...Object.keys(FIELDS), 'code', 'permanent', 'reason', 'count', 'index'])
