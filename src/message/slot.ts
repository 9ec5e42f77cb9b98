import { compareInstants, reasonRank, type CheckedEvent } from '../event/checked-event.ts'
import { copyFailure } from '../event/failure.ts'
import { compareText, noneFirst } from '../event/order.ts'
import { DELIVERED, has, SENT, type Rank, type StatusSet } from '../event/precedence.ts'

/**
 * One segment of an attempt, or the attempt as a whole: its statuses, and by rank the times of
 * each. All times are minima; a missing one is `Infinity`.
 */
export interface Slot {
  statuses: StatusSet
  /** Those that an event claims without a time: they get the benefit of the doubt. */
  untimed: StatusSet
  /** When each status was known. */
  readonly knownAt: number[]
  /** When each status was reached, as early as any event says. */
  readonly milestones: number[]
  /** The event whose failure counts, for each status that has one. */
  failures: CheckedEvent[] | undefined
}

export const emptySlot = (): Slot => ({
  statuses: 0,
  untimed: 0,
  knownAt: never(),
  milestones: never(),
  failures: undefined,
})

// A literal: three times as fast as `new Array(9).fill(Infinity)`.
const never = () => [
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
  Infinity,
]

/** Adds a status with its times: each is a minimum, so that any order gives the same. */
export function mergeTimes(slot: Slot, rank: Rank, knownAt: number, milestone: number): void {
  slot.statuses |= 1 << rank
  slot.knownAt[rank] = Math.min(slot.knownAt[rank]!, knownAt)
  slot.milestones[rank] = Math.min(slot.milestones[rank]!, milestone)
}

/** Keeps the event whose failure counts for its status. */
export function addFailure(slot: Slot, event: CheckedEvent): void {
  slot.failures ??= []
  const known = slot.failures[event.rank]
  if (known === undefined || compareFailures(event, known) < 0) slot.failures[event.rank] = event
}

/**
 * Of events with one status: a reason first, then the earlier known, then by the failure itself.
 */
export const compareFailures = (a: CheckedEvent, b: CheckedEvent): number =>
  reasonRank(a) - reasonRank(b) ||
  compareInstants(a, b) ||
  compareText(failureText(a), failureText(b))

const failureText = ({ failure }: CheckedEvent): string =>
  JSON.stringify(failure && copyFailure(failure))

/**
 * What an attempt has: `delivered` when all its n segments have it, any other status as soon as one
 * segment has it.
 *
 *     1/2 sent ── 2/2 delivered ── 1/2 delivered
 *     ^^^^ sent   ^^^^ still sent       ^^^^^^^^^ delivered, known now
 *
 * Where an event speaks for the whole attempt as well, the earlier knowledge counts.
 *
 * @param slots by segment index; 0 is the attempt as a whole
 * @param n 0 where no count was declared: then segments complete nothing
 */
export function combineSegments(slots: readonly (Slot | undefined)[], n: number): Slot {
  if (slots.length === 1) return slots[0]!
  const whole = emptySlot()
  slots.forEach((slot, segment) => {
    const { statuses, knownAt, milestones } = slot!
    for (let rank = 0; rank <= DELIVERED; rank++) {
      if (!has(statuses, rank)) continue
      // One segment that arrived proves that the text left, no more.
      if (segment > 0 && rank === DELIVERED) mergeTimes(whole, SENT, knownAt[rank]!, Infinity)
      else mergeTimes(whole, rank, knownAt[rank]!, milestones[rank]!)
    }
  })
  if (isComplete(slots, n, Infinity))
    mergeTimes(whole, DELIVERED, lastOf(slots, n, 'knownAt'), lastOf(slots, n, 'milestones'))
  return whole
}

/** The statuses of an attempt that are in time, by the same rule. */
export function statusesInTime(
  slots: readonly (Slot | undefined)[],
  n: number,
  deadline: number,
): StatusSet {
  let whole: StatusSet = 0
  slots.forEach((slot, segment) => {
    const statuses = inTimeOf(slot!, deadline)
    const hasArrived = segment > 0 && has(statuses, DELIVERED)
    whole |= hasArrived ? (statuses & ~(1 << DELIVERED)) | (1 << SENT) : statuses
  })
  return isComplete(slots, n, deadline) ? whole | (1 << DELIVERED) : whole
}

/** Those of one slot. What carries no time is in time. */
export function inTimeOf({ statuses, untimed, knownAt }: Slot, deadline: number): StatusSet {
  let late: StatusSet = 0
  for (let rank = 0; rank < knownAt.length; rank++)
    if (knownAt[rank]! > deadline && knownAt[rank]! < Infinity) late |= 1 << rank
  return statuses & (untimed | ~late)
}

/** All n segments were delivered in time. */
function isComplete(slots: readonly (Slot | undefined)[], n: number, deadline: number): boolean {
  for (let segment = 1; segment <= n; segment++) {
    const slot = slots[segment]
    if (slot === undefined || !has(inTimeOf(slot, deadline), DELIVERED)) return false
  }
  return n > 0
}

/** When the last of the n segments was delivered, of the times there are. */
function lastOf(
  slots: readonly (Slot | undefined)[],
  n: number,
  times: 'knownAt' | 'milestones',
): number {
  let last = -Infinity
  for (let segment = 1; segment <= n; segment++)
    last = Math.max(last, noneFirst(slots[segment]![times][DELIVERED]!))
  return last === -Infinity ? Infinity : last
}
