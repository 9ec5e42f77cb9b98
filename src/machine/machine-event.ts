import type { DeliveryEvent } from '../event/event.ts'
import type { Status } from '../event/status.ts'

/** What the machine is sent: a claim about its attempt, by status, or the deadline. */
export type DeliveryMachineEvent = ClaimEvent | DeadlineEvent

/**
 * A `DeliveryEvent` of the one attempt that the machine follows: `{ ...event, type: event.status, at: event.receivedAt }`.
 * Its ids decide nothing here.
 */
export type ClaimEvent = { [Each in Status]: Claim & { readonly type: Each } }[Status]

interface Claim extends Omit<DeliveryEvent, 'status' | 'receivedAt'> {
  /** When the service learned it: ms since the epoch. What has no time comes first, and so is in time. */
  readonly at?: number | undefined
}

export interface DeadlineEvent {
  readonly type: 'deadline'
  /** ms since the epoch. */
  readonly at: number
}
