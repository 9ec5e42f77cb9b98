import type { DeliveryEvent } from '../event/event.ts'
import { compareText, minText } from '../event/order.ts'
import { throwMisuse } from '../event/throw-misuse.ts'

/** What tells whose an event is. */
type Named = Pick<DeliveryEvent, 'messageId' | 'provider' | 'providerMessageId'>

/** A message's key, and its events. */
export type Group<Event> = readonly [key: string, events: Event[]]

/**
 * Events of many messages to a group each, by message id; an event without one belongs to the
 * message that another event ties its provider id to, wherever it stands in the input, else to
 * `provider:providerMessageId`. Sorted by code points. Linear, but for sorting the keys.
 */
export function groupByMessage<Event extends Named>(
  events: readonly Event[],
  where: string,
): Group<Event>[] {
  const keys = providerKeys(events, where)

  const ties = new Map<string, string>()
  events.forEach(({ messageId }, i) => {
    const key = keys[i]
    if (messageId === undefined || key === undefined) return
    ties.set(key, minText(ties.get(key), messageId))
  })

  const groups = new Map<string, Event[]>()
  events.forEach((event, i) => {
    const key = event.messageId ?? ties.get(keys[i]!) ?? keys[i]!
    const group = groups.get(key)
    if (group) group.push(event)
    else groups.set(key, [event])
  })
  return [...groups].sort(([a], [b]) => compareText(a, b))
}

/** For each event `provider:providerMessageId`, undefined where it has no provider id. */
function providerKeys(events: readonly Named[], where: string): (string | undefined)[] {
  // An id without a provider takes the one that all others with that id name, if they agree.
  const providers = new Map<string, string>()
  events.forEach(({ messageId, provider, providerMessageId }, i) => {
    if (providerMessageId === undefined) {
      if (messageId === undefined) throwNameless(where, i)
    } else if (provider !== undefined) {
      const known = providers.get(providerMessageId)
      if (known === undefined) providers.set(providerMessageId, provider)
      else if (known !== provider) providers.set(providerMessageId, '')
    }
  })
  return events.map(({ provider, providerMessageId }) => {
    if (providerMessageId === undefined) return undefined
    return `${escapeProvider(provider ?? providers.get(providerMessageId) ?? '')}:${providerMessageId}`
  })
}

/** So that no key stands for two: provider `a:b` with id `c`, provider `a` with id `b:c`. */
const escapeProvider = (provider: string): string =>
  /[%:]/.test(provider) ? provider.replaceAll('%', '%25').replaceAll(':', '%3A') : provider

function throwNameless(where: string, i: number): never {
  const field = `events[${i}].messageId`
  const remedy = 'One of the two must say whose event it is.'
  throwMisuse(where, field, 'there where providerMessageId is not', undefined, remedy)
}
