import { isStorable, MAX_TEXT } from '../../event/check.ts'
import { checkEvent } from '../../event/checked-event.ts'
import type { DeliveryEvent, Segment } from '../../event/event.ts'
import type { Failure } from '../../event/failure.ts'
import { rankOf } from '../../event/precedence.ts'
import type { Status } from '../../event/status.ts'
import { pathTo, type FieldPath } from '../../reader/compile.ts'
import { addWithMessageId } from '../../reader/context-answer.ts'
import { addIssue, lookup, WHOLE } from '../../reader/reading.ts'
import type { Reading } from '../../reader/scope.ts'
import { readTime, TIME_FORMATS } from '../../reader/times.ts'
import { misuseOf } from '../../receipts/misuse-of.ts'
import { otherUnitOf } from '../../receipts/other-unit.ts'

/** A field in the form in which the core checks it; undefined, with an issue, if it has none. */
type Read = (value: unknown, reading: Reading, path: FieldPath) => unknown
type Table<T> = { readonly [Field in keyof T]-?: Read }
type Fields = Record<string, unknown>

const SEGMENT = /* @__PURE__ */ rowsOf<Segment>({ index: plain, count: plain }, 'segment')
const FAILURE = /* @__PURE__ */ rowsOf<Failure>(
  { reason: word, code: text, permanent: plain },
  'failure',
)

/** In the order of {@link DeliveryEvent}. */
const EVENT = /* @__PURE__ */ rowsOf<DeliveryEvent>({
  status: word,
  receivedAt: instant,
  occurredAt: instant,
  messageId: text,
  attemptId: text,
  provider: text,
  providerMessageId: text,
  segment: (value, reading) => (typeof value === 'object' ? fieldsOf(SEGMENT, reading) : value),
  eventId: text,
  source: word,
  confirmedBy: word,
  failure: (value, reading) => (typeof value === 'object' ? fieldsOf(FAILURE, reading) : value),
  scheduledFor: instant,
  receiptsExpected: plain,
  reference: text,
  ref: text,
  read: plain,
})

/**
 * Without one of these an event would claim something else, or of something else, or be in time
 * though it was not.
 */
const DECISIVE: readonly string[] = [
  'status',
  'receivedAt',
  'messageId',
  'attemptId',
  'provider',
  'providerMessageId',
  'segment',
]

/** Reads one event: it, or at least one issue, or both. */
export function readEvent(_: unknown, reading: Reading): void {
  const { messageId } = reading.context
  const fields = fieldsOf(EVENT, reading)
  const isWhole = fields['receivedAt'] !== undefined || lookup(reading, RECEIVED_AT) === undefined
  if (!withoutWrong(fields, reading) || !isWhole) return
  const event = withContext(fields, reading)
  if (typeof messageId === 'function' && fields['messageId'] === undefined)
    addWithMessageId(reading, event, messageId, WHOLE)
  else reading.events.push(event)
}

/** Takes away what is wrong, with an issue for each. False if one was decisive. */
function withoutWrong(fields: Fields, reading: Reading): boolean {
  if (misuseOf(() => checkEvent(fields as unknown as DeliveryEvent, '')) === undefined) return true
  let isWhole = true
  for (const { key } of EVENT) {
    for (let misuse; (misuse = wrongIn(fields, key)) !== undefined;) {
      const { path, must } = misuse
      isWhole &&= !DECISIVE.includes(key) && !(key === 'eventId' && typeof fields[key] === 'string')
      complain(path, must, reading)
      if (!takeAway(fields, path)) break
    }
  }
  return isWhole
}

/** What is wrong with one field by itself. */
function wrongIn(fields: Fields, key: string): ReturnType<typeof misuseOf> {
  const { status, [key]: value } = fields
  if (value === undefined && key !== 'status') return undefined
  const isStatus = rankOf(status) >= 0
  // `read` stands beside `delivered` alone.
  const beside = key === 'status' || isStatus ? status : 'delivered'
  return misuseOf(() => checkEvent({ status: beside as Status, [key]: value }, ''))
}

