/**
 * Where in a call something is wrong, up to a field's name: `reduce: `, `apply: event.`; or an
 * object that becomes such a text only when it is needed.
 */
export type Place = string | { toString(): string }

/**
 * Misuse by the programmer: one `TypeError` that says where, what must hold, what came instead, and
 * what to write. `sms-delivery-state: reduce: events[2].receivedAt must be a finite number of ms
 * since the epoch, got NaN. Leave it out where it is not known.`
 */
export function throwMisuse(
  where: Place,
  field: string,
  must: string,
  got: unknown,
  remedy = 'Leave it out where it is not known.',
): never {
  const advice = isPromise(got) ? 'Await it first.' : remedy
  throw new TypeError(
    `sms-delivery-state: ${where}${field} must be ${must}, got ${describe(got)}. ${advice}`,
  )
}

/** A value for a sentence: short, and safe whatever the value is. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (typeof value === 'bigint') return `${value}n`.slice(0, 60)
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return String(value).slice(0, 60)
  return isPromise(value) ? 'a promise' : isArray(value) ? 'an array' : 'an object'
}

/** A proxy that was revoked is nothing, and throws. */
function isArray(value: unknown): boolean {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

export function isPromise(value: unknown): boolean {
  try {
    return typeof (value as { then?: unknown } | null | undefined)?.then === 'function'
  } catch {
    return false
  }
}
