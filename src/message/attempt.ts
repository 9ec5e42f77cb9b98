import type { CheckedEvent } from '../event/checked-event.ts'
import type { Confirmation } from '../event/event.ts'
import { compareText, minText, noneFirst } from '../event/order.ts'
import { DELIVERED, has, NEGATIVES, stronger } from '../event/precedence.ts'
import { addFailure, emptySlot, mergeTimes, type Slot } from './slot.ts'

/** One submission, and all that is known about it. No policy and no clock enters it. */
export interface Attempt {
  /** Undefined for the only, nameless one. */
  readonly id: string | undefined
  /** n, the largest declared count of segments; 0 where none is. */
  segmentCount: number
  /** By segment index; 0 is the attempt as a whole. Segments without any event are holes. */
  readonly slots: (Slot | undefined)[]
  /** The smallest time of its events; `Infinity` where they have none. */
  start: number
  /** False where nobody reports after `sent` on this route. */
  receiptsExpected: boolean
  /** Of several the smallest. */
  provider: string | undefined
  /** As they came; the same id may come twice. */
  readonly providerMessageIds: string[]
  /** Of its `delivered` events, the strongest. */
  confirmedBy: Confirmation | undefined
  /** When it was opened, as early as any event says; `Infinity` where none does. */
  readAt: number
  /** Some slot has a failure. */
  hasFailure: boolean
}

export const emptyAttempt = (id?: string, segmentCount = 0): Attempt => ({
  id,
  segmentCount,
  slots: [emptySlot()],
  start: Infinity,
  receiptsExpected: true,
  provider: undefined,
  providerMessageIds: [],
  confirmedBy: undefined,
  readAt: Infinity,
  hasFailure: false,
})

/**
 * Adds an event: minima, maxima and unions, so that any order gives the same.
 *
 * @param byOccurrence no event of the message has a `receivedAt`, so `occurredAt` stands in for it
 */
export function addEvent(
  attempt: Attempt,
  event: CheckedEvent,
  segment: number,
  byOccurrence: boolean,
): void {
  const { rank, receivedAt, occurredAt, provider, providerMessageId } = event
  const time = byOccurrence ? occurredAt : receivedAt
  const earliest = Math.min(receivedAt, occurredAt)
  const slot = (attempt.slots[segment] ??= emptySlot())
  mergeTimes(slot, rank, time, earliest)
  // By the provider's clock a status is untimed only while no event of it has a time.
  if (time === Infinity && !byOccurrence) slot.untimed |= 1 << rank

  attempt.start = Math.min(attempt.start, time)
  attempt.segmentCount = Math.max(attempt.segmentCount, event.count)
  if (event.receiptsExpected === false) attempt.receiptsExpected = false
  if (rank === DELIVERED) attempt.confirmedBy = stronger(attempt.confirmedBy, event.confirmedBy)
  if (provider !== undefined) attempt.provider = minText(attempt.provider, provider)
  if (providerMessageId !== undefined && providerMessageId !== attempt.providerMessageIds[0])
    attempt.providerMessageIds.push(providerMessageId)
  if (event.read) attempt.readAt = Math.min(attempt.readAt, earliest)
  if (event.failure !== undefined) {
    attempt.hasFailure = true
    addFailure(slot, event)
  }
}

/** Delivery is claimed, be it of one segment, be it late. */
export const isDeliveryClaimed = ({ slots }: Attempt): boolean =>
  slots.some((slot) => has(slot!.statuses, DELIVERED))

/** Some slot has `delivered`, and a final claim against it. */
export const isConflict = ({ slots }: Attempt): boolean =>
  slots.some((slot) => has(slot!.statuses, DELIVERED) && (slot!.statuses & NEGATIVES) !== 0)

/**
 * The order in which attempts started; of one instant, by id. Two without a time differ by NaN,
 * which is no difference.
 */
export const byStart = (a: Attempt, b: Attempt): number =>
  noneFirst(a.start) - noneFirst(b.start) || compareText(a.id, b.id)
