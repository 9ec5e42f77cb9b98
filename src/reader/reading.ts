import { isStorable, MAX_TEXT } from '../event/check.ts'
import { issueContext, type IssueCode } from '../receipts/provider.ts'
import { pathTo, type Condition, type FieldPath, type Key, type Time } from './compile.ts'
import { decode, formOf } from './decode.ts'
import { MOST_ISSUES } from './most-issues.ts'
import type { Reading, Scope } from './scope.ts'
import type { ToFields } from './spec.ts'
import { readTime } from './times.ts'

/** The whole receipt. */
export const WHOLE: FieldPath = /* @__PURE__ */ pathTo([])

export const newScope = (): Scope => ({
  body: undefined,
  fields: undefined,
  toFields: undefined,
  receipt: undefined,
  item: undefined,
})

/** Puts what was received before the reader. */
export function load(scope: Scope, received: unknown): void {
  const body = (scope.body = decode(received))
  scope.receipt = scope.fields = typeof body === 'string' ? formOf(body) : body
  scope.toFields = undefined
}

/** Whether it is text or an object. All else is no receipt, and millions of it may come at once. */
export const hasFields = ({ fields }: Scope): boolean =>
  typeof fields === 'object' && fields !== null

/** Lays the receipt out as a shape wants it, once for shapes that follow each other. */
export function applyLayout(scope: Scope, toFields: ToFields | undefined): void {
  if (toFields === scope.toFields) return
  scope.toFields = toFields
  try {
    scope.receipt = toFields ? toFields(scope.body) : scope.fields
  } catch {
    scope.receipt = undefined
  }
}

/**
 * The first value that one of several paths leads to. Empty text is nothing, and null is, unless it
 * is a word. Own properties only.
 */
export function lookup(scope: Scope, paths: readonly FieldPath[]): unknown {
  for (let i = 0; i < paths.length; i++) {
    const value = valueAt(scope, paths[i]!)
    if (value !== undefined) return value
  }
  return undefined
}

function valueAt(scope: Scope, { list, keys, isNullAWord }: FieldPath): unknown {
  let value = list ? scope.item : scope.receipt
  for (let k = 0; k < keys.length && value !== undefined; k++) {
    value = typeof value === 'object' && value !== null ? ownProperty(value, keys[k]!) : undefined
  }
  if (value === null && isNullAWord) return 'null'
  return value === null || value === '' ? undefined : value
}

/** The path at which {@link lookup} found its value; the first one if it found none. */
export const pathOf = (scope: Scope, paths: readonly FieldPath[]): FieldPath =>
  paths.find((path) => valueAt(scope, path) !== undefined) ?? paths[0] ?? WHOLE

/** What an object holds itself. A getter that throws holds nothing. */
export function ownProperty(fields: object, key: Key): unknown {
  try {
    const value = (fields as Readonly<Record<Key, unknown>>)[key]
    // Most fields are not there, and to ask for the owner costs more than to look.
    return value === undefined || Object.hasOwn(fields, key) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether all of some conditions hold. */
export function matches(scope: Scope, conditions: readonly Condition[]): boolean {
  for (const { paths, wanted } of conditions) {
    const found = lookup(scope, paths)
    const text = typeof found === 'boolean' || typeof found === 'number' ? `${found}` : found
    if (!isLike(text, wanted)) return false
  }
  return true
}

const isLike = (value: unknown, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? value === wanted : typeof value === 'string' && wanted.test(value)

/**
 * What a field holds, integers as text. Another type is an issue; so is nothing, if something is
 * required.
 */
export function textAt(
  reading: Reading,
  paths: readonly FieldPath[],
  required = false,
): string | undefined {
  const value = lookup(reading, paths)
  if (typeof value === 'string') return value
  if (value === undefined)
    return required ? addIssue(reading, paths[0] ?? WHOLE, 'is missing') : undefined
  // JSON numbers above 2⁵³ may have lost their last digits.
  return typeof value === 'bigint' || Number.isSafeInteger(value)
    ? `${value as bigint | number}`
    : addIssue(reading, pathOf(reading, paths), 'is not text', value)
}

/** The same, if every database takes it. */
export function storableAt(
  reading: Reading,
  paths: readonly FieldPath[],
  required = false,
): string | undefined {
  const text = textAt(reading, paths, required)
  return text === undefined || isStorable(text)
    ? text
    : addUnstorable(reading, pathOf(reading, paths), text)
}

/**
 * An issue about a text that an event cannot hold; what was received is cut to the length that it
 * can.
 */
export const addUnstorable = (reading: Reading, path: FieldPath, text: string): undefined =>
  addIssue(reading, path, unstorable(), text.slice(0, MAX_TEXT))

/** What is wrong with a text that no database takes. */
export const unstorable = (): string =>
  `has a NUL or a lone surrogate, or is longer than ${MAX_TEXT} code units`

/** A number, counted from 1: undefined if there is none, null if it cannot be read. */
export function wholeAt(
  reading: Reading,
  paths: readonly FieldPath[],
  most: number,
): number | undefined | null {
  if (lookup(reading, paths) === undefined) return undefined
  const text = textAt(reading, paths)
  if (text === undefined) return null
  const whole = Number(text)
  if (/^\d+$/.test(text) && whole > 0 && whole <= most) return whole
  addIssue(reading, pathOf(reading, paths), `is not a whole number from 1 to ${most}`, text)
  return null
}

/** Yes or no. */
export function flagAt(reading: Reading, paths: readonly FieldPath[]): boolean | undefined {
  const value = lookup(reading, paths)
  if (value === undefined || typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value.toLowerCase() : value
  if (text === 'true' || text === '1' || text === 1) return true
  if (text === 'false' || text === '0' || text === 0) return false
  return addIssue(reading, pathOf(reading, paths), 'is neither true nor false', value)
}

/** The first time that is there. */
export function timeAt(reading: Reading, times: readonly Time[]): number | undefined {
  for (const { paths, read, format, none, timeZone = 'UTC' } of times) {
    const value = lookup(reading, paths)
    if (value === undefined) continue
    if (none !== undefined && isLike(typeof value === 'number' ? `${value}` : value, none)) continue
    const at = readTime(value, read, reading.context.timeZone ?? timeZone)
    return Number.isFinite(at)
      ? at
      : addIssue(
          reading,
          pathOf(reading, paths),
          `is not a time${format === undefined ? '' : ` as ${format}`}`,
          value,
        )
  }
  return undefined
}

/** An issue about what is at a path. */
export function addIssue(
  reading: Reading,
  { list, keys }: FieldPath,
  problem: string,
  received?: unknown,
  code: IssueCode = 'invalid',
): undefined {
  if (reading.issues.length === MOST_ISSUES) {
    reading.left++
    return
  }
  const [index, ...path]: (string | number)[] = reading.at
  if (reading.part >= 0) path.push(reading.part)
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
    ...issueContext(reading.context),
  })
}
