import { throwMisuse } from '../event/throw-misuse.ts'

/**
 * An instant of our own clock that is to be stored: from 1973 to 5138, so that seconds and
 * microseconds are found out before a database is full of them.
 */
export function checkRealInstant(
  value: unknown,
  where: string,
  field: string,
): asserts value is number {
  if (typeof value === 'number' && value >= 1e11 && value < 1e14) return
  const remedy =
    typeof value !== 'number'
      ? 'Pass Date.now().'
      : value >= 1e14
        ? 'Divide microseconds by 1000.'
        : 'Multiply seconds by 1000.'
  throwMisuse(where, field, 'ms since the epoch, from 1e11 to below 1e14', value, remedy)
}
