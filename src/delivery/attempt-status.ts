import type { CheckedEvent } from '../event/checked-event.ts'
import type { Failure } from '../event/failure.ts'
import {
  DELIVERED,
  has,
  rankOf,
  SENT,
  strongestOf,
  type Rank,
  type StatusSet,
} from '../event/precedence.ts'
import { reasonRank } from '../event/checked-event.ts'
import { STATUSES } from '../event/status.ts'
import type { Attempt } from '../message/attempt.ts'
import { combineSegments, compareFailures, inTimeOf, statusesInTime } from '../message/slot.ts'
import type { Policy } from '../policy/policy.ts'
import type { Window } from './window.ts'

/** An attempt's place in the machine at one instant. */
export interface AttemptStatus {
  readonly attempt: Attempt
  /** When it started, as far as was known; `Infinity` where nothing carried a time. */
  readonly startedAt: number
  /** What it has from receipts. */
  readonly statuses: StatusSet
  /** When each of those was reached, and the deadline where the clock set the status, by rank. */
  readonly milestones: readonly number[]
  readonly status: Rank
  readonly settled: boolean
  /** Who set the status; undefined where nothing is known. */
  readonly by: 'receipt' | 'clock' | undefined
  /** When that was known; `Infinity` where the status carries no time. */
  readonly since: number
  /**
   * When `delivered` was known, late or in time; `Infinity` where it was not, or carries no time.
   */
  readonly deliveryKnownAt: number
}

/**
 * The whole machine. While the window is open, the strongest status wins. Once it has closed, a
 * terminal status by the deadline stays.
 *
 *     otp            sent ── deadline: expired ── delivered (two minutes late)
 *                            ^^^^^^^^^^^^^^^^^ terminal, closed: stays
 *     notification   sent ── deadline: unknown ── delivered
 *                                                 ^^^^^^^^^ unknown is not terminal here: delivered
 */
export function attemptStatusAt(
  attempt: Attempt,
  policy: Policy,
  { deadline, closed }: Window,
): AttemptStatus {
  const { slots, segmentCount } = attempt
  const { statuses, knownAt, milestones } = combineSegments(slots, segmentCount)
  const inTime = statusesInTime(slots, segmentCount, deadline)

  // Where nobody reports after `sent`, silence after it says nothing.
  const isSilenceExpected = !attempt.receiptsExpected && strongestOf(inTime) === SENT
  const clock = closed && !isSilenceExpected ? 1 << rankOf(policy.silence) : 0
  const byTheDeadline = strongestOf(inTime | clock)
  const isFinal = closed && policy.terminal.includes(STATUSES[byTheDeadline]!)
  const status = isFinal ? byTheDeadline : strongestOf(statuses | clock)

  // A receipt in time came before the clock could speak, or as it did; a late one came after.
  const isByClock = has(clock & ~inTime, status)
  return {
    attempt,
    startedAt: attempt.start,
    statuses,
    milestones: isByClock ? withTime(milestones, status, deadline) : milestones,
    status,
    settled: isFinal || status === DELIVERED,
    by: isByClock ? 'clock' : has(statuses, status) ? 'receipt' : undefined,
    since: isByClock ? deadline : knownAt[status]!,
    deliveryKnownAt: knownAt[DELIVERED]!,
  }
}

function withTime(milestones: readonly number[], status: Rank, time: number): readonly number[] {
  const copy = milestones.slice()
  copy[status] = time
  return copy
}

/**
 * Why an attempt is not delivered, where a receipt said so: of the strongest status with a reason
 * other than `unknown`, else of the strongest with any failure. Once the attempt is settled, what
 * was in time goes first: a late receipt fills in a missing reason and replaces none.
 */
export function failureOf(
  { attempt, status, settled }: AttemptStatus,
  { deadline }: Window,
): Failure | undefined {
  if (status === DELIVERED || !attempt.hasFailure) return undefined
  let best: CheckedEvent | undefined
  let isBestLate = false
  for (const slot of attempt.slots) {
    // Holes too.
    for (const event of slot?.failures ?? []) {
      if (event === undefined) continue
      const isLate = settled && !has(inTimeOf(slot!, deadline), event.rank)
      const order =
        best === undefined
          ? -1
          : reasonRank(event) - reasonRank(best) ||
            Number(isLate) - Number(isBestLate) ||
            best.rank - event.rank ||
            compareFailures(event, best)
      if (order >= 0) continue
      best = event
      isBestLate = isLate
    }
  }
  return best?.failure
}
