import type { Rank } from '../event/precedence.ts'
import type { AttemptStatus } from './attempt-status.ts'

/** What an event did to its attempt; the first that fits. */
export const VERDICTS = /* @__PURE__ */ Object.freeze([
  'duplicate',
  'partial',
  'late',
  'advanced',
  'stale',
] as const)

/**
 * What an event did to its attempt; the first that fits.
 *
 * - `duplicate`: this status was already claimed for this slot
 * - `partial`: it is about one segment, and gives the attempt as a whole no new status
 * - `late`: it is stronger than the status, but that was settled and stays
 * - `advanced`: it changed the status, or is the first that is known of the attempt
 * - `stale`: the status had already moved on; it only fills in a milestone
 */
export type Verdict = (typeof VERDICTS)[number]

/**
 * @param segment the one that the event is about; 0 for the attempt as a whole
 * @param repeated its status was already known of its slot
 */
export function verdictOf(
  rank: Rank,
  segment: number,
  repeated: boolean,
  before: AttemptStatus,
  after: AttemptStatus,
): Verdict {
  if (repeated) return 'duplicate'
  if (segment > 0 && (after.statuses & ~before.statuses) === 0) return 'partial'
  const stays = before.status === after.status
  if (rank > after.status && before.settled && stays) return 'late'
  return before.statuses === 0 || !stays ? 'advanced' : 'stale'
}
