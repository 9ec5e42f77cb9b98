import { readEvent } from '../event/read-event.ts'
import { checkNow } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { compareText } from '../event/order.ts'
import { emptyAttempt, type Attempt } from '../message/attempt.ts'
import { evidenceOf, marksOf, type Evidence } from '../evidence/evidence.ts'
import { placeOf } from '../message/ties.ts'
import { resolve } from '../message/message.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { DeliveryState } from './delivery-state.ts'
import { judge } from './to-state.ts'
import { standingOf } from './attempt-status.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** What one event did. */
export interface Applied {
  /** What is known now. Keep it, and `state.key`, with the message. */
  readonly evidence: Evidence
  readonly before: DeliveryState
  readonly state: DeliveryState
  readonly verdict: Verdict
  /** The event changed the key. Compare `state.key` with the one that you kept to learn also what time has changed since. */
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
  const claim = readEvent(event, `${where}event.`)
  const known = evidence === undefined ? [] : marksOf(evidence, where)
  const claims = [...known, claim]
  const earlier = resolve(known, where)
  const later = resolve(claims, where)
  const instant = Math.max(now, later.lastReceivedAt)
  const before = judge(earlier, policy, instant)
  const state = judge(later, policy, instant)

  const { id, segment } = placeOf(later.joins, claim)
  // One that had no name may have got one now.
  const own = earlier.attempts.find((attempt) => (attempt.id ?? later.joins.first) === id)
  const past = pastOf(own, earlier.attempts, event.providerMessageId) ?? emptyAttempt()
  const was = standingOf(past, policy, earlier.start + policy.window, before.closed)
  const repeated = known.some((each) => {
    const place = placeOf(later.joins, each)
    return each.rank === claim.rank && place.id === id && place.segment === segment
  })
  const present = later.attempts.find((attempt) => attempt.id === id)!
  const is = standingOf(present, policy, later.start + policy.window, state.closed)
  const verdict = verdictOf(event.status, segment, repeated, was, is)
  return { evidence: evidenceOf(claims), before, state, verdict, changed: before.key !== state.key }
}

/**
 * The attempt as it was before the event: the one that held its provider id, which may have gone by that name, else the one of its id.
 *
 *     delivered  id SM…     accepted  attempt 1, id SM…
 *     ^^^^^^^^^ attempt SM…           ^ the same attempt, which has a name now
 */
function pastOf(
  own: Attempt | undefined,
  attempts: readonly Attempt[],
  providerMessageId: string | undefined,
): Attempt | undefined {
  const holders = attempts.filter((attempt) => attempt.providerMessageIds.includes(providerMessageId!))
  return own && holders.includes(own) ? own : (holders.sort((a, b) => compareText(a.id, b.id))[0] ?? own)
}
