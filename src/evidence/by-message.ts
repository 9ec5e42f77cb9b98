import { checkEvent } from '../event/check-event.ts'
import { checkIterable } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { ItemPlace, misuse } from '../event/misuse.ts'
import { compareText } from '../event/order.ts'
import type { Evidence } from './evidence.ts'
import { emptyLedger, enter, type Ledger } from './ledger.ts'
import { write } from './write.ts'

/**
 * What is known of many messages: an evidence each, by message id, sorted by code units. An event without a message id belongs to the message
 * that some other event ties its provider id to, wherever it stands in the input; else it goes by `provider:providerMessageId`.
 * Linear in the number of events, but for sorting the keys.
 *
 * @throws TypeError for an event that is not as `DeliveryEvent` says, and for one with neither message id nor provider id
 */
export function collectByMessage(events: Iterable<DeliveryEvent>): Map<string, Evidence> {
  return mapValues(ledgersByMessage(events, 'collectByMessage: '), write)
}

export function ledgersByMessage(events: Iterable<DeliveryEvent>, fn: string): Map<string, Ledger> {
  checkIterable(events, fn, 'events')
  const list = [...events]
  const place = new ItemPlace(`${fn}events`)
  const providers = new Map<string, string | undefined>()
  for (const event of list) {
    checkEvent(event, place)
    const { messageId, provider, providerMessageId } = event
    if (providerMessageId === undefined) {
      if (messageId === undefined) misuse(place, 'providerMessageId', 'there where messageId is not', undefined, 'Without either nothing tells whose receipt it is.')
    } else if (provider !== undefined) {
      // Undefined where several providers use one id: then nobody can tell which is meant.
      providers.set(providerMessageId, providers.has(providerMessageId) && providers.get(providerMessageId) !== provider ? undefined : provider)
    }
    place.index++
  }

  const providerKey = ({ provider, providerMessageId = '' }: DeliveryEvent): string =>
    `${provider ?? providers.get(providerMessageId) ?? ''}:${providerMessageId}`
  const ties = new Map<string, string>()
  for (const event of list) {
    if (event.messageId === undefined || event.providerMessageId === undefined) continue
    const key = providerKey(event)
    const tied = ties.get(key)
    if (tied === undefined || event.messageId < tied) ties.set(key, event.messageId)
  }

  const ledgers = new Map<string, Ledger>()
  place.index = 0
  for (const event of list) {
    const key = event.messageId ?? ties.get(providerKey(event)) ?? providerKey(event)
    let ledger = ledgers.get(key)
    if (ledger === undefined) ledgers.set(key, (ledger = emptyLedger()))
    enter(ledger, event, place)
    place.index++
  }
  return new Map([...ledgers].sort(([a], [b]) => compareText(a, b)))
}

export function mapValues<From, To>(map: ReadonlyMap<string, From>, to: (value: From) => To): Map<string, To> {
  return new Map(Array.from(map, ([key, value]) => [key, to(value)]))
}
