import { checkEvents, type CheckedEvent } from '../event/checked-event.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { checkClock, checkNow } from '../event/instant.ts'
import { groupByMessage } from '../message/group-by-message.ts'
import { resolveMessage } from '../message/resolve-message.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { DeliveryState } from './delivery-state.ts'
import { stateAt } from './to-state.ts'

/** One policy for all messages, or the policy of each: one log may hold several flows. */
export type PolicyOrChoice =
  Policy | ((messageId: string, events: readonly DeliveryEvent[]) => Policy)

/**
 * Receipts of many messages, mixed, to a state each: `stateOf` of each evidence that
 * `collectByMessage` gives, by the same keys. n log n in the number of events.
 *
 * @param policy one for all, or a function from a message's key and events to its own
 * @param now ms since the epoch
 * @throws TypeError for misuse; see `collectByMessage`
 * @example
 * ```ts
 * const log = [
 *   { status: 'delivered', messageId: 'code-1', receivedAt: 4_000 },
 *   { status: 'sent', messageId: 'alert-1', receivedAt: 5_000 },
 * ] as const
 * const states = reduceByMessage(log, (id) => (id.startsWith('code') ? otp : alert), 6_000)
 * console.log(states.get('code-1')?.policy, states.get('alert-1')?.status) // → otp sent
 * ```
 */
export function reduceByMessage(
  events: Iterable<DeliveryEvent>,
  policy: PolicyOrChoice,
  now: number,
): Map<string, DeliveryState> {
  return statesByMessage('reduceByMessage: ', events, policy, now)
}

/** Shared by the public functions; `where` is the caller's name, for error messages. */
export function statesByMessage(
  where: string,
  events: Iterable<DeliveryEvent>,
  policy: PolicyOrChoice,
  now: number,
): Map<string, DeliveryState> {
  if (typeof policy !== 'function') checkPolicy(policy, where)
  checkNow(now, where)
  const list = checkEvents(events, where)
  checkClock(list, now, where)
  const policyOf = (key: string, group: readonly CheckedEvent[]): Policy => {
    if (typeof policy !== 'function') return policy
    const own = policy(
      key,
      group.map(({ original }) => original),
    )
    checkPolicy(own, where, `policy(${JSON.stringify(key)})`)
    return own
  }
  const states = groupByMessage(list, where).map(([key, group]): [string, DeliveryState] => [
    key,
    stateAt(resolveMessage(group), policyOf(key, group), now),
  ])
  return new Map(states)
}
