import type { DeliveryEvent } from '../../src/event/event.ts'
import { sortedTexts } from './order.ts'

/** "Keys come sorted by code points" */
export function naiveByMessage(events: readonly DeliveryEvent[]): Map<string, DeliveryEvent[]> {
  const keyed = events.map((event) => ({ event, key: keyOf(event, events) }))
  const keys = sortedTexts(keyed.map(({ key }) => key))
  return new Map(
    keys.map((key) => [key, keyed.filter((one) => one.key === key).map(({ event }) => event)]),
  )
}

/**
 * "An event's key is its `messageId`, else `provider:providerMessageId`, or `:providerMessageId`
 * without a provider."; and so "A message id that equals such a key names that very message".
 */
function keyOf(event: DeliveryEvent, events: readonly DeliveryEvent[]): string {
  if (event.messageId !== undefined) return event.messageId
  // "An event with neither message id nor provider id is misuse."
  if (event.providerMessageId === undefined)
    throw new TypeError('an event with neither message id nor provider id')
  const key = providerKeyOf(event, events)
  // "An event that has both ids ties its provider id to its message, wherever it stands in the
  // input; of several messages, the smallest id wins."
  const tied = events.filter(
    (one) => one.messageId !== undefined && providerKeyOf(one, events) === key,
  )
  return sortedTexts(tied.map((one) => one.messageId))[0] ?? key ?? ''
}

/**
 * "An event with a provider id but no provider takes the provider of the others with that id, if
 * they all name the same one"
 */
function providerKeyOf(
  { provider, providerMessageId }: DeliveryEvent,
  events: readonly DeliveryEvent[],
): string | undefined {
  if (providerMessageId === undefined) return undefined
  const named = sortedTexts(
    events.filter((one) => one.providerMessageId === providerMessageId).map((one) => one.provider),
  )
  return `${encoded(provider ?? (named.length === 1 ? named[0] : ''))}:${providerMessageId}`
}

/** "In such a key, a `:` or `%` of the provider's name is percent-encoded" */
function encoded(provider = ''): string {
  return provider.replaceAll('%', '%25').replaceAll(':', '%3A')
}
