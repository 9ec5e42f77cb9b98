import { DELIVERED, has, SENT, type Rank, type StatusSet } from '../event/precedence.ts'

/**
 * One segment of one attempt, or the attempt as a whole: which statuses it has, and when, by rank.
 * Times are minima, so no time is `Infinity`; where none goes before all, `noneFirst` turns it round.
 */
export interface Slot {
  statuses: StatusSet
  /** When each was known. */
  readonly known: number[]
  /** The earliest deadline for which each is in time; -Infinity where it carries no time, and so gets the benefit of the doubt. */
  readonly due: number[]
  /** When each was reached, as early as anybody claims. */
  readonly reached: number[]
}

const nine = (): number[] => [Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity]

export const emptySlot = (): Slot => ({ statuses: 0, known: nine(), due: nine(), reached: nine() })

/** Each time a minimum. */
export function enter(slot: Slot, rank: Rank, known: number, due: number, reached: number): void {
  slot.statuses |= 1 << rank
  if (known < slot.known[rank]!) slot.known[rank] = known
  if (due < slot.due[rank]!) slot.due[rank] = due
  if (reached < slot.reached[rank]!) slot.reached[rank] = reached
}

/**
 * What an attempt has: `delivered` when all its n segments have it, any other status as soon as one segment does.
 *
 *     1/2 sent ── 2/2 delivered ── 1/2 delivered
 *     ^^^^ sent   ^^^^ still sent       ^^^^^^^^^ delivered, known now
 *
 * Where a claim speaks for the whole attempt as well, the earlier knowledge counts.
 *
 * @param slots by segment index; 0 is the attempt as a whole
 * @param n 0 where nobody declared a count: then segments complete nothing
 */
export function wholeOf(slots: readonly (Slot | undefined)[], n: number): Slot {
  if (slots.length === 1) return slots[0]!
  const whole = emptySlot()
  slots.forEach((slot, segment) => {
    for (let rank = 0; rank <= DELIVERED; rank++) {
      if (!slot || !has(slot.statuses, rank)) continue
      // One part that arrived proves that the text left, no more.
      const part = rank === DELIVERED && segment > 0
      enter(whole, part ? SENT : rank, slot.known[rank]!, slot.due[rank]!, part ? Infinity : slot.reached[rank]!)
    }
  })
  const parts = Array.from({ length: n }, (_, i) => slots[i + 1])
  if (n > 0 && parts.every((part) => part && has(part.statuses, DELIVERED))) {
    enter(whole, DELIVERED, latest(parts, 'known'), latest(parts, 'due'), latest(parts, 'reached'))
  }
  return whole
}

/** When the last of the parts was delivered, of the times there are. */
function latest(parts: readonly (Slot | undefined)[], field: 'known' | 'due' | 'reached'): number {
  const times = parts.map((part) => part![field][DELIVERED]!).filter((time) => time < Infinity)
  return times.length > 0 ? Math.max(...times) : Infinity
}
