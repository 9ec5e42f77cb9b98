import { misuse, type Place } from './misuse.ts'

/** What is said where a field that may be left out holds something else. */
export const LEAVE_OUT = 'Leave it out where it is not known.'

/** An instant is any finite number of ms since the epoch. */
export function checkInstant(value: unknown, where: Place, field: string): void {
  if (value !== undefined && !Number.isFinite(value)) misuse(where, field, 'a finite number of ms since the epoch', value, LEAVE_OUT)
}

/** `now` cannot be left out: the library reads no clock. */
export function checkNow(now: unknown, where: Place): void {
  if (!Number.isFinite(now)) misuse(where, 'now', 'a finite number of ms since the epoch', now, 'Pass Date.now().')
}

export function checkId(value: unknown, where: Place, field: string, remedy = LEAVE_OUT): void {
  if (value !== undefined && (typeof value !== 'string' || value === '')) misuse(where, field, 'a text that is not empty', value, remedy)
}

export function checkText(value: unknown, where: Place, field: string): void {
  if (value !== undefined && typeof value !== 'string') misuse(where, field, 'a text', value, LEAVE_OUT)
}

export function checkFlag(value: unknown, where: Place, field: string): void {
  if (value !== undefined && typeof value !== 'boolean') misuse(where, field, 'true or false', value, LEAVE_OUT)
}

export function checkWhole(value: unknown, most: number, where: Place, field: string, remedy: string): void {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return
  misuse(where, field, `a whole number from 1${most < Infinity ? ` to ${most}` : ''}`, value, remedy)
}

export function checkOneOf(values: readonly unknown[], value: unknown, where: Place, field: string, remedy = LEAVE_OUT): void {
  if (!values.includes(value)) misuse(where, field, `one of ${values.join(', ')}`, value, remedy)
}

/** A key that nobody reads is a typing error. */
export function checkKeys(value: object, keys: readonly string[], where: Place, field: string): void {
  for (const key of Object.keys(value)) checkOneOf(keys, key, where, `${field}: each key`, 'Is it spelled right?')
}

export function checkObject(value: unknown, where: Place, field: string, what: string): void {
  if (typeof value !== 'object' || value === null) misuse(where, field, what, value, 'Pass the object itself.')
}

/** Anything that `for…of` takes. */
export function checkIterable(value: unknown, where: Place, field: string): void {
  if (typeof (value as Partial<Iterable<unknown>> | null | undefined)?.[Symbol.iterator] !== 'function') {
    misuse(where, field, 'an iterable', value, 'Pass an array.')
  }
}
