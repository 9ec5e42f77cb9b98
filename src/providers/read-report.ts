import type { DeliveryEvent } from '../event/event.ts'
import { misuse } from '../event/misuse.ts'
import type { Shape } from './compile.ts'
import { claimOf, lower, type Claim } from './meanings.ts'
import { leads } from './paths.ts'
import type { Reading } from './reading.ts'

type Draft = { -readonly [Name in keyof DeliveryEvent]: DeliveryEvent[Name] }

/** Reads the report at which the reader stands: an event, or at least one issue, or both. */
export function readReport(shape: Shape, reading: Reading, received: unknown): void {
  const { scopes, context } = reading
  const reject = (problem: string) => reading.issue('not_a_receipt', problem, received, shape.item)
  if (shape.inbound(scopes)) return reject(INBOUND)
  const found = reading.find(shape.status)
  if (found === undefined && !leads(shape.id, scopes)) return reject(STRANGE)

  const status = reading.asText(found, true)
  const row = status === undefined ? undefined : (shape.words.get(status) ?? shape.words.get(lower(status)))
  if (row === 'inbound') return reject(INBOUND)
  if (status !== undefined && row === undefined) reading.fault('is not a status that we know', status, 'unrecognised_status')
  const id = idOf(shape, reading)
  if (row === undefined || id === undefined) return

  const claim = claimOf(typeof row === 'string' ? { status: row } : row, shape.codes, reading.text(shape.code))
  const event = eventOf(shape, reading, id, claim)
  reading.events.push(typeof context.messageId === 'function' ? withOwnId(event, context.messageId, reading) : event)
}

const INBOUND = 'an inbound message is not a receipt'
export const STRANGE = 'not a receipt of a shape that we know'

function idOf(shape: Shape, reading: Reading): string | undefined {
  const id = reading.text(shape.id, true)
  if (shape.idSharedBy.length === 0) return id
  const recipient = reading.text(shape.idSharedBy, true)
  if (id === undefined || recipient === undefined) return undefined
  const { recipientKey } = reading.context
  return `${id}:${recipientKey ? given(recipientKey(recipient), reading, 'recipientKey') : recipient}`
}

/** Keys in the order of {@link DeliveryEvent}, and none that is undefined. */
function eventOf(shape: Shape, reading: Reading, id: string, { status, confirmedBy, failure }: Claim): Draft {
  const { receivedAt, messageId, attemptId, segment, source = shape.source, ref } = reading.context
  const event: Draft = { status }
  if (receivedAt !== undefined) event.receivedAt = receivedAt
  const occurredAt = reading.time(shape.times)
  if (occurredAt !== undefined) event.occurredAt = occurredAt
  // What a function gives comes later, and goes here.
  if (messageId !== undefined) event.messageId = typeof messageId === 'string' ? messageId : ''
  if (attemptId !== undefined) event.attemptId = attemptId
  event.provider = shape.provider
  event.providerMessageId = id
  const { index, count } = reading.segment(shape) ?? segment ?? {}
  if (index !== undefined) event.segment = count === undefined ? { index } : { index, count }
  const eventId = reading.text(shape.eventId)
  if (eventId !== undefined) event.eventId = eventId
  event.source = source
  if (confirmedBy !== undefined) event.confirmedBy = confirmedBy
  if (failure !== undefined) event.failure = failure
  const reference = reading.text(shape.reference)
  if (reference !== undefined) event.reference = reference
  if (ref !== undefined) event.ref = ref
  return event
}

function withOwnId(event: Draft, ownId: (event: DeliveryEvent) => unknown, reading: Reading): DeliveryEvent {
  const { messageId: _, ...seen } = event
  const id = ownId(seen)
  if (id === undefined) return seen
  event.messageId = given(id, reading, 'messageId')
  return event
}

/** What a function of the context gave must be good for an id. */
function given(value: unknown, { name }: Reading, field: string): string {
  if (typeof value === 'string' && value !== '') return value
  return misuse(`${name}.parse: context.`, field, 'a function that gives an id', value, 'Let it give a text that is not empty.')
}
