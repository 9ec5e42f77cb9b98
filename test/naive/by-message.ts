import type { DeliveryEvent } from '../../src/event/event.ts'
import { attemptsOf, claimsOf, readMessage } from './message.ts'
import { compareText, sortedTexts } from './order.ts'

/** "Keys come sorted by code units" */
export function naiveByMessage(events: readonly DeliveryEvent[]): Map<string, DeliveryEvent[]> {
  const keyed = events.map((event) => ({ event, key: keyOf(event, events) }))
  const keys = sortedTexts(keyed.map(({ key }) => key))
  return new Map(keys.map((key) => [key, keyed.filter((one) => one.key === key).map(({ event }) => event)]))
}

/** "key: messageId, else `provider:providerMessageId` (`:providerMessageId` without a provider)." */
function keyOf(event: DeliveryEvent, events: readonly DeliveryEvent[]): string {
  if (event.messageId !== undefined) return event.messageId
  // "An event with neither message id nor provider id is misuse."
  if (event.providerMessageId === undefined) throw new TypeError('an event with neither message id nor provider id')
  const reference = referenceOf(event, events)
  // "An event that has both ids ties its provider id to its message, wherever it stands in the input (of several the smallest
  // message id)"
  const tied = events.filter((one) => one.messageId !== undefined && referenceOf(one, events) === reference)
  return sortedTexts(tied.map((one) => one.messageId))[0] ?? reference ?? ''
}

/** "an event with a provider id but no provider takes the provider of the others with that id, if they all name the same one" */
function referenceOf({ provider, providerMessageId }: DeliveryEvent, events: readonly DeliveryEvent[]): string | undefined {
  if (providerMessageId === undefined) return undefined
  const named = sortedTexts(events.filter((one) => one.providerMessageId === providerMessageId).map((one) => one.provider))
  return `${provider ?? (named.length === 1 ? named[0] : '')}:${providerMessageId}`
}

/**
 * "Two different `messageId`s in one message are misuse. So is, in `collect`, `reduce` and `timeline`, more than one attempt
 * (after ties) with one among them that no event ties to a message"
 */
export function naiveIsMisuse(events: readonly DeliveryEvent[]): boolean {
  const { claims } = readMessage(events)
  const attempts = attemptsOf(claims).sort(compareText)
  const isTied = (attempt: string | undefined) => claimsOf(claims, attempt).some((claim) => claim.event.messageId !== undefined)
  const hasTwoIds = sortedTexts(events.map((event) => event.messageId)).length > 1
  return hasTwoIds || (attempts.length > 1 && !attempts.every(isTied))
}
