import { checkId } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'

/**
 * The event with the service's own message id, as the context finds it from the event without one. Whatever `messageId` stands there keeps its place.
 *
 * @throws TypeError where what is found is no id
 */
export function withMessageId(
  event: DeliveryEvent,
  find: (event: DeliveryEvent) => string | undefined,
  place: string,
): DeliveryEvent {
  const { messageId: _, ...seen } = event
  const messageId = find(seen)
  checkId(messageId, place, 'messageId')
  return messageId === undefined ? seen : { ...event, messageId }
}
