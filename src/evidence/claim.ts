import type { DeliveryEvent } from '../event/event.ts'
import { compareInstant, compareText, textOf } from '../event/order.ts'

/** When it happened. A provider's clock that is ahead of ours is not believed: nothing happens after we know of it. */
export const occurrenceOf = ({ occurredAt, receivedAt = Infinity }: DeliveryEvent): number | undefined =>
  occurredAt === undefined ? occurredAt : Math.min(occurredAt, receivedAt)

/** Whose failure, or ref, goes first: the earlier received, then the earlier to have happened, none last in both; then the smaller text. */
export const compareClaims = (a: DeliveryEvent, b: DeliveryEvent, field: keyof DeliveryEvent): number =>
  compareInstant(a.receivedAt, b.receivedAt) ||
  compareInstant(occurrenceOf(a), occurrenceOf(b)) ||
  compareText(textOf(a[field]), textOf(b[field]))

/** A reason goes before `unknown`, and that before none. */
export const vagueness = ({ failure }: DeliveryEvent): number => (failure ? Number(failure.reason === 'unknown') : 2)
