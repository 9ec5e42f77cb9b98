import { readEvents } from '../event/read-event.ts'
import { checkNow } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { marksOf, type Evidence } from '../evidence/evidence.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { DeliveryState } from './delivery-state.ts'
import { judge } from './to-state.ts'
import { resolve, resolveOne } from '../message/message.ts'

/**
 * What the product shows for a message, from what is known, what its flow wants, and the present instant.
 *
 * @param now ms since the epoch; an instant before the latest `receivedAt` is lifted to it
 * @throws TypeError for evidence of another version, a wrong policy, and a missing `now`
 */
export function stateOf(evidence: Evidence, policy: Policy, now: number): DeliveryState {
  const where = 'stateOf: '
  checkPolicy(policy, where)
  checkNow(now, where)
  return judge(resolve(marksOf(evidence, where), where), policy, now)
}

/**
 * All receipts of one message, in any order and with any repeats, to its state: `stateOf(collect(events), policy, now)`.
 * Linear in the number of events.
 *
 * @param now ms since the epoch
 * @throws TypeError for misuse: an event that is not as `DeliveryEvent` says, events of two messages, a wrong policy, a missing `now`
 * @example
 * ```ts
 * const state = reduce([{ status: 'delivered', receivedAt: 4_000 }, { status: 'sent', receivedAt: 5_000 }], otp, 6_000)
 * console.log(state.status, state.advice.action) // → delivered done
 * ```
 */
export function reduce(events: Iterable<DeliveryEvent>, policy: Policy, now: number): DeliveryState {
  return reduceIn('reduce: ', events, policy, now)
}

/** The same for another public function, whose name its misuse bears. */
export function reduceIn(where: string, events: Iterable<DeliveryEvent>, policy: Policy, now: number): DeliveryState {
  checkPolicy(policy, where)
  checkNow(now, where)
  return judge(resolveOne(readEvents(events, where), where), policy, now)
}
