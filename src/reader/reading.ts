import type { DeliveryEvent } from '../event/event.ts'
import type { Issue, IssueCode, ReceiptContext } from '../receipts/provider.ts'
import type { Condition, Time, Way } from './compile.ts'
import { formOf, open } from './decode.ts'
import type { ToFields } from './spec.ts'
import { readTime } from './times.ts'

/** Where fields are looked up. */
export interface Scope {
  /** What came in. */
  body: unknown
  /** The same, text as a form. */
  fields: unknown
  /** How the receipt was laid out last. */
  toFields: ToFields | undefined
  /** What paths lead through: the fields, or what a shape makes of the body. */
  receipt: unknown
  /** The item of its list at which the reader stands. */
  item: unknown
  /** What was looked up last. */
  way: Way
}

/** One call of `parse`: where the reader stands, and what came of it so far. */
export interface Reading extends Scope {
  readonly context: ReceiptContext
  /** Where misuse of the context happened. */
  readonly place: string
  readonly events: DeliveryEvent[]
  readonly issues: Issue[]
  /** The place of the receipt at hand in the arrays that it came in. */
  readonly at: number[]
  /** The place of `item` in its list. */
  position: number
  /** Whose the receipt at hand is, or else whose `parse` it is. */
  provider: string
}

/** The whole receipt. */
export const WHOLE: Way = { list: undefined, keys: [] }

/** Puts what was received before the reader. */
export function take(scope: Scope, received: unknown): void {
  const body = (scope.body = open(received))
  scope.receipt = scope.fields = typeof body === 'string' ? formOf(body) : body
  scope.toFields = undefined
}

/** Lays the receipt out as a shape wants it, once for shapes that stand side by side. */
export function arrange<Where extends Scope>(scope: Where, toFields: ToFields | undefined): Where {
  if (toFields === scope.toFields) return scope
  scope.toFields = toFields
  try {
    scope.receipt = toFields ? toFields(scope.body) : scope.fields
  } catch {
    scope.receipt = undefined
  }
  return scope
}

/** The first value that one of several ways leads to; empty text is nothing, and null is unless it is a word. Own properties only. */
export function find(scope: Scope, ways: readonly Way[]): unknown {
  for (let i = 0; i < ways.length; i++) {
    const { list, keys, saysNull } = ways[i]!
    let value = list ? scope.item : scope.receipt
    for (let k = 0; k < keys.length && value !== undefined; k++) {
      value = typeof value === 'object' && value !== null ? own(value, keys[k]!) : undefined
    }
    if (value === null && saysNull) value = 'null'
    if (value !== undefined && value !== null && value !== '') {
      scope.way = ways[i]!
      return value
    }
  }
  scope.way = ways[0] ?? WHOLE
  return undefined
}

/** What an object holds itself. A getter that throws holds nothing. */
export function own(fields: object, key: string | number): unknown {
  try {
    const value = (fields as Readonly<Record<string | number, unknown>>)[key]
    // Most fields are not there, and to ask for the owner costs more than to look.
    return value === undefined || Object.hasOwn(fields, key) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether all of some conditions hold. */
export function holds(scope: Scope, conditions: readonly Condition[]): boolean {
  return conditions.every(({ ways, wanted }) => {
    const found = find(scope, ways)
    const value = typeof found === 'boolean' || typeof found === 'number' ? `${found}` : found
    return typeof wanted === 'string' ? value === wanted : typeof value === 'string' && wanted.test(value)
  })
}

/** What a field holds, integers as text. Of another type it is a fault; so is nothing, where something must be there. */
export function textAt(reading: Reading, ways: readonly Way[], required = false): string | undefined {
  const value = find(reading, ways)
  if (typeof value === 'string') return value
  if (value === undefined) return required ? fault(reading, 'is missing') : undefined
  // JSON numbers above 2⁵³ may have lost their last digits.
  return typeof value === 'bigint' || Number.isSafeInteger(value)
    ? `${value as bigint | number}`
    : fault(reading, 'is not text', value)
}

export function wholeAt(reading: Reading, ways: readonly Way[], most: number): number | undefined {
  const text = textAt(reading, ways)
  const whole = Number(text)
  if (text === undefined || (/^\d+$/.test(text) && whole > 0 && whole <= most)) return text === undefined ? text : whole
  return fault(reading, `is not a whole number from 1 to ${most}`, text)
}

/** The first time that is there. */
export function timeAt(reading: Reading, times: readonly Time[]): number | undefined {
  for (const { ways, read, format, timeZone = 'UTC' } of times) {
    const value = find(reading, ways)
    if (value === undefined) continue
    const at = readTime(value, read, reading.context.timeZone ?? timeZone)
    return Number.isNaN(at) ? fault(reading, `is not a time as ${format}`, value) : at
  }
  return undefined
}

/** An issue about what was looked up last. */
export function fault(reading: Reading, problem: string, received?: unknown, code: IssueCode = 'invalid'): undefined {
  const { list, keys } = reading.way
  const [index, ...path]: (string | number)[] = reading.at
  if (list) path.push(...list, reading.position)
  path.push(...keys)
  const value = typeof received === 'string' ? `${JSON.stringify(received.slice(0, 40))} ` : ''
  const subject = keys.length > 0 ? `${keys.join('.')} ${value}` : ''
  reading.issues.push({
    code,
    message: `${reading.provider}: ${subject}${problem}`,
    ...(path.length > 0 && { path }),
    ...(received !== undefined && { received }),
    ...(typeof index === 'number' && { index }),
  })
}
