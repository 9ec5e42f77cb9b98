import { throwMisuse } from '../event/throw-misuse.ts'
import { otherUnitOf } from '../receipts/other-unit.ts'
import { readTime, TIME_FORMATS } from '../reader/times.ts'

/**
 * An ISO 8601 time, or a number of ms since the epoch, to ms since the epoch. The zone is for a
 * time that names none.
 *
 * @throws TypeError for anything else, also for a count that is one of seconds or microseconds, as
 * it seems
 */
export function instantOf(value: unknown, zone: string, field: string, remedy?: string): number {
  const isCount = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  const instant = isCount ? Number(value) : readTime(value, TIME_FORMATS.iso8601, zone)
  const unit = isCount ? otherUnitOf(instant) : undefined
  if (Number.isFinite(instant) && !unit) return instant
  throwMisuse(
    '',
    field,
    'an ISO 8601 time or ms since the epoch',
    value,
    unit ? `That is in ${unit}, it seems.` : remedy,
  )
}
