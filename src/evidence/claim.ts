import type { DeliveryEvent } from '../event/event.ts'

/** When it was known; `Infinity` where it does not say. */
export const receptionOf = ({ receivedAt = Infinity }: Pick<DeliveryEvent, 'receivedAt'>): number => receivedAt

/** When it happened; `Infinity` where it does not say. A clock that is ahead of ours is not believed: nothing happens after we know of it. */
export const occurrenceOf = ({ occurredAt, receivedAt = Infinity }: DeliveryEvent): number =>
  occurredAt === undefined ? Infinity : Math.min(occurredAt, receivedAt)

/** The earlier known first, then the earlier to have happened, none last in both. Two without an instant differ by NaN, which is no difference. */
export const compareInstants = (a: DeliveryEvent, b: DeliveryEvent): number =>
  receptionOf(a) - receptionOf(b) || occurrenceOf(a) - occurrenceOf(b)

/** A reason goes before `unknown`, and that before none. */
export const vagueness = ({ failure }: DeliveryEvent): number => (failure ? Number(failure.reason === 'unknown') : 2)
