import type { DeliveryEvent } from '../event/event.ts'
import { compareText, textOf } from '../event/order.ts'

/** When it was known; `Infinity` where it does not say. */
export const receptionOf = ({ receivedAt = Infinity }: Pick<DeliveryEvent, 'receivedAt'>): number => receivedAt

/** When it happened; `Infinity` where it does not say. A clock that is ahead of ours is not believed: nothing happens after we know of it. */
export const occurrenceOf = ({ occurredAt, receivedAt = Infinity }: DeliveryEvent): number =>
  occurredAt === undefined ? Infinity : Math.min(occurredAt, receivedAt)

/** Whose failure, or ref, goes first: the earlier received, then the earlier to have happened, none last in both; then the smaller text. */
export const compareClaims = (a: DeliveryEvent, b: DeliveryEvent, field: keyof DeliveryEvent): number =>
  // Two without an instant differ by NaN, which is no difference.
  receptionOf(a) - receptionOf(b) || occurrenceOf(a) - occurrenceOf(b) || compareText(textOf(a[field]), textOf(b[field]))

/** A reason goes before `unknown`, and that before none. */
export const vagueness = ({ failure }: DeliveryEvent): number => (failure ? Number(failure.reason === 'unknown') : 2)
