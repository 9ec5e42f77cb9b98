import type { DeliveryEvent, Segment } from '../../event/event.ts'
import type { Failure } from '../../event/failure.ts'
import { omitUndefined } from '../../event/omit-undefined.ts'
import { deliveryEvent } from '../../schema/event.ts'
import type { FieldPath } from '../../reader/compile.ts'
import { addWithMessageId } from '../../reader/context-answer.ts'
import { addIssue, lookup, WHOLE, type Reading } from '../../reader/reading.ts'
import { otherUnitOf } from '../../receipts/other-unit.ts'
import { readTime, TIME_FORMATS } from '../../reader/times.ts'

type Read = (value: unknown, reading: Reading, path: FieldPath) => unknown
type Table<T> = { readonly [Field in keyof T]-?: Read }
type Fields = Readonly<Record<string, unknown>>

const SEGMENT = /* @__PURE__ */ rowsOf<Segment>({ index: plain, count: plain }, 'segment')
const FAILURE = /* @__PURE__ */ rowsOf<Failure>({ reason: word, code: text, permanent: plain }, 'failure')

/** How each field is brought to the form in which the schema judges it. */
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

/** Without one of these an event would claim something else, or of something else. */
const DECISIVE: readonly unknown[] = ['status', 'messageId', 'attemptId', 'provider', 'providerMessageId', 'segment']

/** Reads the event at which the reader stands: it, or at least one issue, or both. */
export function readEvent(_: unknown, reading: Reading): void {
  const { receivedAt, messageId, attemptId, segment, source, ref } = reading.context
  // What a function gives comes later, and goes here.
  const context = omitUndefined({
    receivedAt,
    messageId: typeof messageId === 'function' ? 'asked' : messageId,
    attemptId,
    segment,
    source,
    ref,
  })
  const fields = fieldsOf(EVENT, reading)
  const found = judged(fields, context, reading)
  if (!found) return
  const isAsked = typeof messageId === 'function' && fields['messageId'] === undefined
  if (isAsked) addWithMessageId(reading, found, messageId, WHOLE)
  else reading.events.push(found)
}

/** The event, where its fields are right. Else an issue for each that is wrong, and the event without those, unless one was decisive. */
function judged(fields: Fields, context: Fields, reading: Reading): DeliveryEvent | undefined {
  const { data, error } = deliveryEvent.safeParse({ ...context, ...fields })
  if (!error) return data
  let rest = fields
  for (const { path, message } of error.issues) {
    const keys = path.map(String)
    complain(keys, message, reading)
    rest = without(rest, keys)
  }
  return error.issues.some(({ path }) => DECISIVE.includes(path[0])) ? undefined : judged(rest, context, reading)
}

function complain(keys: readonly string[], message: string, reading: Reading): void {
  const path = { list: undefined, keys }
  const received = lookup(reading, [path])
  if (received === undefined) addIssue(reading, path, 'is missing')
  else if (keys[0] === 'status' && typeof received === 'string')
    addIssue(reading, path, 'is not a status that we know', received, 'unrecognized-status')
  else addIssue(reading, path, `is wrong: ${message}`, received)
}

/** That something has failed is still said where the reason is wrong. */
function without(fields: Fields, [key = '', inner]: readonly string[]): Fields {
  const { [key]: value, ...rest } = fields
  if (inner === undefined) return rest
  return { ...rest, [key]: omitUndefined(Object.assign({}, value, { [inner]: inner === 'reason' ? 'unknown' : undefined })) }
}

interface Row {
  readonly key: string
  readonly path: FieldPath
  readonly read: Read
}

/** Where each field of a table stands, within the event or a part of it. */
function rowsOf<T>(table: Table<T>, ...within: string[]): readonly Row[] {
  return Object.entries<Read>(table).map(([key, read]) => ({ key, read, path: { list: undefined, keys: [...within, key] } }))
}

/** The fields that are there, none of them undefined. */
function fieldsOf(rows: readonly Row[], reading: Reading): Fields {
  const fields: Record<string, unknown> = {}
  for (const { key, path, read } of rows) {
    const found = lookup(reading, [path])
    const value = found === undefined ? found : read(found, reading, path)
    if (value !== undefined) fields[key] = value
  }
  return fields
}

/** An object where none may stand is wrong whatever it holds, and is not looked into: a getter or a proxy could throw. */
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
  const isCount = typeof value === 'number' || (typeof value === 'string' && /^\d{1,20}$/.test(value))
  const at = isCount ? Number(value) : readTime(value, TIME_FORMATS.iso8601, reading.context.timeZone ?? 'UTC')
  if (!Number.isFinite(at)) return addIssue(reading, path, 'is neither ms since the epoch nor a time as iso8601', value)
  const unit = isCount ? otherUnitOf(at) : undefined
  return unit ? addIssue(reading, path, `is in ${unit}, it seems, not in ms since the epoch`, value) : at
}
