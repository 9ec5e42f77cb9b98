import type { AttemptState, DeliveryState } from '../delivery/delivery-state.ts'
import type { Policy } from '../policy/policy.ts'
import type { TimelineEntry } from '../timeline/timeline-entry.ts'
import type { ReasonEvent } from './reason-event.ts'

/** What the reasons and the next step are read from. */
export interface SummaryInput {
  readonly state: DeliveryState
  readonly entries: readonly TimelineEntry[]
  readonly policy: Policy
  readonly reasonEventOf: (attempt: AttemptState) => ReasonEvent
  /** What is shown at the deadline, if nothing else comes. */
  readonly atDeadline: () => DeliveryState
  /** What is shown if the policy allowed one more attempt. */
  readonly withAnotherAttempt: () => DeliveryState
}
