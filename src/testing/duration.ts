import { throwMisuse } from '../event/throw-misuse.ts'

/** A length of time: `'200ms'`, `'1.5s'`, `'5m'`, `'72h'`, `'3d'`, or a number of ms. */
export type Duration = number | `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`

/**
 * When a step happens: with a `+` so long after the step before it, without one so long after the
 * start.
 */
export type Moment = Duration | `+${number}${'ms' | 's' | 'm' | 'h' | 'd'}`

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const TEXT = /^\+?(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/

/** In whole ms, from 0. */
export function msOf(duration: Moment, where: string, field: string): number {
  const [, count, unit] = (typeof duration === 'string' && TEXT.exec(duration)) || []
  const ms =
    unit === undefined ? duration : Math.round(Number(count) * UNITS[unit as keyof typeof UNITS])
  if (typeof ms === 'number' && Number.isFinite(ms) && ms >= 0) return ms
  return throwMisuse(
    where,
    field,
    "a length of time such as '200ms', '1.5s', '5m', '72h' or '3d', or a number of ms from 0",
    duration,
    'Write it so.',
  )
}

/** Whether it counts from the step before. */
export const isAfter = (moment: Moment): boolean =>
  typeof moment === 'string' && moment.startsWith('+')
