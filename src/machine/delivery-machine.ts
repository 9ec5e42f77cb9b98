import type {
  EventObject,
  MetaObject,
  NonReducibleUnknown,
  SnapshotFrom,
  StateMachine,
} from 'xstate'
import type { Status } from '../event/status.ts'
import type { DeliveryContext } from './delivery-context.ts'
import type { DeliveryMachineEvent } from './machine-event.ts'
import type { LateStatus } from './transitions.ts'

/**
 * Spelled out, since what is inferred would fit the one version of XState that it was built with.
 */
export type DeliveryMachine = StateMachine<
  DeliveryContext,
  DeliveryMachineEvent,
  Nothing,
  never,
  | { type: 'show'; params: Shown }
  | { type: 'receive'; params: unknown }
  | { type: 'advance'; params: unknown },
  { type: 'isWhole'; params: unknown } | { type: 'isBlind'; params: unknown },
  never,
  { open: Status } | { closed: Status | { late: LateStatus } },
  'settled',
  NonReducibleUnknown,
  NonReducibleUnknown,
  EventObject,
  MetaObject,
  {
    id: 'delivery'
    states: {
      open: { states: Record<Status, Nothing> }
      closed: {
        states: Record<Status, Nothing> & { late: { states: Record<LateStatus, Nothing> } }
      }
    }
  }
>

export type DeliverySnapshot = SnapshotFrom<DeliveryMachine>

/** What the entry action `show` is told. */
export interface Shown {
  readonly status: Status
  /** The deadline has passed. */
  readonly closed: boolean
  /** No later receipt changes the status. */
  readonly settled: boolean
}

type Nothing = Record<never, never>
