/** Where in a call something is wrong, up to a field's name: `reduce: `, `apply: event.`, or what becomes such a text when it is needed. */
export type Place = string | { toString(): string }

/**
 * Misuse by the programmer: one `TypeError` that says where, what must hold, what came instead, and the remedy.
 * `sms-delivery-state: reduce: events[2].receivedAt must be a finite number of ms since the epoch, got NaN. Leave it out where it is not known.`
 */
export function throwMisuse(
  where: Place,
  field: string,
  must: string,
  got: unknown,
  remedy = 'Leave it out where it is not known.',
): never {
  throw new TypeError(`sms-delivery-state: ${where}${field} must be ${must}, got ${shown(got)}. ${remedy}`)
}

/** A value for a sentence: short, and safe whatever the value is. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  return typeof value === 'object' && value ? (Array.isArray(value) ? 'an array' : 'an object') : String(value).slice(0, 60)
}
