import type { Verdict } from '../../src/delivery/verdict.ts'
import type { DeliveryEvent } from '../../src/event/event.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { Judged } from './attempt.ts'
import { judge } from './attempt.ts'
import type { Claim, Message } from './message.ts'
import { claimsOf, readMessage, windowOf } from './message.ts'
import { isStronger, sortedTexts } from './order.ts'

/** What is known of an attempt on one side of the event. */
export interface Side {
  readonly claims: readonly Claim[]
  readonly judged: Judged
}

/**
 * "Each entry has a verdict for its own attempt, the first that fits"; `earlier` are the claims
 * before it, with the joins after it.
 */
export function verdictOf(
  claim: Claim,
  earlier: readonly Claim[],
  before: Side,
  after: Side,
): Verdict {
  const { status } = claim.event
  const statusBefore = before.judged.status
  const statusStays = after.judged.status === statusBefore

  // "this status was already claimed for this slot"
  if (sameSlot(earlier, claim).some((one) => one.event.status === status)) return 'duplicate'

  // "it is about one segment, and gives the attempt as a whole no new status"
  if (
    claim.segment !== undefined &&
    after.judged.has.every((one) => before.judged.has.includes(one))
  )
    return 'partial'

  // "it is stronger than the status, but that was settled and stays"
  if (isStronger(status, statusBefore) && before.judged.settled && statusStays) return 'late'

  // "it changed the status, or is the first that is known of the attempt"
  if (!statusStays || before.claims.length === 0) return 'advanced'

  // "the status had already moved on; it only fills in a milestone"
  return 'stale'
}

export function sameSlot(claims: readonly Claim[], claim: Claim): Claim[] {
  return claims.filter((one) => one.attempt === claim.attempt && one.segment === claim.segment)
}

/**
 * "`apply` judges one event in the same words, from the state of its attempt before and after."
 */
export function naiveApplyVerdict(
  eventsBefore: readonly DeliveryEvent[],
  event: DeliveryEvent,
  policy: Policy,
  now: number,
): Verdict {
  // "Both states are taken at the same `now`, but not before the event's `receivedAt`."
  const sameNow = Math.max(now, event.receivedAt ?? now)
  const before = readMessage(eventsBefore)
  const after = readMessage([...eventsBefore, event])
  const earlier = after.claims.slice(0, -1)
  const claim = after.claims.at(-1)
  if (!claim) throw new TypeError('an event is always a claim')
  return verdictOf(
    claim,
    earlier,
    sideOf(attemptBefore(claim, before, earlier), before, policy, sameNow),
    sideOf({ id: claim.attempt }, after, policy, sameNow),
  )
}

/** No attempt: one without claims, in the window of that message. */
function sideOf(
  attempt: { id: string | undefined } | undefined,
  message: Message,
  policy: Policy,
  now: number,
): Side {
  const claims = attempt ? claimsOf(message.claims, attempt.id) : []
  const count = attempt && message.counts.get(attempt.id)
  return { claims, judged: judge(claims, count, policy, windowOf(message, policy, now)) }
}

/**
 * "The attempt before is the one that held its provider id."; of several holders its own attempt,
 * else the smallest by code points.
 */
function attemptBefore(
  claim: Claim,
  before: Message,
  earlierWithJoinsAfter: readonly Claim[],
): { id: string | undefined } | undefined {
  const { providerMessageId } = claim.event
  const known = before.claims.map((one) => one.attempt)
  const holders = sortedTexts(
    before.claims
      .filter(
        (one) =>
          providerMessageId !== undefined && one.event.providerMessageId === providerMessageId,
      )
      .map((one) => one.attempt),
  )
  if (claim.attempt !== undefined && holders.includes(claim.attempt)) return { id: claim.attempt }
  if (holders.length > 0) return { id: holders[0] }
  if (known.includes(claim.attempt)) return { id: claim.attempt }
  const namelessJoined = known.some(
    (id, index) => id === undefined && earlierWithJoinsAfter[index]?.attempt === claim.attempt,
  )
  return namelessJoined ? { id: undefined } : undefined
}
