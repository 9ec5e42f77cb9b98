/** Where in a call something is wrong, up to the field's name: `reduce: `, `definePolicy: advice.`, or what becomes such a text when it is needed. */
export type Place = string | ItemPlace

/** One item of a list that is being read: `reduce: events[3].` */
export class ItemPlace {
  index = 0
  readonly list: string
  constructor(list: string) {
    this.list = list
  }
  toString(): string {
    return `${this.list}[${this.index}].`
  }
}

/**
 * Misuse by the programmer: one `TypeError` that says where, what must hold, what came instead, and the remedy.
 * `sms-delivery-state: reduce: events[2].receivedAt must be a finite number of ms since the epoch, got NaN. Leave it out where it is not known.`
 */
export function misuse(where: Place, field: string, must: string, got: unknown, remedy: string): never {
  const place = field === '' ? `${where}`.replace(/[.: ]+$/, '') : `${where}${field}`
  throw new TypeError(`sms-delivery-state: ${place} must be ${must}, got ${shown(got)}. ${remedy}`)
}

/** A value for a sentence: short, and safe whatever the value is. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (typeof value === 'bigint') return 'a bigint'
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object'
  return typeof value === 'function' ? 'a function' : String(value)
}
