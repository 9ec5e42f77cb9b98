import { notification, otp, reduce, reduceByMessage, type DeliveryEvent } from 'sms-delivery-state'
import { mergeSummaries, summarize, totalOf } from 'sms-delivery-state/metrics'
import { describe, expect, test } from 'vitest'
import { timed } from './timed.ts'

const MINUTE = 60_000
const submitted: DeliveryEvent = { status: 'pending', receivedAt: 0 }
const one = (events: readonly DeliveryEvent[], now = 0, policy = otp) =>
  totalOf(summarize([reduce(events, policy, now)], { now }))
const nonZero = (counts: object) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0))

describe('a message', () => {
  test('is counted once by status, outcome and stage', () => {
    const group = one([submitted, { status: 'sent', receivedAt: 1 }])
    expect(group.messages).toBe(1)
    expect(nonZero(group.statuses)).toEqual({ sent: 1 })
    expect(nonZero(group.outcomes)).toEqual({ open: 1 })
    expect(group.reached).toEqual({ answered: 1, handedOn: 1, delivered: 0 })
    expect([group.settled, group.reported, group.silent, group.conflicts]).toEqual([0, 0, 0, 0])
  })

  test('that nobody answered has reached nothing', () =>
    expect(one([submitted]).reached).toEqual({ answered: 0, handedOn: 0, delivered: 0 }))

  test('that was refused was answered, but not handed on', () =>
    expect(one([submitted, { status: 'failed', receivedAt: 1 }]).reached).toEqual({
      answered: 1,
      handedOn: 0,
      delivered: 0,
    }))

  test('that was sent, and then given up, was handed on', () =>
    expect(
      one([
        { status: 'sent', receivedAt: 1, occurredAt: 1 },
        { status: 'expired', receivedAt: 2 },
      ]).reached,
    ).toMatchObject({ handedOn: 1 }))

  test('without any event is counted too', () => {
    const group = one([])
    expect([group.messages, group.statuses.pending, group.untimed.noTime]).toEqual([1, 1, 1])
    expect(group.attempts).toEqual([[0, 1]])
    expect(group.providers).toEqual([])
  })

  test('of which the window closed in silence is silent and, for otp, settled', () => {
    const group = one([submitted], 6 * MINUTE)
    expect([group.silent, group.settled, group.reported, group.statuses.expired]).toEqual([
      1, 1, 0, 1,
    ])
  })

  test('which the clock called unknown is silent, and for a notification not settled', () => {
    const group = one([submitted], 80 * 60 * MINUTE, notification)
    expect([group.silent, group.settled, group.statuses.unknown]).toEqual([1, 0, 1])
  })

  test('whose receipts contradict each other is a conflict, once', () => {
    const group = one([
      { status: 'undelivered', receivedAt: 1 },
      { status: 'delivered', receivedAt: 2 },
    ])
    expect([group.conflicts, group.outcomes.delivered]).toEqual([1, 1])
  })

  test('delivered after the deadline is late, shown or not', () => {
    const late = (policy: typeof otp, at: number) =>
      one([submitted, { status: 'delivered', receivedAt: at }], at, policy).late
    expect(late(otp, 4 * MINUTE)).toEqual({ shown: 0, unshown: 0 })
    expect(late(otp, 5 * MINUTE)).toEqual({ shown: 0, unshown: 0 })
    expect(late(otp, 7 * MINUTE)).toEqual({ shown: 0, unshown: 1 })
    expect(late(notification, 80 * 60 * MINUTE)).toEqual({ shown: 1, unshown: 0 })
  })
})

describe('reasons and codes', () => {
  test('a failure without a reason is unknown', () =>
    expect(nonZero(one([{ status: 'failed', receivedAt: 1 }]).reasons)).toEqual({ unknown: 1 }))

  test('an open message without a reason has none', () =>
    expect(nonZero(one([submitted]).reasons)).toEqual({}))

  test('a delivered one has none, whatever was said before', () => {
    const group = one([
      { status: 'undelivered', receivedAt: 1, failure: { reason: 'unreachable', code: '5' } },
      { status: 'delivered', receivedAt: 2 },
    ])
    expect(nonZero(group.reasons)).toEqual({})
    expect(group.codes).toEqual([])
  })

  test('codes are counted by provider and sorted', () => {
    const failed = (provider: string | undefined, code: string): DeliveryEvent => ({
      status: 'failed',
      receivedAt: 1,
      provider,
      failure: { reason: 'network', code },
    })
    const events = [
      failed('b', '1'),
      failed('a', '9'),
      failed('a', '10'),
      failed('b', '1'),
      failed(undefined, '1'),
    ]
    expect(totalOf(summarize(events.map((event) => reduce([event], otp, 1)))).codes).toEqual([
      { code: '1', messages: 1 },
      { provider: 'a', code: '10', messages: 1 },
      { provider: 'a', code: '9', messages: 1 },
      { provider: 'b', code: '1', messages: 2 },
    ])
  })
})

