import { describe, expect, it } from 'vitest'
import { apply, otp, reduce, stateOf, type DeliveryEvent, type Evidence } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import {
  assertHandler,
  assertOrderIndependent,
  assertReducer,
  receipt,
  scenario,
} from 'sms-delivery-state/testing'

const story = scenario({ provider: twilio, flow: otp })
  .pending()
  .accepted('+1s')
  .sent('+1s')
  .undelivered('+2s')
  .delivered('+1s')
const events = story.events()

const messageOf = (run: () => void): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  return 'nothing was thrown'
}

describe('assertReducer', () => {
  it('lets a lawful reducer pass', () => {
    assertReducer(reduce, events, otp, story.now)
    assertReducer((items) => items.length > 0, [1, 2, 3])
    assertReducer((items) => new Set(items.map(String).sort()), [3, 2, 1])
    assertReducer(() => undefined, [])
  })

  it('shows the smallest pair of arrivals that disagree', () => {
    const lastWriteWins = (items: readonly DeliveryEvent[]) => items.at(-1)?.status
    expect(messageOf(() => assertReducer(lastWriteWins, events.slice(2)))).toBe(
      [
        'sms-delivery-state: assertReducer: the order of arrival decides.',
        '  sent, undelivered  →  "undelivered"',
        '  undelivered, sent  →  "sent"',
      ].join('\n'),
    )
  })

  it('finds the one pair that is wrong among ten, and among ten thousand orders', () => {
    const firstFinalWins = (items: readonly DeliveryEvent[]) =>
      items.find(({ status }) => status === 'undelivered' || status === 'delivered')?.status ??
      'open'
    expect(
      messageOf(() =>
        assertReducer(firstFinalWins, [
          ...events,
          ...events.map((event) => ({ ...event, ref: 'r' })),
        ]),
      ),
    ).toContain(
      '  undelivered, delivered  →  "undelivered"\n  delivered, undelivered  →  "delivered"',
    )
  })

  it('finds what only many together show, and takes away what has no part in it', () => {
    // Wrong where four arrive in one certain order, others between them or not.
    const wrong = (items: readonly number[]) =>
      items
        .filter((item) => item < 4)
        .join()
        .startsWith('3,1,0,2')
    const message = messageOf(() => assertReducer(wrong, [0, 1, 2, 3]))
    expect(message).toContain(
      'item#1, item#2, item#3, item#4  →  false\n  item#4, item#2, item#1, item#3  →  true',
    )
    const long = messageOf(() => assertReducer(wrong, [0, 1, 2, 3, 4, 5, 6, 7, 8]))
    expect(long.split('\n')[1]?.split('→')[0]?.split(',')).toHaveLength(4)
  })

  it('finds a repeat that counts', () => {
    expect(messageOf(() => assertReducer((items) => items.length, events))).toBe(
      [
        'sms-delivery-state: assertReducer: a repeat changes the result.',
        '  pending           →  1',
        '  pending, pending  →  2',
      ].join('\n'),
    )
  })

  it('takes what is thrown for a result: a receipt that comes before its message', () => {
    const needsPending = (items: readonly DeliveryEvent[]) => {
      if (items[0]?.status !== 'pending') throw new Error('no such message')
      return 'known'
    }
    expect(messageOf(() => assertReducer(needsPending, events))).toBe(
      [
        'sms-delivery-state: assertReducer: the order of arrival decides.',
        '  pending, accepted  →  "known"',
        '  accepted, pending  →  "throws Error: no such message"',
      ].join('\n'),
    )
  })

  it('numbers what would have the same name, and shows it', () => {
    const [one, two] = [
      receipt(twilio, { status: 'sent', receivedAt: 1 }),
      receipt(twilio, { status: 'sent', receivedAt: 2 }),
    ]
    const message = messageOf(() => assertReducer((items) => items[0]?.receivedAt, [one, two]))
    expect(message).toContain('  sent#1, sent#2  →  1\n  sent#2, sent#1  →  2\n  sent#1: {"body":{')
    expect(
      messageOf(() =>
        assertReducer(
          (items) => items[0],
          ['MessageSid=SM1&MessageStatus=sent', 'MessageSid=SM1&MessageStatus=failed'],
        ),
      ),
    ).toContain('  sent, failed  →  "MessageSid=SM1')
  })

  it('does not take a promise for a result', () => {
    expect(() => assertReducer(() => Promise.resolve(1), [1])).toThrow(
      /^sms-delivery-state: assertReducer: reducer\(…\) must be a result, got "a promise"\. Use assertHandler/,
    )
    expect(() => assertReducer(5 as never, [1])).toThrow(
      /^sms-delivery-state: assertReducer: reducer must be a function, got 5/,
    )
    expect(() => assertReducer(() => 1, 'text')).toThrow(
      /^sms-delivery-state: assertReducer: items must be a list/,
    )
  })
})

describe('assertHandler', () => {
  const slowly = () => new Promise((done) => setImmediate(done))

  it('waits for a lawful handler', async () => {
    const handled = assertHandler(async (receipts) => {
      let row: Evidence | undefined
      for (const { event } of receipts) {
        await slowly()
        row = apply(row, event, otp, story.now).evidence
      }
      return row && stateOf(row, otp, story.now).key
    }, story.receipts().slice(1))
    await expect(handled).resolves.toBeUndefined()
  })

  it('rejects with the smallest pair', async () => {
    const overwrites = assertHandler(async (receipts) => {
      const row: { status?: string } = {}
      for (const { event } of receipts) {
        await slowly()
        if (row.status === 'undelivered') throw new Error('final')
        row.status = event.status
      }
      return row
    }, story.receipts().slice(2))
    await expect(overwrites).rejects.toThrow(
      '  undelivered               →  {"status":"undelivered"}\n  undelivered, undelivered  →  "throws Error: final"',
    )
  })
})

describe('assertOrderIndependent', () => {
  it('takes events, our receipts, and receipts as they were recorded', () => {
    assertOrderIndependent(events, otp, story.now)
    assertOrderIndependent(story.shuffled(3).receipts(), otp, story.now)
    assertOrderIndependent(
      [
        { body: 'MessageSid=SM1&MessageStatus=sent', receivedAt: 5 },
        { body: { MessageSid: 'SM1', MessageStatus: 'failed' } },
      ],
      otp,
      5,
    )
    // Bare, as they were recorded: Vonage's status words are ours too, and mean something else.
    const vonage = { messageId: 'A1', status: 'accepted', 'err-code': '0' }
    assertOrderIndependent(
      [vonage, { ...vonage, status: 'delivered' }, new URLSearchParams(vonage).toString()],
      otp,
      5,
    )
    assertOrderIndependent([], otp, 5)
  })

  it('says what it cannot read', () => {
    expect(() => assertOrderIndependent([{ body: 'hello' }], otp, 5)).toThrow(
      'sms-delivery-state: assertOrderIndependent: receipts[0] must be a receipt that can be read, got "hello". any: no provider that we know sends this',
    )
    expect(() => assertOrderIndependent([{ status: 'teleported' }], otp, 5)).toThrow(TypeError)
    expect(() => assertOrderIndependent([], otp, NaN)).toThrow(
      'sms-delivery-state: assertOrderIndependent: now must be',
    )
  })
})
