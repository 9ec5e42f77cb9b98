import { checkType } from '../event/check.ts'
import { throwMisuse, type Place } from '../event/throw-misuse.ts'

/** Offsets, and the names of zero that times have. */
export const OFFSET = /^(?:Z|GMT|UTC?|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)$/
const known = /* @__PURE__ */ new Set<unknown>()

/**
 * Throws unless it is left out, an IANA name that the runtime knows, or an offset such as `+02:00`.
 */
export function checkTimeZone(zone: unknown, where: Place, field: string): void {
  if (zone === undefined || known.has(zone)) return
  checkType('string', zone, where, field)
  try {
    // In a longer text, a reader of offsets would find the +02 that is somewhere in it.
    if (!OFFSET.test(zone)) new Intl.DateTimeFormat('en-US', { timeZone: zone })
    known.add(zone)
  } catch {
    throwMisuse(where, field, 'an IANA name or an offset such as +02:00', zone)
  }
}