describe('attempts', () => {
  const attempt = (
    attemptId: string,
    status: DeliveryEvent['status'],
    receivedAt: number,
  ): DeliveryEvent => ({
    messageId: 'm',
    attemptId,
    status,
    receivedAt,
    provider: `p${attemptId}`,
  })

  test.each([
    ['byFirst', 'delivered', 'sent'],
    ['byLater', 'failed', 'delivered'],
    ['byBoth', 'delivered', 'delivered'],
    ['byNone', 'sent', 'failed'],
  ] as const)('a second one: %s', (which, first, second) => {
    const group = one([attempt('1', first, 1), attempt('2', second, 2)])
    expect(nonZero(group.resent)).toEqual({ [which]: 1 })
    expect(group.attempts).toEqual([[2, 1]])
  })

  test('one attempt is not a resend', () => {
    const group = one([attempt('1', 'delivered', 1)])
    expect(nonZero(group.resent)).toEqual({})
    expect(group.attempts).toEqual([[1, 1]])
  })

  test('are counted by their own provider, with what its delivered proves', () => {
    const group = one([
      attempt('1', 'sent', 1),
      { ...attempt('2', 'delivered', 2), confirmedBy: 'handset' },
    ])
    const nobody = { unstated: 0, platform: 0, carrier: 0, handset: 0, user: 0 }
    expect(group.providers).toEqual([
      { provider: 'p1', attempts: 1, reported: 0, delivered: nobody },
      { provider: 'p2', attempts: 1, reported: 1, delivered: { ...nobody, handset: 1 } },
    ])
    expect(one([{ status: 'delivered', receivedAt: 1 }]).providers).toEqual([
      { attempts: 1, reported: 1, delivered: { ...nobody, unstated: 1 } },
    ])
  })
})

describe('groups', () => {
  test('are sorted, the one without a key first, whatever came first', () => {
    const states = ['b', undefined, 'a', '', 'b'].map((provider) => ({ ...timed(5), provider }))
    const { groups } = summarize(states, { groupBy: ({ provider }) => provider })
    expect(groups.map(({ key, messages }) => [key, messages])).toEqual([
      [undefined, 2],
      ['a', 1],
      ['b', 2],
    ])
    expect('key' in groups[0]!).toBe(false)
  })

  test('no message makes no group', () => expect(summarize([])).toEqual({ v: 1, groups: [] }))

  test('may have any text as key', () => {
    const keys = ['__proto__', 'constructor', '<b>"\n', '\u0000'.repeat(600), 'toString']
    const { groups } = summarize(
      keys.map(() => timed(5)),
      { groupBy: () => keys.pop() },
    )
    expect(groups.map(({ key }) => key)).toEqual([
      '\u0000'.repeat(600),
      '<b>"\n',
      '__proto__',
      'constructor',
      'toString',
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(JSON.parse(JSON.stringify(groups))).toEqual(groups)
    expect(mergeSummaries({ v: 1, groups }).groups).toEqual(groups)
  })

  test('whose keys differ by a lone surrogate alone are one: UTF-8 could not tell them apart', () => {
    const keys = ['a\ud800', 'a\udfff', 'a\ufffd', '\u{1f600}']
    const { groups } = summarize(
      keys.map(() => timed(5)),
      { groupBy: () => keys.pop() },
    )
    expect(groups.map(({ key, messages }) => [key, messages])).toEqual([
      ['a\ufffd', 3],
      ['\u{1f600}', 1],
    ])
  })

  test('a generator will do, and is read once', () => {
    function* states() {
      yield timed(5)
      yield timed(undefined)
    }
    expect(totalOf(summarize(states())).messages).toBe(2)
  })

  test('what reduceByMessage gives will do', () => {
    const events: DeliveryEvent[] = ['m', 'n'].map((messageId) => ({
      status: 'sent',
      messageId,
      receivedAt: 1,
    }))
    expect(totalOf(summarize(reduceByMessage(events, otp, 1).values())).messages).toBe(2)
  })
})
