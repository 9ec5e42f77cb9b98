import { STATUSES, type Status } from './status.ts'

/** A status' place in the precedence: 0 for `pending` up to 8 for `delivered`. */
export type Rank = number

/** A set of statuses: the bit of a rank is set where the status is in it. So the strongest is the highest bit. */
export type StatusSet = number

const RANKS: Readonly<Record<string, Rank>> = Object.assign(
  Object.create(null),
  Object.fromEntries(STATUSES.map((status, rank) => [status, rank])),
)

/** The rank of a status; undefined for any other value. */
export const rankOf = (status: Status): Rank | undefined => RANKS[status]

export const PENDING: Rank = STATUSES.indexOf('pending')
export const SENT: Rank = STATUSES.indexOf('sent')
export const UNKNOWN: Rank = STATUSES.indexOf('unknown')
export const EXPIRED: Rank = STATUSES.indexOf('expired')
export const DELIVERED: Rank = STATUSES.indexOf('delivered')

/** The final claims that `delivered` contradicts. */
export const NEGATIVES: StatusSet = setOf(['expired', 'failed', 'undelivered'])

export const FAILED: StatusSet = setOf(['failed', 'undelivered'])

/** The strongest status of a set that is not empty. */
export const strongestOf = (set: StatusSet): Rank => 31 - Math.clz32(set)

export const has = (set: StatusSet, rank: Rank): boolean => (set & (1 << rank)) !== 0

export function setOf(statuses: readonly Status[]): StatusSet {
  return statuses.reduce((set, status) => set | (1 << (rankOf(status) ?? 0)), 0)
}
