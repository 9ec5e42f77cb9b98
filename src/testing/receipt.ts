import { checkEvent } from '../event/check-event.ts'
import { CONFIRMATIONS, type DeliveryEvent } from '../event/event.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { given } from '../event/given.ts'
import { misuse } from '../event/misuse.ts'
import { textOf } from '../event/order.ts'
import { STATUSES, type Status } from '../event/status.ts'
import type { Provider } from '../receipts/provider.ts'
import { encoderOf } from './encoders/encoder-of.ts'
import type { Encoder, Format } from './encoders/encoder.ts'
import { phraseOf } from './encoders/phrase.ts'
import { Receipt } from './raw-receipt.ts'

const CONTEXT = ['receivedAt', 'messageId', 'attemptId', 'segment', 'source', 'ref'] as const

/**
 * The raw receipt that a provider would send to say this: as an object (`body`), and as `text` with its `contentType`.
 * Read by the provider, it gives back every field of the event. What no provider sends (`receivedAt`, your own ids, a segment, `ref`) stands
 * beside the body as its context, so a receipt goes into `parseReceipts` and `reduceReceipts` as it is.
 *
 * Ids and phone numbers that you leave out are fictitious. An `occurredAt` is cut to what the format carries: Twilio's callback to the minute.
 * A `source: 'poll'` gives what the provider's API answers, where the provider reads that too.
 *
 * @throws TypeError where the provider has no word for the status or the reason, or its receipts do not carry a field: it says what they can
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

/** Whatever a provider's receipts can say, as an event each: every status with every reason and every confirmation that it has words for. */
export function sayingsOf(provider: Provider): DeliveryEvent[] {
  const encoder = encoderOf(provider, 'sayingsOf: ')
  const candidates = STATUSES.flatMap((status): DeliveryEvent[] => [
    { status },
    ...FAILURE_REASONS.map((reason): DeliveryEvent => ({ status, failure: { reason } })),
    ...CONFIRMATIONS.map((confirmedBy): DeliveryEvent => ({ status, confirmedBy })),
  ])
  return candidates.filter((event) => phraseOf(provider, encoder, event))
}

const sayable = (provider: Provider, encoder: Encoder): Status[] =>
  STATUSES.filter((status) => phraseOf(provider, encoder, { status }))

/** The same for another public function, whose name its misuse bears. */
export function receiptIn(where: string, provider: Provider, event: DeliveryEvent): Receipt {
  const encoder = encoderOf(provider, where)
  checkEvent(event, `${where}event.`)
  const body = given(written(where, provider, encoder, event))
  const format = encoder.format(event)
  const said = provider.parse(body).events[0]
  const context = given(
    Object.fromEntries(CONTEXT.map((field) => [field, isSame(event[field], said?.[field]) ? undefined : event[field]])),
  )
  const one = new Receipt(provider, body, context, format.contentType)
  checkCarried(where, one, event, format)
  return one
}

function written(where: string, provider: Provider, encoder: Encoder, event: DeliveryEvent): Record<string, unknown> {
  const { status, failure, confirmedBy, occurredAt, providerMessageId } = event
  const phrase = phraseOf(provider, encoder, event)
  if (!phrase) {
    const { name } = provider
    const can = sayable(provider, encoder)
    if (!can.includes(status)) misuse(where, 'status', `one of ${can.join(', ')}`, status, `${name} has no word for it.`)
    const reasons = FAILURE_REASONS.filter((reason) => phraseOf(provider, encoder, { status, failure: { reason } }))
    if (failure && !reasons.includes(failure.reason))
      misuse(where, 'failure.reason', `${reasons.join(', ') || 'left out'} where ${name} says ${status}`, failure.reason)
    if (failure && phraseOf(provider, encoder, { ...event, failure: { reason: failure.reason } }))
      misuse(
        where,
        'failure',
        `what ${name} means by its code`,
        textOf(failure),
        'Leave out code and permanent to have them chosen.',
      )
    misuse(where, 'confirmedBy', `what ${name} vouches for`, confirmedBy)
  }
  const date = occurredAt === undefined ? undefined : new Date(occurredAt)
  if (date && Number.isNaN(date.getTime())) misuse(where, 'occurredAt', 'within the range of Date', occurredAt)
  return encoder.format(event).write({ ...phrase, id: providerMessageId ?? encoder.id(1), time: date?.toISOString(), event })
}

/** What went in must come out again. */
function checkCarried(where: string, { event: said }: Receipt, event: DeliveryEvent, { tick }: Format): void {
  const { failure, occurredAt = NaN, ...rest } = event
  const wanted = given({ ...rest, occurredAt: tick > 0 && occurredAt ? Math.floor(occurredAt / tick) * tick : event.occurredAt })
  for (const [field, value] of Object.entries(wanted)) {
    if (!isSame(value, said[field as keyof DeliveryEvent]))
      misuse(where, field, 'left out, or what the provider’s receipts carry', value, `They say ${textOf(said)}.`)
  }
}

const isSame = (one: unknown, other: unknown) => one === other || (typeof one === 'object' && textOf(one) === textOf(other))
