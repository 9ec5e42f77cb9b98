import { checkEvents } from '../event/checked-event.ts'
import { checkClock } from '../event/instant.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { groupByMessage } from '../message/group-by-message.ts'
import { checkMessageIds, checkOneMessage, resolveMessage } from '../message/resolve-message.ts'
import { checkMessageOption, type MessageOption } from '../message/message-option.ts'
import { eventsOf, evidenceOf, type Evidence } from './evidence.ts'

/**
 * What is known of one message: the few events that decide, out of all. Any order and any repeats
 * give the same JSON. n log n in the number of events.
 *
 * @param options `messageId`: all events are of this message, also those that name none
 * @throws TypeError for an event that is not as `DeliveryEvent` says, for events of more than one
 * message, and for instants in mixed units
 */
export function collect(events: Iterable<DeliveryEvent>, options?: MessageOption): Evidence {
  const where = 'collect: '
  const list = checkEvents(events, where, 'events', checkMessageOption(options, where))
  checkClock(list, undefined, where)
  checkOneMessage(list, resolveMessage(list), where, 'collectByMessage')
  return evidenceOf(list)
}

/**
 * What is known of many messages: evidence for each, by message id, sorted by code points. An event
 * without a message id belongs to the message that another event ties its provider id to, wherever
 * it stands in the input, else to `provider:providerMessageId`. n log n in the number of events.
 *
 * @throws TypeError for an event that is not as `DeliveryEvent` says, and for one with neither
 * message id nor provider id
 */
export function collectByMessage(events: Iterable<DeliveryEvent>): Map<string, Evidence> {
  const where = 'collectByMessage: '
  const list = checkEvents(events, where)
  checkClock(list, undefined, where)
  return new Map(groupByMessage(list, where).map(([key, group]) => [key, evidenceOf(group)]))
}

/**
 * What several evidences of one message know together: commutative, associative and idempotent.
 * Without any it is the evidence of a message that nobody has heard of.
 *
 * @throws TypeError for evidence of another version, and for evidence of two messages
 */
export function merge(...evidence: Evidence[]): Evidence {
  const where = 'merge: '
  const list = evidence.flatMap((each) => eventsOf(each, where))
  checkClock(list, undefined, where)
  checkMessageIds(list, where)
  return evidenceOf(list)
}
