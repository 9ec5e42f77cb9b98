import { checkEvents, type CheckedEvent } from '../event/checked-event.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { checkClock, checkNow } from '../event/instant.ts'
import { checkEvidenceClock, eventsOf, type Evidence } from '../evidence/evidence.ts'
import { checkMessageOption, type MessageOption } from '../message/message-option.ts'
import {
  checkMessageIds,
  checkOneMessage,
  resolveMessage,
  type Message,
} from '../message/resolve-message.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import type { Policy } from '../policy/policy.ts'
import type { DeliveryState } from './delivery-state.ts'
import { stateAt } from './to-state.ts'

/**
 * What the product shows for a message, from what is known, what its flow wants, and the present
 * instant.
 *
 * @param now ms since the epoch; an instant before the latest `receivedAt` is lifted to it
 * @throws TypeError for evidence of another version, a wrong policy, a missing `now`, and instants
 * in mixed units
 */
export function stateOf(evidence: Evidence, policy: Policy, now: number): DeliveryState {
  const where = 'stateOf: '
  checkPolicy(policy, where)
  checkNow(now, where)
  const events = eventsOf(evidence, where)
  checkEvidenceClock(events, now, where)
  checkMessageIds(events, where)
  return stateAt(resolveMessage(events), policy, now)
}

/**
 * All receipts of one message, in any order and with any repeats, to its state:
 * `stateOf(collect(events, options), policy, now)`. Linear in the number of events.
 *
 * @param now ms since the epoch
 * @param options `messageId`: all events are of this message, also those that name none
 * @throws TypeError for misuse: an event that is not as `DeliveryEvent` says, events of two
 * messages, a wrong policy, a missing `now`, instants in mixed units
 * @example
 * ```ts
 * const state = reduce([{ status: 'delivered', receivedAt: 4_000 }, { status: 'sent', receivedAt: 5_000 }], otp, 6_000)
 * console.log(state.status, state.advice.action) // → delivered done
 * ```
 */
export function reduce(
  events: Iterable<DeliveryEvent>,
  policy: Policy,
  now: number,
  options?: MessageOption,
): DeliveryState {
  return reduceIn('reduce: ', events, policy, now, options)
}

/** Shared by the public functions; `where` is the caller's name, for error messages. */
export function reduceIn(
  where: string,
  events: Iterable<DeliveryEvent>,
  policy: Policy,
  now: number,
  options?: MessageOption,
  byMessage?: string,
): DeliveryState {
  const { message } = readMessage(where, events, policy, now, options, byMessage)
  return stateAt(message, policy, now)
}

/** The door of the functions that take the events of one message, a policy and an instant. */
export function readMessage(
  where: string,
  events: Iterable<DeliveryEvent>,
  policy: Policy,
  now: number,
  options?: MessageOption,
  byMessage = 'reduceByMessage',
): { readonly events: readonly CheckedEvent[]; readonly message: Message } {
  checkPolicy(policy, where)
  checkNow(now, where)
  const list = checkEvents(events, where, 'events', checkMessageOption(options, where))
  checkClock(list, now, where)
  const message = resolveMessage(list)
  checkOneMessage(list, message, where, byMessage)
  return { events: list, message }
}
