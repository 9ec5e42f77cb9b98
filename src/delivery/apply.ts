import { checkEvent } from '../event/check-event.ts'
import { checkNow } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { compareText } from '../event/order.ts'
import { has, rankOf } from '../event/precedence.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { attemptIdOf, attemptsOf, joinsOf, segmentOf } from '../evidence/joins.ts'
import { emptyLedger, enter } from '../evidence/ledger.ts'
import { read } from '../evidence/read.ts'
import { write } from '../evidence/write.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { NO_ATTEMPT, resolve, type AttemptCase } from './case.ts'
import type { DeliveryState } from './delivery-state.ts'
import { judge } from './judge.ts'
import { rulesOf, standingOf } from './standing.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** What one event did. */
export interface Applied {
  /** What is known now. Keep it, and `state.key`, with the message. */
  readonly evidence: Evidence
  readonly before: DeliveryState
  readonly state: DeliveryState
  readonly verdict: Verdict
  /** The keys of `before` and `state` differ: there is something to show or to do. */
  readonly changed: boolean
}

/**
 * One webhook at a time: adds an event to what is known, and tells what that changed. Pure; `evidence` stays as it was.
 * Both states are taken at the same instant: `now`, or the event's `receivedAt` where that is later.
 *
 * @param evidence what was known, or undefined for the first event
 * @param now ms since the epoch
 * @throws TypeError for misuse, and for evidence of another message or version
 * @example
 * ```ts
 * const first = apply(undefined, { status: 'sent', receivedAt: 1_000 }, otp, 1_000)
 * const second = apply(first.evidence, { status: 'delivered', receivedAt: 4_000 }, otp, 4_000)
 * console.log(second.verdict, second.changed, second.state.status) // → advanced true delivered
 * ```
 */
export function apply(evidence: Evidence | undefined, event: DeliveryEvent, policy: Policy, now: number): Applied {
  const where = 'apply: '
  checkPolicy(policy, where)
  checkNow(now, where)
  const known = evidence === undefined ? emptyLedger() : read(evidence, where)
  const ledger = evidence === undefined ? emptyLedger() : read(evidence, where)
  checkEvent(event, `${where}event.`)
  enter(ledger, event, `${where}event.`)
  const instant = Math.max(now, event.receivedAt ?? now)

  const joins = joinsOf(ledger)
  const earlier = resolve(known)
  const later = resolve(ledger, attemptsOf(ledger, joins))
  const before = judge(earlier, policy, instant)
  const state = judge(later, policy, instant)

  const rank = rankOf(event.status)!
  const id = attemptIdOf(joins, event)
  const segment = segmentOf(joins, event, event.segment?.index ?? 0)
  // What was known, read with today's ties.
  const slot = attemptsOf(known, joins).find((attempt) => attempt.id === id)?.slots[segment]
  const past = pastOf(earlier.attempts, event, id) ?? earlier.attempts.find((attempt) => attempt.id === undefined && joins.first === id)
  const present = later.attempts.find((attempt) => attempt.id === id)!
  const was = standingOf(past ?? NO_ATTEMPT, rulesOf(policy, earlier.start + policy.window), before.closed)
  const is = standingOf(present, rulesOf(policy, later.start + policy.window), state.closed)
  const verdict = verdictOf({
    rank,
    segment,
    repeated: slot !== undefined && has(slot.claimed, rank),
    first: past === undefined,
    before: { status: was.status, settled: was.settled, statuses: was.attempt.claims.statuses },
    after: { status: is.status, statuses: is.attempt.claims.statuses },
  })
  return { evidence: write(ledger), before, state, verdict, changed: before.key !== state.key }
}

/** The attempt as it was before the event: the one that held its provider id, and so may have gone by that name, else the one of its id. */
function pastOf(attempts: readonly AttemptCase[], { providerMessageId }: DeliveryEvent, id: string | undefined): AttemptCase | undefined {
  const own = attempts.find((attempt) => attempt.id === id)
  const holders = attempts.filter(({ trails }) => trails.some((trail) => trail.providerMessageId === (providerMessageId ?? null)))
  return own !== undefined && holders.includes(own) ? own : (holders.sort((a, b) => compareText(a.id ?? '', b.id ?? ''))[0] ?? own)
}
