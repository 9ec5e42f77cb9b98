import type { AttemptState, DeliveryState } from '../delivery/delivery-state.ts'
import type { Policy } from '../policy/policy.ts'
import type { ClockEntry } from '../timeline/timeline-entry.ts'
import type { ReasonEvent } from './reason-event.ts'
import type { SegmentEntry } from './segments.ts'

/** What the reasons and the next step are read from. */
export interface SummaryInput {
  readonly state: DeliveryState
  readonly entries: readonly (SegmentEntry | ClockEntry)[]
  readonly policy: Policy
  readonly now: number
  readonly reasonEventOf: (attempt: AttemptState) => ReasonEvent
  /** The same events under another policy, or at another instant. */
  readonly stateAt: (policy: Policy, now: number) => DeliveryState
}
