import { type Rank, type StatusSet } from '../event/precedence.ts'

/** What an event did to its attempt; the first that fits. */
export const VERDICTS = Object.freeze(['duplicate', 'partial', 'late', 'advanced', 'stale'] as const)
export type Verdict = (typeof VERDICTS)[number]

/** An event, and its attempt before and after it. */
export interface Step {
  readonly rank: Rank
  /** The segment that it is about, from 1; 0 for the whole attempt. */
  readonly segment: number
  /** Its status was already claimed for its slot. */
  readonly repeated: boolean
  /** It is the first that is known of the attempt. */
  readonly first: boolean
  readonly before: Side & { readonly settled: boolean }
  readonly after: Side
}

interface Side {
  readonly status: Rank
  /** All that the attempt has. */
  readonly statuses: StatusSet
}

export function verdictOf({ rank, segment, repeated, first, before, after }: Step): Verdict {
  if (repeated) return 'duplicate'
  if (segment > 0 && (after.statuses & ~before.statuses) === 0) return 'partial'
  const stays = before.status === after.status
  if (rank > after.status && before.settled && stays) return 'late'
  return first || !stays ? 'advanced' : 'stale'
}
