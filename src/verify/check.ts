/**
 * What the caller's own code must hand in, by the field's name: the test, its words, the remedy.
 * What the network decides (the content of headers, body and URL) is never judged here.
 */
const RULES = {
  secret: [isText, 'a text that is not empty', 'Pass what you share with the provider.'],
  publicKey: [isText, 'a text that is not empty', "Pass the provider's key."],
  url: [isText, 'the whole URL that was called', 'Join your public origin and the path with its query.'],
  headers: [isObject, 'Headers or an object', "Pass the request's own headers."],
  body: [isRaw, 'the raw text or bytes', 'A parsed body cannot be verified: keep the raw one.'],
  now: [isInstant, 'an instant in ms since the epoch, from 1e11 to below 1e14', 'Pass Date.now().'],
  tolerance: [isDuration, 'a number of ms from 0', 'Leave it out for the default.'],
} as const

type Field = keyof typeof RULES

/** @throws TypeError for the first of the fields that is wrong; `where` is the caller's name */
export function checkFields<T extends object>(where: string, request: T, fields: readonly (Field & keyof T)[]): void {
  if (!isObject(request)) throwMisuse(where, 'its argument', 'an object', request, 'Pass { headers, body, … }.')
  for (const field of fields) {
    const [holds, must, remedy] = RULES[field]
    if (!holds(request[field])) throwMisuse(where, field, must, request[field], remedy)
  }
}

/** Misuse by the programmer. The message never holds a text that was handed in: it may be the secret. */
export function throwMisuse(where: string, field: string, must: string, got: unknown, remedy: string): never {
  throw new TypeError(`sms-delivery-state: ${where}: ${field} must be ${must}, got ${kindOf(got, field)}. ${remedy}`)
}

function kindOf(value: unknown, field: string): string {
  if (value === undefined || value === null || value === '') return value === '' ? 'an empty text' : `${value}`
  if (typeof value === 'number' && field !== 'secret') return `${value}`
  if (typeof value === 'string') return 'a text'
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object'
  return `a ${typeof value}`
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** A request without a body has none: that is the network's doing, not misuse. */
function isRaw(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string' || ArrayBuffer.isView(value)
}

/** Seconds and microseconds are told from ms by their size. */
function isInstant(value: unknown): boolean {
  return typeof value === 'number' && value >= 1e11 && value < 1e14
}

function isDuration(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && value >= 0)
}
