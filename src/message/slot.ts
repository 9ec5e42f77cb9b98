import { noneFirst } from '../event/order.ts'
import { DELIVERED, has, SENT, type Rank, type StatusSet } from '../event/precedence.ts'

/**
 * One segment of one attempt, or the attempt as a whole: its statuses, and by rank the times of each. All of them are minima, so no time is
 * `Infinity`; where none goes before all, `noneFirst` turns it round.
 */
export interface Slot {
  statuses: StatusSet
  /** When it was known. */
  readonly known: number[]
  /** The earliest deadline for which it is in time; -Infinity where it carries no time, and so gets the benefit of the doubt. */
  readonly due: number[]
  /** When it was reached, as early as anybody claims. */
  readonly reached: number[]
}

export const emptySlot = (): Slot => ({ statuses: 0, known: never(), due: never(), reached: never() })

const never = () => [Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, Infinity]

/** Each time a minimum. */
export function enter(slot: Slot, rank: Rank, known: number, due: number, reached: number): void {
  slot.statuses |= 1 << rank
  if (known < slot.known[rank]!) slot.known[rank] = known
  if (due < slot.due[rank]!) slot.due[rank] = due
  if (reached < slot.reached[rank]!) slot.reached[rank] = reached
}

/** Those of its statuses that are in time. */
export function inTimeOf({ statuses, due }: Slot, deadline: number): StatusSet {
  let set: StatusSet = 0
  for (let rank = 0; rank < due.length; rank++) if (due[rank]! <= deadline) set |= 1 << rank
  return set & statuses
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
export function wholeOf(slots: readonly Slot[], n: number): Slot {
  if (slots.length === 1) return slots[0]!
  const whole = emptySlot()
  slots.forEach((slot, segment) => {
    const { statuses, known, due, reached } = slot
    for (let rank = 0; rank <= DELIVERED; rank++) {
      if (!has(statuses, rank)) continue
      // One part that arrived proves that the text left, no more.
      if (segment > 0 && rank === DELIVERED) enter(whole, SENT, known[rank]!, due[rank]!, Infinity)
      else enter(whole, rank, known[rank]!, due[rank]!, reached[rank]!)
    }
  })
  const parts = Array.from({ length: n }, (_, i) => slots[i + 1])
  if (n > 0 && parts.every((part) => part !== undefined && has(part.statuses, DELIVERED))) {
    enter(whole, DELIVERED, latest(parts, 'known'), latest(parts, 'due'), latest(parts, 'reached'))
  }
  return whole
}

/** When the last of the parts was delivered, of the times there are. */
function latest(parts: readonly (Slot | undefined)[], field: 'known' | 'due' | 'reached'): number {
  const last = Math.max(...parts.map((part) => noneFirst(part![field][DELIVERED]!)))
  return last === -Infinity && field !== 'due' ? Infinity : last
}
