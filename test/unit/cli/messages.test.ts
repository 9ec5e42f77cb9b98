import fc from 'fast-check'
import {
  collectByMessage,
  merge,
  notification,
  reduceByMessage,
  stateOf,
  type DeliveryEvent,
} from 'sms-delivery-state'
import { describe, expect, it } from 'vitest'
import { Messages } from '../../../src/cli/messages.ts'
import { event, instant, mixed, policy, shuffled } from '../../laws/arbitraries.ts'
import { law } from '../../laws/law.ts'

const many = fc.array(mixed, { maxLength: 15 }).chain((some) => shuffled(some.flat()))

/** So many under each set of ids that they are condensed several times. */
const crowded = fc.array(
  fc
    .tuple(
      event,
      fc.constantFrom<Partial<DeliveryEvent>[]>(
        { messageId: 'm', provider: 'x' },
        { provider: 'x' },
        {},
      ),
    )
    .map(([one, ids]): DeliveryEvent => ({
      ...one,
      messageId: undefined,
      provider: undefined,
      providerMessageId: 'X',
      ...ids,
    })),
  { minLength: 60, maxLength: 150 },
)

law(
  'receipts that come one by one give the states that all of them together give',
  fc.property(fc.oneof(many, crowded), policy, instant, (events, flow, now) => {
    const states = [...sorted(events)].map((message) => [
      message.id,
      stateOf(evidenceOf(message), flow, now),
    ])
    expect(states).toEqual([...reduceByMessage(events, flow, now)])
    expect([...sorted(events)].map((message) => [message.id, evidenceOf(message)])).toEqual([
      ...collectByMessage(events),
    ])
  }),
  300,
)

law(
  'one message among others is as it is among all, with the events that decide it',
  fc.property(many, fc.constantFrom('m', 'n', 'x:X', ':Y'), (events, only) => {
    const [found, ...others] = sorted(events, { only, keepsEvents: true })
    const expected = collectByMessage(events).get(only)
    expect(found && evidenceOf(found)).toEqual(expected)
    expect(others).toEqual([])
    const labelled = found?.events.map((event) => ({ ...event, messageId: only })) ?? []
    expect(reduceByMessage(labelled, notification, 0).get(only)?.status).toBe(
      expected && stateOf(expected, notification, 0).status,
    )
  }),
)

describe('what is held', () => {
  const receipts = function* (messages: number): Generator<DeliveryEvent> {
    const statuses = ['queued', 'sent', 'undelivered', 'delivered'] as const
    for (let i = 0; i < 300_000; i++) {
      const providerMessageId = `SM${i % messages}`
      yield {
        status: statuses[i % 4]!,
        receivedAt: i,
        provider: 'twilio',
        providerMessageId,
        source: 'webhook',
      }
    }
  }

  it('grows with the messages, not with their receipts', () => {
    const messages = new Messages()
    let most = 0
    let i = 0
    for (const event of receipts(100)) {
      messages.add(event)
      if (++i % 1_000 === 0) most = Math.max(most, messages.size.kept)
    }
    expect(messages.size.ids).toBe(100)
    expect(most).toBeLessThan(100 * 20)
  })

  it('is of other messages only their ids, where one is asked for', () => {
    const messages = new Messages({ only: 'm' })
    for (const event of [
      { status: 'sent', messageId: 'n', providerMessageId: 'X' },
      { status: 'sent', messageId: 'm', providerMessageId: 'Y' },
      { status: 'delivered', providerMessageId: 'Y' },
    ] as const)
      messages.add(event)
    expect(messages.size).toEqual({ ids: 3, kept: 2 })
  })
})

it('one message id may stand for a whole campaign', () => {
  const messages = new Messages()
  for (let i = 0; i < 2_500; i++)
    messages.add({
      status: 'sent',
      messageId: 'campaign',
      providerMessageId: `SM${i}`,
      receivedAt: i,
    })
  const [campaign] = messages
  expect(stateOf(evidenceOf(campaign!), notification, 0).attempts).toHaveLength(2_500)
})

const evidenceOf = ({ events }: { readonly events: readonly DeliveryEvent[] }) =>
  merge(...collectByMessage(events).values())

function sorted(events: readonly DeliveryEvent[], how = {}): Messages {
  const messages = new Messages(how)
  for (const event of events) messages.add(event)
  return messages
}
