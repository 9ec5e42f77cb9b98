import { checkKeys, checkObject } from '../../event/check.ts'
import { throwMisuse } from '../../event/throw-misuse.ts'
import type { Random } from '../random.ts'

/**
 * How long something takes, in ms, as a dashboard shows it: half of all cases take at most `p50`,
 * 99 in 100 at most `p99`, none more than `max`. Between them the line is straight, so no function
 * is needed that engines compute differently.
 */
export interface Delay {
  readonly p50: number
  readonly p90: number
  readonly p99: number
  readonly max: number
}

const SHARES = [0, 0.5, 0.9, 0.99, 1] as const

/** In whole ms. */
export function sample({ p50, p90, p99, max }: Delay, random: Random): number {
  const values = [0, p50, p90, p99, max]
  const share = random.next()
  const above = SHARES.findIndex((each) => share < each)
  const [from = 0, to = 1] = SHARES.slice(above - 1)
  const [low = 0, high = 0] = values.slice(above - 1)
  return Math.round(low + ((share - from) / (to - from)) * (high - low))
}

export function checkDelay(delay: Delay, where: string, field: string): void {
  checkObject(delay, where, field)
  checkKeys(delay, ['p50', 'p90', 'p99', 'max'], where, field)
  const { p50, p90, p99, max } = delay
  const isRising = [0, p50, p90, p99, max].every(
    (value, i, all) => Number.isFinite(value) && (i === 0 || value >= all[i - 1]!),
  )
  if (!isRising)
    throwMisuse(
      where,
      field,
      'four numbers of ms from 0, none below the one before',
      [p50, p90, p99, max].join(),
      'See Delay.',
    )
}
