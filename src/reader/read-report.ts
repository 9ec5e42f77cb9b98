import { throwMisuse } from '../event/throw-misuse.ts'
import type { DeliveryEvent, Segment } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import type { Draft } from '../event/omit-undefined.ts'
import { has, NEGATIVES, rankOf } from '../event/precedence.ts'
import type { Status } from '../event/status.ts'
import type { Code, Shape, Word } from './compile.ts'
import { withMessageId } from './message-id.ts'
import { fault, find, holds, textAt, timeAt, wholeAt, type Reading } from './reading.ts'

export const STRANGE = 'not a receipt of a shape that we know'
const INBOUND = 'an inbound message is not a receipt'

const isNegative = (status: Status): boolean => has(NEGATIVES, rankOf(status))

/** Reads the report at which the reader stands: an event, or at least one issue, or both. */
export function readReport(shape: Shape, reading: Reading, received: unknown): void {
  const isInbound = shape.inbound.length > 0 && holds(reading, shape.inbound)
  if (isInbound) return reject(shape, reading, received, INBOUND)
  // Of an item of a list; elsewhere, the shape would not have been chosen.
  const isStrange = shape.list.length > 0 && find(reading, shape.id) === undefined && find(reading, shape.status) === undefined
  if (isStrange) return reject(shape, reading, received, STRANGE)
  const word = wordOf(shape, reading)
  if (word?.status === 'inbound') return reject(shape, reading, received, INBOUND)
  const id = idOf(shape, reading)
  if (!word || id === undefined) return
  const segment = segmentOf(shape, reading)
  if (segment !== null) reading.events.push(eventOf(shape, reading, id, word, segment))
}

function reject(shape: Shape, reading: Reading, received: unknown, problem: string): void {
  reading.way = shape.report
  fault(reading, problem, received, 'not-a-receipt')
}

/** The first status that is there. Where that is none that we know it is an issue, and another field may say it still. */
function wordOf({ status, words }: Shape, reading: Reading): Word | undefined {
  const known = (text: unknown) => (typeof text === 'string' ? (words.get(text) ?? words.get(text.toLowerCase())) : undefined)
  const first = textAt(reading, status, true)
  const word = known(first)
  if (word) return word
  if (first !== undefined) fault(reading, 'is not a status that we know', find(reading, status), 'unrecognized-status')
  return status.map((way) => known(find(reading, [way]))).find((other) => other !== undefined)
}

function idOf(shape: Shape, reading: Reading): string | undefined {
  const id = textAt(reading, shape.id, true)
  if (shape.recipient.length === 0) return id
  const recipient = textAt(reading, shape.recipient, true)
  if (id === undefined || recipient === undefined) return undefined
  const { recipientKey = String } = reading.context
  const key = recipientKey(recipient)
  if (typeof key !== 'string' || key === '') {
    throwMisuse(reading.place, 'recipientKey(…)', 'a text that is not empty', key, 'Give each recipient a key.')
  }
  return `${id}:${key}`
}

/** The part that the report is about. Null where that can't be read: nothing that is said of a part may be taken for the whole. */
function segmentOf(shape: Shape, reading: Reading): Segment | undefined | null {
  const count = wholeAt(reading, shape.count, 255)
  const isNamed = find(reading, shape.index) !== undefined
  const index = wholeAt(reading, shape.index, count ?? 255)
  const part = index === undefined ? reading.context.segment : { index, count }
  if (part !== undefined) return part.count === undefined ? { index: part.index } : { index: part.index, count: part.count }
  if (isNamed) return null
  return count !== undefined && count > 1 ? (fault(reading, 'is missing') ?? null) : undefined
}

/** Fields in the order of {@link DeliveryEvent}, and none that is undefined. */
function eventOf(
  shape: Shape,
  reading: Reading,
  id: string,
  word: Exclude<Word, { status: 'inbound' }>,
  segment: Segment | undefined,
): DeliveryEvent {
  const { receivedAt, messageId, attemptId, source, ref } = reading.context
  const { code, row } = codeOf(shape, reading)
  const hasFailed = isNegative(word.status)
  const claimed = (hasFailed && !word.ignoresCode && row?.status) || word.status
  const isIntermediate = shape.intermediate.length > 0 && holds(reading, shape.intermediate)
  const status = isIntermediate && (claimed === 'delivered' || isNegative(claimed)) ? 'sent' : claimed
  const event: Draft<DeliveryEvent> = { status }

  if (receivedAt !== undefined) event.receivedAt = receivedAt
  const occurredAt = timeAt(reading, shape.times)
  if (occurredAt !== undefined) event.occurredAt = occurredAt
  // What a function gives comes later, and goes here.
  if (messageId !== undefined) event.messageId = String(messageId)
  if (attemptId !== undefined) event.attemptId = attemptId
  event.provider = shape.provider
  event.providerMessageId = id
  if (segment !== undefined) event.segment = segment
  const eventId = textAt(reading, shape.eventId)
  if (eventId !== undefined) event.eventId = eventId
  event.source = source ?? shape.source
  // What was delivered has not failed. Else a code says that something has, even one that is not in the table; unless its row is null.
  if (status === 'delivered') event.confirmedBy = word.confirmedBy ?? 'carrier'
  else if (claimed !== 'delivered' && (hasFailed || word.reason || (row !== null && !row?.warning)))
    event.failure = failureOf(claimed, word, row, code)
  const reference = textAt(reading, shape.reference)
  if (reference !== undefined) event.reference = reference
  if (ref !== undefined) event.ref = ref
  return typeof messageId === 'function' ? withMessageId(event, messageId, reading.place) : event
}

/** The code to keep, and the row of that or of another that stands beside it. The row is null where nothing has failed. */
function codeOf(shape: Shape, reading: Reading): { readonly code: string | undefined; readonly row: Code | undefined } {
  let code: string | undefined
  let row: Code | undefined = null
  for (const ways of shape.codeFields) {
    const next = textAt(reading, ways)
    if (next === undefined) continue
    const found = shape.codes.get(next)
    if (code === undefined || (row === null && found !== null)) code = next
    if (found !== null) row = found
    if (row) break
  }
  return { code, row }
}

/** The more specific reason, of the code and of the word. */
function failureOf(status: Status, word: Word, row: Code | undefined, code: string | undefined): Failure {
  const known = row && row.reason !== 'unknown' ? row.reason : word.reason
  const failure: Draft<Failure> = { reason: known ?? (status === 'expired' ? status : 'unknown') }
  if (code !== undefined) failure.code = code
  if (row?.permanent !== undefined) failure.permanent = row.permanent
  return failure
}
