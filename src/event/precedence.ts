import { CONFIRMATIONS, type Confirmation } from './event.ts'
import { STATUSES, type Status } from './status.ts'

/** A status' place in the precedence: 0 for `pending` up to 8 for `delivered`. */
export type Rank = number

/**
 * A set of statuses: the bit of a rank is set where the status is in it. So the strongest is the
 * highest bit.
 */
export type StatusSet = number

export const SENT: Rank = 3
export const UNKNOWN: Rank = 4
export const EXPIRED: Rank = 5
export const FAILED: Rank = 6
export const UNDELIVERED: Rank = 7
export const DELIVERED: Rank = 8

/** The final claims that `delivered` contradicts. */
export const NEGATIVES: StatusSet = 0b0_1110_0000

/** -1 for what is no status. */
export const rankOf = (status: unknown): Rank => STATUSES.indexOf(status as Status)

export const has = (set: StatusSet, rank: Rank): boolean => (set & (1 << rank)) !== 0

/** The strongest status of a set, and `pending` of the empty one. */
export const strongestOf = (set: StatusSet): Rank => 31 - Math.clz32(set | 1)

/** Who vouches more for a delivery. */
export function stronger(
  a: Confirmation | undefined,
  b: Confirmation | undefined,
): Confirmation | undefined {
  return CONFIRMATIONS[Math.max(CONFIRMATIONS.indexOf(a!), CONFIRMATIONS.indexOf(b!))]
}
