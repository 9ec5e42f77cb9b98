import type { Status } from '../event/status.ts'
import type { DeliverySnapshot } from './delivery-machine.ts'

/**
 * The status of a machine's snapshot, whatever the room.
 *
 * @example
 * ```ts
 * const [snapshot] = initialTransition(createDeliveryMachine(otp))
 * console.log(statusOf(snapshot)) // → pending
 * ```
 */
export function statusOf({ value }: Pick<DeliverySnapshot, 'value'>): Status {
  const place = 'open' in value ? value.open : value.closed
  return typeof place === 'string' ? place : place.late
}
