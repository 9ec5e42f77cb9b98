import { rankOf } from '../event/precedence.ts'
import type { Status } from '../event/status.ts'
import type { Standing } from './attempt-status.ts'

/** What an event did to its attempt; the first that fits. */
export const VERDICTS = /* @__PURE__ */ Object.freeze(['duplicate', 'partial', 'late', 'advanced', 'stale'] as const)
export type Verdict = (typeof VERDICTS)[number]

/**
 * @param segment the one that the event is about; 0 for the whole attempt
 * @param repeated its status was already claimed for its slot
 */
export function verdictOf(status: Status, segment: number, repeated: boolean, before: Standing, after: Standing): Verdict {
  if (repeated) return 'duplicate'
  if (segment > 0 && (after.statuses & ~before.statuses) === 0) return 'partial'
  const stays = before.status === after.status
  if (rankOf(status) > after.status && before.settled && stays) return 'late'
  return before.statuses === 0 || !stays ? 'advanced' : 'stale'
}
