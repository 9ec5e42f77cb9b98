import type { DeliveryEvent, Segment } from '../event/event.ts'
import type { Shape } from './compile.ts'
import { checkGiven } from './context.ts'
import { claimOf, wordOf, type Claim } from './meanings.ts'
import type { Field } from './paths.ts'
import type { Reading } from './reading.ts'

type Draft = { -readonly [Name in keyof DeliveryEvent]: DeliveryEvent[Name] }

/** Reads the report at which the reader stands, inside what was `received`: an event, or at least one issue, or both. */
export function readReport(shape: Shape, reading: Reading, received: unknown): void {
  if (shape.inbound(reading.scopes)) return reject(shape, reading, received, INBOUND)
  const statusAt = reading.wayTo(shape.status)
  if (!statusAt && !reading.wayTo(shape.id)) return reject(shape, reading, received, STRANGE)

  const text = reading.text(shape, shape.status, true)
  const word = text === undefined ? undefined : wordOf(shape.meanings, text)
  if (word === 'inbound') return reject(shape, reading, received, INBOUND)
  const id = idOf(shape, reading)
  if (text !== undefined && !word) reading.fault('unrecognised_status', shape, statusAt, text, 'is not a status that we know')
  if (!word || id === undefined) return

  const claim = claimOf(shape.meanings, word, maybe(shape.code, shape, reading))
  reading.events.push(withOwnId(eventOf(shape, reading, id, claim), reading))
}

const INBOUND = 'an inbound message is not a receipt'
export const STRANGE = 'not a receipt of a shape that we know'

function reject(shape: Shape, reading: Reading, received: unknown, problem: string): void {
  const { lists, provider } = shape
  reading.issue(
    'not_a_receipt',
    `${provider}: ${problem}`,
    lists.length ? reading.scopes[lists.length] : received,
    reading.pathTo(shape),
  )
}

const maybe = (field: Field | undefined, shape: Shape, reading: Reading) => field && reading.text(shape, field)

function idOf(shape: Shape, reading: Reading): string | undefined {
  const id = reading.text(shape, shape.id, true)
  if (!shape.idSharedBy) return id
  const recipient = reading.text(shape, shape.idSharedBy, true)
  if (id === undefined || recipient === undefined) return undefined
  const { recipientKey } = reading.context
  const key: unknown = recipientKey ? recipientKey(recipient) : recipient
  checkGiven(key, reading.where, 'recipientKey', 'Give a text for each recipient.')
  return `${id}:${key}`
}

/** Keys in the order of {@link DeliveryEvent}, and none that is undefined. */
function eventOf(shape: Shape, reading: Reading, id: string, { status, confirmedBy, failure }: Claim): DeliveryEvent {
  const { receivedAt, messageId, attemptId, source = shape.source, ref } = reading.context
  const event: Draft = { status }
  if (receivedAt !== undefined) event.receivedAt = receivedAt
  const occurredAt = reading.time(shape)
  if (occurredAt !== undefined) event.occurredAt = occurredAt
  if (typeof messageId === 'string') event.messageId = messageId
  if (attemptId !== undefined) event.attemptId = attemptId
  event.provider = shape.provider
  event.providerMessageId = id
  const segment = segmentOf(shape, reading)
  if (segment !== undefined) event.segment = segment
  const eventId = maybe(shape.eventId, shape, reading)
  if (eventId !== undefined) event.eventId = eventId
  event.source = source
  if (confirmedBy !== undefined) event.confirmedBy = confirmedBy
  if (failure !== undefined) event.failure = failure
  const reference = maybe(shape.reference, shape, reading)
  if (reference !== undefined) event.reference = reference
  if (ref !== undefined) event.ref = ref
  return event
}

function segmentOf(shape: Shape, reading: Reading): Segment | undefined {
  const count = wholeOf(shape.segmentCount, 255, shape, reading)
  const index = wholeOf(shape.segmentIndex, count ?? 255, shape, reading)
  const segment = index === undefined ? reading.context.segment : { index, count }
  return segment && (segment.count === undefined ? { index: segment.index } : { index: segment.index, count: segment.count })
}

/** A whole number from 1; anything else is an issue. */
function wholeOf(field: Field | undefined, most: number, shape: Shape, reading: Reading): number | undefined {
  const text = maybe(field, shape, reading)
  if (field === undefined || text === undefined) return undefined
  const whole = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (whole >= 1 && whole <= most) return whole
  reading.fault('invalid', shape, reading.wayTo(field), text, `is not a whole number from 1 to ${most}`)
  return undefined
}

function withOwnId(event: DeliveryEvent, { context, where }: Reading): DeliveryEvent {
  if (typeof context.messageId !== 'function') return event
  const messageId: unknown = context.messageId(event)
  if (messageId === undefined) return event
  checkGiven(messageId, where, 'messageId', 'Give undefined where there is none.')
  const { status, receivedAt, occurredAt, ...rest } = event
  return {
    status,
    ...(receivedAt !== undefined && { receivedAt }),
    ...(occurredAt !== undefined && { occurredAt }),
    messageId,
    ...rest,
  }
}