function complain(keys: readonly string[], must: string, reading: Reading): void {
  const path = pathTo(keys)
  const received = lookup(reading, [path])
  if (received === undefined) addIssue(reading, path, 'is missing')
  else if (typeof received !== 'string') addIssue(reading, path, must, received)
  else if (keys[0] === 'status')
    addIssue(reading, path, 'is not a status that we know', received, 'unrecognized-status')
  else addIssue(reading, path, must, isStorable(received) ? received : received.slice(0, MAX_TEXT))
}

/**
 * False if the event cannot be without it. That something has failed is still said if the reason is
 * wrong.
 */
function takeAway(fields: Fields, [key = '', inner]: readonly string[]): boolean {
  if (key === 'status') return false
  if (key === 'failure' && inner !== undefined) {
    const { [inner]: _, ...failure } = fields[key] as Fields
    fields[key] = inner === 'reason' ? { ...failure, reason: 'unknown' } : failure
  } else Reflect.deleteProperty(fields, key)
  return true
}

/** The event in the order of its fields, with the context's for those that it lacks. */
function withContext(fields: Fields, { context }: Reading): DeliveryEvent {
  const { receivedAt, messageId, attemptId, segment, source, ref } = context
  // What a function answers is not known yet, and goes there.
  const ownId = typeof messageId === 'function' ? '' : messageId
  // `+ 0` makes 0 of -0.
  const at = receivedAt === undefined ? undefined : receivedAt + 0
  const others: Fields = {
    receivedAt: at,
    messageId: ownId,
    attemptId,
    segment: segment && { ...segment },
    source,
    ref,
  }
  const event: Fields = {}
  for (const { key } of EVENT) {
    const value = fields[key] ?? others[key]
    if (value !== undefined) event[key] = value
  }
  return event as unknown as DeliveryEvent
}

interface Row {
  readonly key: string
  readonly path: FieldPath
  readonly paths: readonly FieldPath[]
  readonly read: Read
}

/** Where each field of a table is, within the event or a part of it. */
function rowsOf<T>(table: Table<T>, ...within: string[]): readonly Row[] {
  return Object.entries<Read>(table).map(([key, read]) => {
    const path = pathTo([...within, key])
    return { key, read, path, paths: [path] }
  })
}

const RECEIVED_AT: readonly FieldPath[] = [/* @__PURE__ */ pathTo(['receivedAt'])]

/** The fields that are there, none of them undefined. */
function fieldsOf(rows: readonly Row[], reading: Reading): Fields {
  const fields: Fields = {}
  for (const { key, path, paths, read } of rows) {
    const found = lookup(reading, paths)
    const value = found === undefined ? found : read(found, reading, path)
    if (value !== undefined) fields[key] = value
  }
  return fields
}

/**
 * An object where none belongs is wrong whatever it holds, and is not looked into: a getter or a
 * proxy could throw.
 */
function plain(value: unknown): unknown {
  return typeof value === 'object' || typeof value === 'function' ? {} : value
}

/** Ours, in any letter case. */
function word(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : plain(value)
}

/** Integers as text, as from any provider. */
function text(value: unknown): unknown {
  return typeof value === 'bigint' || Number.isSafeInteger(value) ? String(value) : plain(value)
}

function instant(value: unknown, reading: Reading, path: FieldPath): number | undefined {
  const isCount =
    typeof value === 'number' || (typeof value === 'string' && /^\d{1,20}$/.test(value))
  const at = isCount
    ? Number(value)
    : readTime(value, TIME_FORMATS.iso8601, reading.context.timeZone ?? 'UTC')
  if (!Number.isFinite(at))
    return addIssue(reading, path, 'is neither ms since the epoch nor a time as iso8601', value)
  const unit = isCount ? otherUnitOf(at) : undefined
  return unit
    ? addIssue(reading, path, `is in ${unit}, it seems, not in ms since the epoch`, value)
    : at
}
