import {
  alert,
  otp,
  parseReceipts,
  reduce,
  reduceByMessage,
  reduceReceipts,
  reduceReceiptsByMessage,
  type Parsed,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'
import { tiny } from './tiny-provider.ts'

const sent = { status: 'sent', id: 'X' } as const
const delivered = { status: 'delivered', id: 'X' } as const

describe('parseReceipts', () => {
  test('reads each with what holds for all', () => {
    const { events, issues } = parseReceipts(tiny, [sent, delivered], {
      receivedAt: 5,
      messageId: 'm',
      source: 'poll',
    })
    expect(issues).toEqual([])
    expect(events).toMatchObject([
      {
        status: 'sent',
        provider: 'tiny',
        providerMessageId: 'X',
        receivedAt: 5,
        messageId: 'm',
        source: 'poll',
      },
      { status: 'delivered', receivedAt: 5 },
    ])
  })

  test('reads each with a context of its own, laid over the common one', () => {
    const items = [
      { body: sent, receivedAt: 1, ref: 'log/1', segment: { index: 1, count: 2 } },
      { body: delivered, receivedAt: undefined },
    ]
    expect(parseReceipts(tiny, items, { receivedAt: 9, attemptId: 'A' }).events).toMatchObject([
      {
        status: 'sent',
        receivedAt: 1,
        ref: 'log/1',
        segment: { index: 1, count: 2 },
        attemptId: 'A',
      },
      { status: 'delivered', receivedAt: 9, attemptId: 'A' },
    ])
  })

  test('hands the event to a messageId that looks it up', () => {
    const messageId = ({ providerMessageId }: { providerMessageId?: string | undefined }) =>
      `m-${providerMessageId}`
    expect(
      parseReceipts(tiny, [sent, { body: { status: 'sent', id: 'Y' }, messageId: 'own' }], {
        messageId,
      }).events,
    ).toMatchObject([{ messageId: 'm-X' }, { messageId: 'own' }])
  })

  test('what cannot be read is an issue that names its place, and the rest is read all the same', () => {
    const { events, issues } = parseReceipts(tiny, [sent, 7, null, delivered])
    expect(events.map(({ status }) => status)).toEqual(['sent', 'delivered'])
    expect(issues).toMatchObject([
      { code: 'not-a-receipt', index: 1, path: ['status'], received: 7 },
      { code: 'not-a-receipt', index: 2, path: ['status'], received: null },
    ])
  })

  test('in a receipt that is an array, the place within it comes first in the path', () => {
    const { events, issues } = parseReceipts(tiny, [sent, [sent, 7, delivered]])
    expect(events).toHaveLength(3)
    expect(issues).toMatchObject([{ index: 1, path: [1, 'status'], received: 7 }])
  })

  test('reads anything iterable, and nothing', () => {
    expect(parseReceipts(tiny, new Set([sent, delivered])).events).toHaveLength(2)
    expect(parseReceipts(tiny, [])).toStrictEqual({ events: [], issues: [] })
  })

  test('reads very many', () => {
    const many = Array.from({ length: 40_000 }, (_, i) => (i % 2 ? sent : 7))
    const { events, issues } = parseReceipts(tiny, [many])
    expect([events.length, issues.length]).toEqual([20_000, 20_000])
  })

  test('leaves receipts and context as they were', () => {
    const items = Object.freeze([
      Object.freeze({ body: Object.freeze({ ...sent }), receivedAt: 1 }),
    ])
    expect(() => parseReceipts(tiny, items, Object.freeze({ receivedAt: 2 }))).not.toThrow()
  })
})

describe('reduceReceipts', () => {
  test('is the state of what was read, and what was not', () => {
    const { state, issues } = reduceReceipts(tiny, [delivered, 7, sent], otp, 9, { receivedAt: 1 })
    expect(state).toStrictEqual(
      reduce(parseReceipts(tiny, [sent, delivered], { receivedAt: 1 }).events, otp, 9),
    )
    expect(issues).toMatchObject([{ index: 1, received: 7 }])
  })

  test('of two messages is misuse, and the error names the function for those', () => {
    const two = ['m', 'n'].map((messageId) => ({ body: sent, messageId }))
    expect(() => reduceReceipts(tiny, two, otp, 0)).toThrow(
      /^sms-delivery-state: reduceReceipts: .*reduceReceiptsByMessage/,
    )
    expect(() => reduceReceipts(tiny, [sent, { status: 'sent', id: 'Y' }], otp, 0)).toThrow(
      TypeError,
    )
  })
})

describe('reduceReceiptsByMessage', () => {
  test('is the states of what was read', () => {
    const items = [sent, { status: 'failed', id: 'Y' }, delivered]
    const { states, issues } = reduceReceiptsByMessage(tiny, items, otp, 9, { receivedAt: 1 })
    expect(issues).toEqual([])
    expect(states).toStrictEqual(
      reduceByMessage(parseReceipts(tiny, items, { receivedAt: 1 }).events, otp, 9),
    )
    expect([...states].map(([key, { status }]) => [key, status])).toEqual([
      ['tiny:X', 'delivered'],
      ['tiny:Y', 'failed'],
    ])
  })

  test('takes a policy per message', () => {
    const choose = (messageId: string) => (messageId === 'tiny:X' ? otp : alert)
    const { states } = reduceReceiptsByMessage(
      tiny,
      [sent, { status: 'failed', id: 'Y' }],
      choose,
      0,
    )
    expect([...states.values()].map(({ policy }) => policy)).toEqual(['otp', 'alert'])
  })

  test('a receipt that no id ties to a message is an issue, and the rest is read all the same', () => {
    const stray = { status: 'sent' }
    const { states, issues } = reduceReceiptsByMessage(tiny, [7, stray, sent], otp, 0)
    expect([...states.keys()]).toEqual(['tiny:X'])
    expect(issues).toMatchObject([
      { code: 'not-a-receipt', index: 0, received: 7 },
      { code: 'invalid', index: 1, received: stray },
    ])
    expect(issues[1]?.message).toMatch(/tiny/)
    expect([
      ...reduceReceiptsByMessage(tiny, [stray], otp, 0, { messageId: 'm' }).states.keys(),
    ]).toEqual(['m'])
  })
})

describe('one receipt where a list of them belongs', () => {
  test.each([
    ['MessageSid=X'],
    [new TextEncoder().encode('MessageSid=X')],
    [new URLSearchParams('MessageSid=X')],
    [{}],
  ])('%s', (one) => {
    expect(() => parseReceipts(tiny, one as Iterable<unknown>)).toThrow(
      /^sms-delivery-state: parseReceipts: receipts must be a list, got .*\. Pass an array\.$/,
    )
  })
})

describe('a provider that answers what is no answer', () => {
  test.each([
    undefined,
    5,
    {},
    Promise.resolve({ events: [], issues: [] }),
    { events: 'ab', issues: 'cd' },
  ])('%j', (answer) => {
    const broken = { name: 'broken', parse: () => answer as unknown as Parsed }
    expect(() => parseReceipts(broken, [1])).toThrow(
      /^sms-delivery-state: parseReceipts: provider\.parse\(…\) must be \{ events, issues \}, got .*\. \S/,
    )
  })
})
