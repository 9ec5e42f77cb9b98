import { DELIVERED } from '../event/precedence.ts'
import type { Attempt } from '../evidence/joins.ts'
import type { Slot } from '../evidence/slot.ts'
import { isDelivered } from './claims.ts'
import type { Milestones } from './delivery-state.ts'

/** When each status was reached, by rank; `Infinity` where nobody says. */
export type Reached = number[]

/** The earliest that anybody claims, by our clock or the provider's. `delivered` in segments is reached with the last of the n. */
export function reachedBy({ slots, segments }: Attempt): Reached {
  const reached = nothing()
  for (let segment = 0; segment < slots.length; segment++) {
    const slot = slots[segment]
    if (slot === undefined) continue
    const last = segment === 0 ? DELIVERED : DELIVERED - 1
    for (let rank = 0; rank <= last; rank++) reached[rank] = Math.min(reached[rank]!, earliestOf(slot, rank))
  }
  if (segments > 0) reached[DELIVERED] = Math.min(reached[DELIVERED]!, completedAt(slots, segments))
  return reached
}

/** The smaller of each; for milestones of several attempts. */
export function earlier(a: Reached, b: Reached): Reached {
  return a.map((time, rank) => Math.min(time, b[rank]!))
}

export const nothing = (): Reached => [Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity]

export function setMilestones(state: { -readonly [Name in keyof Milestones]: Milestones[Name] }, reached: Reached): void {
  const [, accepted, queued, sent, unknown, expired, failed, undelivered, delivered] = reached as Nine
  if (accepted < Infinity) state.acceptedAt = accepted
  if (queued < Infinity) state.queuedAt = queued
  if (sent < Infinity) state.sentAt = sent
  if (delivered < Infinity) state.deliveredAt = delivered
  if (undelivered < Infinity) state.undeliveredAt = undelivered
  if (failed < Infinity) state.failedAt = failed
  if (expired < Infinity) state.expiredAt = expired
  if (unknown < Infinity) state.unknownAt = unknown
}

type Nine = [number, number, number, number, number, number, number, number, number]

function completedAt(slots: Attempt['slots'], segments: number): number {
  let completed = -Infinity
  for (let segment = 1; segment <= segments; segment++) {
    const slot = slots[segment]
    if (slot === undefined || !isDelivered(slot)) return Infinity
    const time = earliestOf(slot, DELIVERED)
    if (time < Infinity) completed = Math.max(completed, time)
  }
  return completed === -Infinity ? Infinity : completed
}

const earliestOf = (slot: Slot, rank: number): number => Math.min(slot.receivedAt[rank]!, slot.occurredAt[rank]!)
