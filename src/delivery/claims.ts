import { timesOf, type Slot } from '../evidence/slot.ts'
import { DELIVERED, has, SENT, type Rank, type StatusSet } from '../event/precedence.ts'

/** What an attempt has, its segments taken together: by rank, with `Infinity` for no time. No policy and no clock enters it. */
export interface Claims {
  readonly statuses: StatusSet
  /** When each status was known. */
  readonly known: readonly number[]
  /** The earliest deadline by which each status is in time; -Infinity where it carries no time and gets the benefit of the doubt. */
  readonly due: readonly number[]
}

/**
 * An attempt has `delivered` when all its n segments have it, and any other status as soon as one segment does:
 *
 *     1/2 sent ── 2/2 delivered ── 1/2 delivered
 *     ^^^^ sent   ^^^^ still sent       ^^^^^^^^^ delivered, known now
 *
 * Where an event speaks for the whole attempt as well, the earlier knowledge counts.
 */
export function claimsOf(slots: readonly (Slot | undefined)[], segments: number, byOccurrence: boolean): Claims {
  const claims = { statuses: 0, known: none(), due: none() }
  for (let segment = 0; segment < slots.length; segment++) {
    const slot = slots[segment]
    if (slot === undefined) continue
    for (let rank = 0; rank <= DELIVERED; rank++) {
      if (!has(slot.claimed, rank)) continue
      // One part that arrived proves that the text left, no more.
      const status = rank === DELIVERED && segment > 0 ? SENT : rank
      add(claims, status, timesOf(slot, byOccurrence)[rank]!, dueOf(slot, rank, byOccurrence))
    }
  }
  if (segments > 0) addCompleted(claims, slots, segments, byOccurrence)
  return claims
}

export const isDelivered = (slot: Slot): boolean => has(slot.claimed, DELIVERED)

function addCompleted(claims: Draft, slots: readonly (Slot | undefined)[], segments: number, byOccurrence: boolean): void {
  let known = -Infinity
  let due = -Infinity
  for (let segment = 1; segment <= segments; segment++) {
    const slot = slots[segment]
    if (slot === undefined || !isDelivered(slot)) return
    const time = timesOf(slot, byOccurrence)[DELIVERED]!
    if (time < Infinity) known = Math.max(known, time)
    due = Math.max(due, dueOf(slot, DELIVERED, byOccurrence))
  }
  add(claims, DELIVERED, known === -Infinity ? Infinity : known, due)
}

interface Draft {
  statuses: StatusSet
  readonly known: number[]
  readonly due: number[]
}

function add(claims: Draft, rank: Rank, known: number, due: number): void {
  claims.statuses |= 1 << rank
  if (known < claims.known[rank]!) claims.known[rank] = known
  if (due < claims.due[rank]!) claims.due[rank] = due
}

function dueOf(slot: Slot, rank: Rank, byOccurrence: boolean): number {
  const time = timesOf(slot, byOccurrence)[rank]!
  const untimed = byOccurrence ? time === Infinity : has(slot.untimed, rank)
  return untimed ? -Infinity : time
}

const none = (): number[] => [Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity]
