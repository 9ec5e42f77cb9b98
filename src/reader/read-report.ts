import { isStorable } from '../event/check.ts'
import type { DeliveryEvent, Segment } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import type { Draft } from '../event/omit-undefined.ts'
import type { Status } from '../event/status.ts'
import {
  isNegative,
  NO_ERROR,
  NO_FAILURE,
  type Code,
  type FieldPath,
  type Shape,
  type Word,
} from './compile.ts'
import { addWithMessageId, answerOf } from './context-answer.ts'
import {
  addIssue,
  addUnstorable,
  flagAt,
  lookup,
  matches,
  pathOf,
  storableAt,
  textAt,
  timeAt,
  WHOLE,
  wholeAt,
} from './reading.ts'
import type { Reading } from './scope.ts'

export const STRANGE = 'not a receipt of a shape that we know'
const INBOUND = 'an inbound message is not a receipt'

/** Reads one report: an event, or at least one issue, or both. */
export function readReport(shape: Shape, reading: Reading, received: unknown): void {
  const isInbound = shape.inbound.length > 0 && matches(reading, shape.inbound)
  if (isInbound) return addIssue(reading, shape.report, INBOUND, received, 'not-a-receipt')
  // Of an item of a list; elsewhere, the shape would not have been chosen.
  const isStrange =
    shape.list.length > 0 &&
    lookup(reading, shape.id) === undefined &&
    lookup(reading, shape.status) === undefined
  if (isStrange) return addIssue(reading, shape.report, STRANGE, received, 'not-a-receipt')
  const word = wordOf(shape, reading)
  if (word?.status === 'inbound')
    return addIssue(reading, shape.report, INBOUND, received, 'not-a-receipt')
  const id = idOf(shape, reading)
  if (!word || id === null) return
  const segment = segmentOf(shape, reading)
  const eventId = eventIdOf(shape, reading)
  if (segment === null || eventId === null) return
  const event = eventOf(shape, reading, id, eventId, word, segment)
  if (typeof reading.context.messageId !== 'function') reading.events.push(event)
  else addWithMessageId(reading, event, reading.context.messageId, shape.report)
}

/**
 * The first status that is there. If that is none that we know it is an issue, and another field
 * may say it still.
 */
function wordOf({ status, words }: Shape, reading: Reading): Word | undefined {
  const first = textAt(reading, status, true)
  const word = meaningOf(first, words)
  if (word) return word
  if (first !== undefined)
    addIssue(
      reading,
      pathOf(reading, status),
      'is not a status that we know',
      lookup(reading, status),
      'unrecognized-status',
    )
  return status
    .map((path) => meaningOf(lookup(reading, [path]), words))
    .find((other) => other !== undefined)
}

function meaningOf(value: unknown, words: Shape['words']): Word | undefined {
  const text = typeof value === 'number' ? `${value}` : value
  return typeof text === 'string' ? (words.get(text) ?? words.get(text.toLowerCase())) : undefined
}

/** The provider's id: undefined if the provider has none, null if it cannot be read. */
function idOf(shape: Shape, reading: Reading): string | undefined | null {
  if (shape.id.length === 0) return undefined
  const id = storableAt(reading, shape.id, true)
  if (shape.recipient.length === 0) return id ?? null
  const recipient = textAt(reading, shape.recipient, true)
  if (id === undefined || recipient === undefined) return null
  const { recipientKey = String } = reading.context
  const key = answerOf(reading, 'recipientKey', recipientKey(recipient), shape.report)
  if (key === undefined) return null
  const whole = `${id}:${key}`
  return isStorable(whole)
    ? whole
    : (addUnstorable(reading, pathOf(reading, shape.id), whole) ?? null)
}

/**
 * Undefined if there is none, null if it cannot be read: without it, a repeat would count as
 * another event.
 */
function eventIdOf({ eventId }: Shape, reading: Reading): string | undefined | null {
  const text = textAt(reading, eventId)
  return text === undefined || isStorable(text)
    ? text
    : (addUnstorable(reading, pathOf(reading, eventId), text) ?? null)
}

/**
 * The segment that the report is about. Null if that can't be read: nothing that is said of a
 * segment may be taken for the whole.
 */
