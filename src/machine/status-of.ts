import { checkObject, checkOneOf } from '../event/check.ts'
import { STATUSES, type Status } from '../event/status.ts'
import type { DeliverySnapshot } from './delivery-machine.ts'

/**
 * The status of a machine's snapshot, whatever the room.
 *
 * @throws TypeError for a snapshot of another machine
 * @example
 * ```ts
 * const [snapshot] = initialTransition(createDeliveryMachine(otp))
 * console.log(statusOf(snapshot)) // → pending
 * ```
 */
export function statusOf(snapshot: Pick<DeliverySnapshot, 'value'>): Status {
  const where = 'statusOf: '
  checkObject(snapshot, where, 'snapshot', REMEDY)
  checkObject(snapshot.value, where, 'snapshot.value', REMEDY)
  const { open, closed }: { open?: Status; closed?: Status | { late?: Status } } = snapshot.value
  const status = open ?? (typeof closed === 'object' ? closed.late : closed)
  checkOneOf(STATUSES, status, where, 'snapshot.value', REMEDY)
  return status
}

const REMEDY = 'Pass a snapshot of the machine that createDeliveryMachine gave.'
