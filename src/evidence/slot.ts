import { noneFirst } from '../event/order.ts'
import { DELIVERED, SENT, type Rank, type StatusSet } from '../event/precedence.ts'

/** A status of a slot. Times are minima, so no time is `Infinity`; where none goes before all, `noneFirst` turns it round. */
export interface Mark {
  /** When it was known. */
  known: number
  /** The earliest deadline for which it is in time; -Infinity where it carries no time, and so gets the benefit of the doubt. */
  due: number
  /** When it was reached, as early as anybody claims. */
  reached: number
}

/** One segment of one attempt, or the attempt as a whole: a mark for each status that it has, by rank. */
export type Slot = Mark[]

export const statusesOf = (slot: Slot = []): StatusSet => slot.reduce((set, _, rank) => set | (1 << rank), 0)

/** Each time a minimum. */
export function enter(slot: Slot, rank: Rank, { known, due, reached }: Mark): void {
  const mark = (slot[rank] ??= { known, due, reached })
  if (known < mark.known) mark.known = known
  if (due < mark.due) mark.due = due
  if (reached < mark.reached) mark.reached = reached
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
  const whole: Slot = []
  slots.forEach((slot, segment) =>
    slot.forEach((mark, rank) => {
      // One part that arrived proves that the text left, no more.
      if (segment > 0 && rank === DELIVERED) enter(whole, SENT, { ...mark, reached: Infinity })
      else enter(whole, rank, mark)
    }),
  )
  const parts = Array.from({ length: n }, (_, i) => slots[i + 1]?.[DELIVERED])
  if (n > 0 && parts.every((part) => part !== undefined)) {
    enter(whole, DELIVERED, { known: latest(parts, 'known'), due: latest(parts, 'due'), reached: latest(parts, 'reached') })
  }
  return whole
}

/** When the last of the parts was delivered, of the times there are. */
function latest(parts: readonly Mark[], field: keyof Mark): number {
  const times = parts.map((part) => part[field])
  return times.sort((a, b) => noneFirst(a) - noneFirst(b)).at(-1)!
}