function segmentOf(shape: Shape, reading: Reading): Segment | undefined | null {
  if (shape.index.length === 0 && reading.context.segment === undefined) return undefined
  const count = wholeAt(reading, shape.count, 255) ?? undefined
  const index = wholeAt(reading, shape.index, count ?? 255)
  const segment = typeof index === 'number' ? { index, count } : reading.context.segment
  if (segment !== undefined)
    return segment.count === undefined
      ? { index: segment.index }
      : { index: segment.index, count: segment.count }
  if (index === null) return null
  if (count === undefined || count === 1) return undefined
  addIssue(reading, firstOf(shape.index), 'is missing')
  return null
}

const firstOf = (paths: readonly FieldPath[]): FieldPath => paths[0] ?? WHOLE

/** Fields in the order of {@link DeliveryEvent}, and none that is undefined. */
function eventOf(
  shape: Shape,
  reading: Reading,
  id: string | undefined,
  eventId: string | undefined,
  word: Exclude<Word, { status: 'inbound' }>,
  segment: Segment | undefined,
): DeliveryEvent {
  const { receivedAt, messageId, attemptId, source, ref } = reading.context
  const { code, row } = codeOf(shape, reading)
  const claimed = (word.isNegative && !word.ignoresCode && row.status) || word.status
  const isIntermediate = shape.intermediate.length > 0 && matches(reading, shape.intermediate)
  const status =
    isIntermediate && (claimed === 'delivered' || isNegative(claimed)) ? 'sent' : claimed
  const event: Draft<DeliveryEvent> = { status }

  // `+ 0` makes 0 of -0.
  if (receivedAt !== undefined) event.receivedAt = receivedAt + 0
  const occurredAt = timeAt(reading, shape.times)
  if (occurredAt !== undefined) event.occurredAt = occurredAt
  // What a function answers is not known yet, and goes here.
  if (messageId !== undefined) event.messageId = typeof messageId === 'function' ? '' : messageId
  if (attemptId !== undefined) event.attemptId = attemptId
  event.provider = shape.provider
  if (id !== undefined) event.providerMessageId = id
  if (segment !== undefined) event.segment = segment
  if (eventId !== undefined) event.eventId = eventId
  event.source = source ?? shape.source
  // What was delivered has not failed.
  if (status === 'delivered') event.confirmedBy = row.confirmedBy ?? word.confirmedBy ?? 'carrier'
  else if (
    claimed !== 'delivered' &&
    (word.isNegative || word.reason || (row.reason && !row.warning))
  )
    event.failure = failureOf(
      claimed,
      word,
      row,
      code,
      row === NO_ERROR ? undefined : flagAt(reading, shape.permanent),
    )
  const reference = storableAt(reading, shape.reference)
  if (reference !== undefined) event.reference = reference
  if (ref !== undefined) event.ref = ref
  if (status === 'delivered' && word.read) event.read = true
  return event
}

/**
 * The code to keep, which is none that says that nothing has failed, and the row of that or of
 * another beside it.
 */
function codeOf(
  shape: Shape,
  reading: Reading,
): { readonly code: string | undefined; readonly row: Code } {
  let code: string | undefined
  let row = NO_FAILURE
  for (const paths of shape.codeFields) {
    const next = storableAt(reading, paths)
    if (next === undefined) continue
    const listed = shape.codes.get(next) ?? shape.codes.get(next.toLowerCase())
    const found = listed ?? shape.unlistedCode
    if (listed !== NO_ERROR && (code === undefined || (!row.reason && found.reason))) code = next
    if (found.reason || (!row.reason && !row.confirmedBy)) row = found
    if (listed?.reason) break
  }
  return { code, row }
}

/** The more specific reason, of the code and of the word. */
function failureOf(
  status: Status,
  word: Word,
  row: Code,
  code: string | undefined,
  isPermanent: boolean | undefined,
): Failure {
  const known = row.reason !== 'unknown' ? (row.reason ?? word.reason) : word.reason
  const failure: Draft<Failure> = { reason: known ?? (status === 'expired' ? status : 'unknown') }
  if (code !== undefined) failure.code = code
  const permanent = isPermanent ?? row.permanent ?? word.permanent
  if (permanent !== undefined) failure.permanent = permanent
  return failure
}
