import { checkNow } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { eventsByMessage } from '../message/by-message.ts'
import { readEvents } from '../event/read-event.ts'
import { resolve } from '../message/message.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { DeliveryState } from './delivery-state.ts'
import { judge } from './to-state.ts'

/**
 * Receipts of many messages, mixed, to a state each: `stateOf` of each evidence that `collectByMessage` gives, by the same keys.
 *
 * @param now ms since the epoch
 * @throws TypeError for misuse; see `collectByMessage`
 */
export function reduceByMessage(events: Iterable<DeliveryEvent>, policy: Policy, now: number): Map<string, DeliveryState> {
  return reduceByMessageIn('reduceByMessage: ', events, policy, now)
}

/** The same for another public function, whose name its misuse bears. */
export function reduceByMessageIn(
  where: string,
  events: Iterable<DeliveryEvent>,
  policy: Policy,
  now: number,
): Map<string, DeliveryState> {
  checkPolicy(policy, where)
  checkNow(now, where)
  return new Map(
    eventsByMessage(events, where).map(([key, group]) => [key, judge(resolve(readEvents(group, where), where), policy, now)]),
  )
}
