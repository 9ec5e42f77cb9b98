import { otp, type DeliveryEvent } from 'sms-delivery-state'
import { explain, explanation, toText } from 'sms-delivery-state/explain'
import { expect, test } from 'vitest'

const MINUTE = 60_000

test('an explanation is codes with their values, as plain JSON', () => {
  const of = (attemptId: string) => ({ messageId: 'm', attemptId, provider: 'p' })
  const events: DeliveryEvent[] = [
    {
      ...of('a'),
      status: 'failed',
      receivedAt: 0,
      failure: { reason: 'throttled', code: '30001', permanent: false },
    },
    { ...of('b'), status: 'sent', receivedAt: 1_000, occurredAt: 3_000 },
    { ...of('b'), status: 'sent', receivedAt: 2_000 },
    { ...of('b'), status: 'delivered', receivedAt: 7 * MINUTE, confirmedBy: 'carrier' },
  ]
  const { entries, ...rest } = explanation(events, otp, 10 * MINUTE)
  expect(entries.map(({ verdict, clock, notes }) => [clock ?? verdict, notes])).toEqual([
    [
      'advanced',
      [{ code: 'claim', status: 'failed', failure: { reason: 'throttled', code: '30001' } }],
    ],
    [
      'advanced',
      [
        { code: 'claim', status: 'sent' },
        { code: 'clock-ahead', duration: 2_000 },
      ],
    ],
    ['duplicate', [{ code: 'repeat', ago: 1_000 }]],
    ['expired', [{ code: 'silence' }]],
    ['late', [{ code: 'after-deadline', duration: 2 * MINUTE }, { code: 'kept' }]],
  ])
  expect(rest).toEqual({
    messageId: 'm',
    policy: 'otp',
    now: 10 * MINUTE,
    windowStart: 0,
    deadline: 5 * MINUTE,
    shown: {
      attemptId: 'b',
      status: 'expired',
      outcome: 'uncertain',
      since: 5 * MINUTE,
      by: 'clock',
      settled: true,
      meaning: 'expired',
    },
    reasons: [
      { code: 'silent', attemptId: 'b', sinceStart: 5 * MINUTE },
      { code: 'too-late', status: 'delivered', attemptId: 'b', duration: 2 * MINUTE },
    ],
    attempts: [
      {
        attemptId: 'a',
        provider: 'p',
        status: 'failed',
        since: 0,
        settled: true,
        failure: { reason: 'throttled', code: '30001' },
      },
      { attemptId: 'b', provider: 'p', status: 'expired', since: 5 * MINUTE, settled: true },
    ],
    next: {
      action: 'offer-resend',
      key: 'offer-resend/b',
      duplicateRisk: true,
      notes: [{ code: 'second-copy' }],
    },
  })
})

test('what a channel says was opened is told, and is the only thing that says so', () => {
  const read: DeliveryEvent[] = [
    { status: 'delivered', receivedAt: 0 },
    { status: 'delivered', receivedAt: 1_000, segment: { index: 1, count: 1 }, read: true },
  ]
  expect(explain(read, otp, MINUTE)).toContain(
    'Delivery was reported, and the channel says that it was opened.',
  )
  expect(explanation(read, otp, MINUTE).entries[1]?.notes).toContainEqual({ code: 'read' })
  expect(explain([{ status: 'delivered', receivedAt: 0 }], otp, MINUTE)).not.toContain('opened')
})

test('the message id is the caller’s, for events that name none', () => {
  const events: DeliveryEvent[] = ['a', 'b'].map((attemptId, receivedAt) => ({
    status: 'sent',
    attemptId,
    receivedAt,
  }))
  expect(() => explain(events, otp, MINUTE)).toThrow('sms-delivery-state: explain: ')
  expect(explanation(events, otp, MINUTE, { messageId: 'm' }).messageId).toBe('m')
  expect(explain(events, otp, MINUTE, { messageId: 'm' })).toBe(
    toText(explanation(events, otp, MINUTE, { messageId: 'm' })),
  )
  expect(() => explanation(events, otp, MINUTE, { message: 'm' } as object)).toThrow(
    'explanation: options: each key must be',
  )
})

test('an instant before the latest receipt is lifted to it', () =>
  expect(explanation([{ status: 'sent', receivedAt: 5_000 }], otp, 1_000).now).toBe(5_000))

test('it is plain JSON whatever the events are', () => {
  class Row {
    get status() {
      return 'sent' as const
    }
    get receivedAt() {
      return 1
    }
    readonly id = 7n
  }
  const plain = explanation([{ status: 'sent', receivedAt: 1 }], otp, 5)
  for (const event of [new Row(), { status: 'sent', receivedAt: 1, id: 7n, then: 1 } as const]) {
    const told = explanation([event], otp, 5)
    expect(told).toStrictEqual(plain)
    expect(JSON.parse(JSON.stringify(told))).toStrictEqual(plain)
  }
})
