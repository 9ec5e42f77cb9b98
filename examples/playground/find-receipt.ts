import type { ReceiptContext } from 'sms-delivery-state'
import { detect } from 'sms-delivery-state/providers'
import { endOfJson, isObject, jsonOf } from './json.ts'
import { timeIn, timeOfRecord } from './log-time.ts'

/** A receipt, and what the text around it says of it. */
export interface Receipt {
  readonly body: unknown
  readonly context: ReceiptContext
  /** Whose it is, by its name; undefined where nobody that we know sends this. */
  readonly provider?: string | undefined
  /** The text itself says whose it is. */
  readonly isNamed?: boolean | undefined
}

/** What an item `{ body, … }` may hold, as the command reads it. */
const ITEM = 'body provider flow country receivedAt messageId attemptId segment source ref timeZone'
const ITEM_FIELDS = new Set(ITEM.split(' '))

/** How deep in a log's record a receipt is looked for, and how long a line may be for that. */
const DEEPEST = 4
const LONGEST = 20_000

/** The receipt that a JSON value is, or holds as a logger's record does. */
export function receiptOf(value: unknown): Receipt {
  if (isItem(value)) return fromItem(value)
  return known(value) ?? withinRecord(value, DEEPEST) ?? { body: value, context: {} }
}

/** The receipt in a line of text: the whole line, or what a log has written around it. */
export function receiptInLine(line: string): Receipt {
  const bare: Receipt = { body: line, context: {} }
  return known(line) ?? (line.length > LONGEST ? bare : (within(line) ?? bare))
}

function known(body: unknown): Receipt | undefined {
  const provider = detect(body)?.name
  return provider === undefined ? undefined : { body, context: {}, provider }
}

const isItem = (value: unknown): value is { readonly body: unknown } & Record<string, unknown> =>
  isObject(value) &&
  Object.hasOwn(value, 'body') &&
  Object.keys(value).every((key) => ITEM_FIELDS.has(key))

function fromItem(item: { readonly body: unknown } & Record<string, unknown>): Receipt {
  const { body, provider, flow: _, country: __, receivedAt, ...context } = item
  // What is wrong here is told by `parseReceipts`, as an issue.
  const instant = typeof receivedAt === 'string' ? (timeIn(receivedAt) ?? receivedAt) : receivedAt
  return {
    body,
    context: { ...context, ...(instant !== undefined && { receivedAt: instant as number }) },
    provider: typeof provider === 'string' ? provider : detect(body)?.name,
    isNamed: typeof provider === 'string',
  }
}

/** A receipt in a field of a record, with the record's own time. */
function withinRecord(value: unknown, depth: number): Receipt | undefined {
  if (typeof value === 'string') return value.length > LONGEST ? undefined : inText(value)
  if (depth === 0 || typeof value !== 'object' || value === null) return undefined
  for (const inner of Object.values(value) as unknown[]) {
    const found = known(inner) ?? withinRecord(inner, depth - 1)
    if (found === undefined) continue
    const receivedAt = isObject(value) ? timeOfRecord(value) : undefined
    return receivedAt === undefined ? found : timed(found, receivedAt)
  }
  return undefined
}

const timed = (receipt: Receipt, receivedAt: number | undefined): Receipt =>
  receivedAt === undefined ? receipt : { ...receipt, context: { receivedAt, ...receipt.context } }

const inText = (text: string): Receipt | undefined => {
  const value = /^\s*[[{]/.test(text) ? jsonOf(text) : undefined
  return value === undefined ? within(text) : (known(value) ?? withinRecord(value, DEEPEST))
}

/** What a line holds behind the time and the words of a log, the likeliest form first. */
function within(line: string): Receipt | undefined {
  for (const { at, body } of candidatesIn(line)) {
    const found = isItem(body)
      ? fromItem(body)
      : (known(body) ?? (typeof body === 'string' ? undefined : withinRecord(body, DEEPEST)))
    if (found !== undefined) return timed(found, timeIn(line.slice(0, at)))
  }
  return undefined
}

const FORM = /[\w.%[\]-]+=[^&\s"']*(?:&[\w.%[\]-]+=[^&\s"']*)+/g
const QUOTED = /"(?:[^"\\]|\\.)+"/g
const SMPP = /\bid:\S+\s.*\bstat:.*/i

function* candidatesIn(line: string): Generator<{ at: number; body: unknown }> {
  let opened = 0
  for (const { index } of line.matchAll(/[{[]/g)) {
    if (++opened > 8) break
    const end = endOfJson(line, index)
    const body = end === undefined ? undefined : jsonOf(line.slice(index, end))
    if (body !== undefined) yield { at: index, body }
  }
  for (const { 0: text, index } of line.matchAll(QUOTED)) {
    const body = jsonOf(text)
    if (typeof body === 'string') yield { at: index, body: jsonOf(body) ?? body }
  }
  const smpp = SMPP.exec(line)
  if (smpp !== null) yield { at: smpp.index, body: smpp[0].replace(/["']\s*$/, '') }
  for (const { 0: form, index } of line.matchAll(FORM)) {
    yield { at: index, body: form }
    // `body=MessageSid=SM1&MessageStatus=sent`
    const name = form.indexOf('=') + 1
    if (form.slice(name, form.indexOf('&')).includes('='))
      yield { at: index, body: form.slice(name) }
  }
}
