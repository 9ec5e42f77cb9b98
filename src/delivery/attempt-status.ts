import { DELIVERED, has, rankOf, SENT, strongestOf, type Rank, type StatusSet } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import type { Policy } from '../policy/policy.ts'
import type { Attempt } from '../message/attempt.ts'
import { inTimeOf, wholeOf } from '../message/slot.ts'

/** An attempt's place in the machine at one instant. */
export interface Standing {
  readonly attempt: Attempt
  /** What it has from receipts. */
  readonly statuses: StatusSet
  /** When each of those was reached, by rank, and what the clock set. */
  readonly reached: readonly number[]
  readonly status: Rank
  readonly settled: boolean
  /** Who set the status; undefined where nothing is known. */
  readonly by: 'receipt' | 'clock' | undefined
  /** `Infinity` where the status carries no time. */
  readonly since: number
}

/**
 * The whole machine. While the window is open the strongest claim wins; once it has closed, a terminal status by the deadline stays.
 *
 *     otp            sent ── deadline: expired ── delivered (two minutes late)
 *                            ^^^^^^^^^^^^^^^^^ terminal, closed: stays
 *     notification   sent ── deadline: unknown ── delivered
 *                                                 ^^^^^^^^^ unknown is not terminal here: delivered
 */
export function standingOf(attempt: Attempt, policy: Policy, deadline: number, closed: boolean): Standing {
  const whole = wholeOf(attempt.slots, attempt.segments)
  const { statuses } = whole
  const inTime = inTimeOf(whole, deadline)

  // Where nobody reports after `sent`, silence after it says nothing.
  const speaks = closed && !(attempt.blind && strongestOf(inTime) === SENT)
  const clock = speaks ? 1 << rankOf(policy.silence) : 0
  const byTheDeadline = strongestOf(inTime | clock)
  const final = closed && policy.terminal.includes(STATUSES[byTheDeadline]!)
  const status = final ? byTheDeadline : strongestOf(statuses | clock)

  // A receipt in time came before the clock could speak, or as it did; one that is late came after.
  const byClock = has(clock & ~inTime, status)
  return {
    attempt,
    statuses,
    reached: byClock ? whole.reached.map((time, rank) => (rank === status ? deadline : time)) : whole.reached,
    status,
    settled: final || status === DELIVERED,
    by: byClock ? 'clock' : has(statuses, status) ? 'receipt' : undefined,
    since: byClock ? deadline : whole.known[status]!,
  }
}
