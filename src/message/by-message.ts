import { checkIterable } from '../event/check.ts'
import { readEvent, readEvents } from '../event/read-event.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { compareText } from '../event/order.ts'
import { evidenceOf, type Evidence } from '../evidence/evidence.ts'

/**
 * What is known of many messages: an evidence each, by message id, sorted by code units. An event without a message id belongs to the message
 * that some other event ties its provider id to, wherever it stands in the input; else it goes by `provider:providerMessageId`.
 * Linear in the number of events, but for sorting the keys.
 *
 * @throws TypeError for an event that is not as `DeliveryEvent` says, and for one with neither message id nor provider id
 */
export function collectByMessage(events: Iterable<DeliveryEvent>): Map<string, Evidence> {
  return new Map(eventsByMessage(events, 'collectByMessage: ').map(([key, group]) => [key, evidenceOf(readEvents(group, ''))]))
}

export function eventsByMessage(events: Iterable<DeliveryEvent>, where: string): [string, DeliveryEvent[]][] {
  checkIterable(events, where, 'events')
  const list: readonly DeliveryEvent[] = Array.isArray(events) ? events : [...events]
  let index = 0
  const place = { toString: () => `${where}events[${index}].` }
  for (; index < list.length; index++) readEvent(list[index]!, place)

  // The provider that all with an id name; none has the name '' of those that do not agree.
  const providers = new Map<string, string>()
  list.forEach(({ messageId, provider, providerMessageId }, i) => {
    if (providerMessageId === undefined) {
      if (messageId === undefined)
        throwMisuse(
          where,
          `events[${i}].messageId`,
          'there where providerMessageId is not',
          messageId,
          'One must tell whose event it is.',
        )
    } else if (provider !== undefined) {
      providers.set(providerMessageId, (providers.get(providerMessageId) ?? provider) === provider ? provider : '')
    }
  })
  const providerKey = ({ provider, providerMessageId = '' }: DeliveryEvent): string =>
    `${provider ?? providers.get(providerMessageId) ?? ''}:${providerMessageId}`

  const ties = new Map<string, string>()
  for (const event of list) {
    const { messageId, providerMessageId } = event
    if (messageId === undefined || providerMessageId === undefined) continue
    const key = providerKey(event)
    if (!(ties.get(key)! <= messageId)) ties.set(key, messageId)
  }

  const groups = new Map<string, DeliveryEvent[]>()
  for (const event of list) {
    const key = event.messageId ?? ties.get(providerKey(event)) ?? providerKey(event)
    const group = groups.get(key)
    if (group) group.push(event)
    else groups.set(key, [event])
  }
  return [...groups].sort(([a], [b]) => compareText(a, b))
}
