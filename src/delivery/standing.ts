import type { Failure } from '../event/failure.ts'
import type { Attempt } from '../evidence/joins.ts'
import { DELIVERED, has, PENDING, rankOf, SENT, setOf, strongestOf, type Rank, type StatusSet } from '../event/precedence.ts'
import type { Policy } from '../policy/policy.ts'
import type { Claims } from './claims.ts'

/** An attempt's place in the machine at one instant. */
export interface Standing {
  readonly attempt: Standee
  readonly status: Rank
  readonly settled: boolean
  /** Who set the status; undefined where nothing is known. */
  readonly by: 'receipt' | 'clock' | undefined
  /** `Infinity` where the status carries no time. */
  readonly since: number
}

/** What the machine takes from an attempt. */
export interface Standee extends Pick<Attempt, 'id' | 'start' | 'blind'> {
  readonly claims: Claims
  readonly failure: Failure | undefined
}

/** What the machine takes from policy, message and clock. */
export interface Rules {
  readonly terminal: StatusSet
  /** What the clock claims of every attempt at the deadline. */
  readonly silence: Rank
  /** `Infinity` where no mark of the message has a time. */
  readonly deadline: number
}

export function rulesOf(policy: Policy, deadline: number): Rules {
  return { terminal: setOf(policy.terminal), silence: rankOf(policy.silence)!, deadline }
}

/**
 * The whole machine. While the window is open the strongest claim wins; once it has closed, a terminal status by the deadline stays.
 *
 *     otp            sent ── deadline: expired ── delivered (two minutes late)
 *                            ^^^^^^^^^^^^^^^^^ terminal, closed: stays
 *     notification   sent ── deadline: unknown ── delivered
 *                                                 ^^^^^^^^^ unknown is not terminal here: delivered
 */
export function standingOf(attempt: Standee, { terminal, silence, deadline }: Rules, closed: boolean): Standing {
  const { claims, blind } = attempt
  let inTime: StatusSet = 1 << PENDING
  for (let rank = 0; rank <= DELIVERED; rank++) if (has(claims.statuses, rank) && claims.due[rank]! <= deadline) inTime |= 1 << rank

  // Where nobody reports after `sent`, silence after it says nothing.
  const clock = closed && !(blind && strongestOf(inTime) === SENT) ? 1 << silence : 0
  const byTheDeadline = strongestOf(inTime | clock)
  const final = closed && has(terminal, byTheDeadline)
  const status = final ? byTheDeadline : strongestOf(claims.statuses | clock | (1 << PENDING))

  // In time, a receipt came before the clock could speak, or as it did; late, the clock had spoken already.
  const byClock = has(clock, status) && !(has(claims.statuses, status) && has(inTime, status))
  const byReceipt = !byClock && has(claims.statuses, status)
  return {
    attempt,
    status,
    settled: final || status === DELIVERED,
    by: byClock ? 'clock' : byReceipt ? 'receipt' : undefined,
    since: byClock ? deadline : claims.known[status]!,
  }
}
