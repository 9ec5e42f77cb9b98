import {
  collect,
  otp,
  reduceByMessage,
  stateOf,
  type DeliveryEvent,
  type DeliveryState,
  type Policy,
} from 'sms-delivery-state'

/** The events of each message, each with the message's name. */
export type Messages = ReadonlyMap<string, readonly DeliveryEvent[]>

/**
 * Sorts events into messages, as `reduceByMessage` does.
 *
 * @throws TypeError where their times are of two units
 */
export function messagesOf(events: readonly DeliveryEvent[]): Messages {
  const messages = new Map<string, readonly DeliveryEvent[]>()
  const keep = (messageId: string, group: readonly DeliveryEvent[]): Policy => {
    messages.set(
      messageId,
      group.map((event) => ({ ...event, messageId })),
    )
    return otp
  }
  reduceByMessage(events, keep, events[0]?.receivedAt ?? 0)
  return messages
}

/** What was known of a message at an instant. Events without a time always count. */
export function knownBy(events: readonly DeliveryEvent[], now: number): readonly DeliveryEvent[] {
  // The provider's time stands in where no event of the message has our own.
  const isOurs = events.some(({ receivedAt }) => receivedAt !== undefined)
  const timeOf = ({ receivedAt, occurredAt }: DeliveryEvent) => (isOurs ? receivedAt : occurredAt)
  return events.filter((event) => (timeOf(event) ?? -Infinity) <= now)
}

/** A message as the list shows it. */
export interface Row {
  readonly id: string
  /** Absent where nothing was known of it then. */
  readonly state?: DeliveryState
  readonly receipts: number
}

export function rowsOf(messages: Messages, policy: Policy, now: number): Row[] {
  return [...messages].map(([id, events]): Row => {
    const known = knownBy(events, now)
    if (known.length === 0) return { id, receipts: 0 }
    return { id, receipts: known.length, state: stateOf(collect(known), policy, now) }
  })
}
