import type { AttemptState, DeliveryState } from '../delivery/delivery-state.ts'
import type { FailureReason } from '../event/failure.ts'
import { STATUSES, type Status } from '../event/status.ts'

const EXPIRED = /* @__PURE__ */ STATUSES.indexOf('expired')

/** A final claim came, in time or late. `strongest` knows no clock. */
export const isReported = ({ strongest }: AttemptState): boolean =>
  STATUSES.indexOf(strongest) >= EXPIRED

const claimsDelivery = ({ strongest }: AttemptState): boolean => strongest === 'delivered'

/** Delivery of the whole text is claimed, whether or not it is shown. */
export const isDeliveryClaimed = ({ attempts }: DeliveryState): boolean =>
  attempts.some(claimsDelivery)

/** Nothing of it can be delivered any more, as far as anybody reports. */
export const isFailed = ({ attempts }: DeliveryState): boolean =>
  attempts.length > 0 &&
  attempts.every(({ strongest }) => strongest === 'failed' || strongest === 'undelivered')

export const isAnswered = ({ strongest }: AttemptState): boolean => strongest !== 'pending'

// `unknown` and `expired` do not tell where it got stuck, and `failed` says that it did not leave.
const PROVE_SENT: readonly Status[] = ['sent', 'undelivered', 'delivered']

export const isHandedOn = ({ strongest, sentAt }: AttemptState): boolean =>
  sentAt !== undefined || PROVE_SENT.includes(strongest)

/** Undefined where the message is delivered, or where nothing says that it will not be. */
export function reasonOf({ outcome, failure }: DeliveryState): FailureReason | undefined {
  if (outcome === 'delivered') return undefined
  return failure?.reason ?? (outcome === 'failed' ? 'unknown' : undefined)
}

/** Of a message that was resent: the attempts that claim delivery. */
export function deliveredBy([first, ...later]: readonly AttemptState[]):
  'byFirst' | 'byLater' | 'byBoth' | 'byNone' {
  const byFirst = first !== undefined && claimsDelivery(first)
  const byLater = later.some(claimsDelivery)
  if (byFirst) return byLater ? 'byBoth' : 'byFirst'
  return byLater ? 'byLater' : 'byNone'
}
