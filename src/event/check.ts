import { throwMisuse, type Place } from './throw-misuse.ts'

/** The longest text that an event may hold, in UTF-16 code units: any store can index its hash. */
export const MAX_TEXT = 512

/** Whether every database takes a text: short, without NUL, and without a lone surrogate. */
export const isStorable = (text: string): boolean =>
  text.length <= MAX_TEXT && !text.includes('\0') && isWellFormed(text)

/** The method takes half the time of the expression, and is in no browser before autumn 2023. */
const isWellFormed = (text: Partial<Pick<WellFormed, 'isWellFormed'>> & string): boolean =>
  text.isWellFormed?.() ?? !/\p{Surrogate}/u.test(text)

/** The compiler knows it from ES2024. */
interface WellFormed {
  isWellFormed(): boolean
}

/** A function, so that bundlers drop it where nothing is checked. */
const storable = () => `at most ${MAX_TEXT} code units long, without NUL or a lone surrogate`

/** An id or a name: a text that is not empty and that any database takes. */
export function checkName(
  value: unknown,
  where: Place,
  field: string,
  remedy?: string,
): asserts value is string {
  if (typeof value !== 'string' || value === '') {
    const isNumber = typeof value === 'number' || typeof value === 'bigint'
    const advice = remedy ?? (isNumber ? 'Pass String(…) of it.' : undefined)
    throwMisuse(where, field, 'a text that is not empty', value, advice)
  }
  if (!isStorable(value)) throwMisuse(where, field, storable(), value, 'Use a hash of it.')
}

/** A name that may be left out. */
export function checkId(value: unknown, where: Place, field: string): void {
  if (value !== undefined) checkName(value, where, field)
}

/** A text that may be left out or empty, and that any database takes. */
export function checkText(value: unknown, where: Place, field: string): void {
  if (value === undefined) return
  checkType('string', value, where, field)
  if (!isStorable(value))
    throwMisuse(where, field, storable(), value, 'Keep it with the raw receipt instead.')
}

export function checkType<Type extends 'string' | 'boolean'>(
  type: Type,
  value: unknown,
  where: Place,
  field: string,
): asserts value is { string: string; boolean: boolean }[Type] | undefined {
  if (value !== undefined && typeof value !== type) throwMisuse(where, field, `a ${type}`, value)
}

export function checkWhole(
  value: number,
  most: number,
  where: Place,
  field: string,
  remedy?: string,
): void {
  if (!Number.isInteger(value) || value < 1 || value > most)
    throwMisuse(
      where,
      field,
      `a whole number from 1${most < Infinity ? ` to ${most}` : ''}`,
      value,
      remedy,
    )
}

export function checkOneOf<Value>(
  values: readonly Value[],
  value: unknown,
  where: Place,
  field: string,
  remedy?: string,
): asserts value is Value {
  if (!values.includes(value as Value))
    throwMisuse(where, field, `one of ${values.join(', ')}`, value, remedy)
}

export function checkObject(
  value: unknown,
  where: Place,
  field: string,
  remedy = 'Pass the object itself.',
): asserts value is object {
  if (typeof value !== 'object' || value === null)
    throwMisuse(where, field, 'an object', value, remedy)
}

/** A key that nobody reads is a typing error. */
export function checkKeys(
  value: object,
  keys: readonly string[],
  where: Place,
  field: string,
): void {
  for (const key of Object.keys(value))
    checkOneOf(keys, key, where, `${field}: each key`, 'Is it spelled right?')
}

/** Anything that `for…of` takes. */
export function checkIterable(value: unknown, where: Place, field: string): void {
  // A text, bytes or URLSearchParams can be iterated as well, and nobody means that.
  const isList =
    typeof value === 'object' &&
    value !== null &&
    !ArrayBuffer.isView(value) &&
    !('getAll' in value)
  if (!isList || typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
    throwMisuse(where, field, 'a list', value, 'Pass an array.')
  }
}
