import { rankOf } from '../event/precedence.ts'
import type { Status } from '../event/status.ts'
import type { Standing } from './standing.ts'

/** What an event did to its attempt; the first that fits. */
export const VERDICTS = /* @__PURE__ */ Object.freeze(['duplicate', 'partial', 'late', 'advanced', 'stale'] as const)
export type Verdict = (typeof VERDICTS)[number]

/** An event's step: its attempt before and after it. */
interface Step {
  /** The segment that the event is about; 0 for the whole attempt. */
  readonly segment: number
  /** Its status was already claimed for its slot. */
  readonly repeated: boolean
  readonly before: Standing
  readonly after: Standing
}

export function verdictOf(status: Status, { segment, repeated, before, after }: Step): Verdict {
  if (repeated) return 'duplicate'
  if (segment > 0 && (after.statuses & ~before.statuses) === 0) return 'partial'
  const stays = before.status === after.status
  if (rankOf(status) > after.status && before.settled && stays) return 'late'
  return before.statuses === 0 || !stays ? 'advanced' : 'stale'
}
