import type { DeliveryEvent } from '../event/event.ts'
import type { Status } from '../event/status.ts'

/** What the machine is sent: a claim about its attempt, by status, or the deadline. */
export type DeliveryMachineEvent = StatusEvent | DeadlineEvent

/**
 * A `DeliveryEvent` of the one attempt that the machine follows: `{ ...event, type: event.status,
 * at: event.receivedAt }`. Its ids decide nothing here.
 */
export type StatusEvent = {
  [Each in Status]: Omit<DeliveryEvent, 'status' | 'receivedAt'> & {
    readonly type: Each
    /**
     * When the service learned it: ms since the epoch. What has no time is fed first, and so is in
     * time.
     */
    readonly at?: number | undefined
  }
}[Status]

export interface DeadlineEvent {
  readonly type: 'deadline'
  /** ms since the epoch. */
  readonly at: number
}
