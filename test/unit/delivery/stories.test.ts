import {
  alert,
  notification,
  otp,
  reduce,
  type DeliveryEvent,
  type DeliveryState,
  type Policy,
  type Status,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

const said = (
  status: Status,
  receivedAt: number,
  more: Partial<DeliveryEvent> = {},
): DeliveryEvent => ({
  status,
  receivedAt,
  ...more,
})

/** What is shown, since when, and by whom. */
const shown = (events: DeliveryEvent[], policy: Policy, now: number) => {
  const { status, since, by, settled }: DeliveryState = reduce(events, policy, now)
  return [status, since, by, settled]
}

describe('the mini-timelines of the model', () => {
  test('otp: sent ── deadline: expired ── delivered, two minutes late', () => {
    const events = [said('sent', 0), said('delivered', 7 * minute)]
    expect(shown(events.slice(0, 1), otp, 5 * minute - 1)).toEqual(['sent', 0, 'receipt', false])
    expect(shown(events.slice(0, 1), otp, 5 * minute)).toEqual(['expired', 300_000, 'clock', true])
    expect(reduce(events, otp, 7 * minute)).toStrictEqual({
      policy: 'otp',
      providerMessageIds: [],
      status: 'expired',
      outcome: 'uncertain',
      settled: true,
      since: 300_000,
      by: 'clock',
      strongest: 'delivered',
      conflict: false,
      sentAt: 0,
      deliveredAt: 420_000,
      deliveryKnownAt: 420_000,
      expiredAt: 300_000,
      startedAt: 0,
      receiptsExpected: true,
      windowStart: 0,
      deadline: 300_000,
      closed: true,
      slow: false,
      lastReceivedAt: 420_000,
      advice: { action: 'offer-resend', key: 'offer-resend', duplicateRisk: true },
      attempts: [
        {
          providerMessageIds: [],
          status: 'expired',
          settled: true,
          since: 300_000,
          by: 'clock',
          strongest: 'delivered',
          conflict: false,
          sentAt: 0,
          deliveredAt: 420_000,
          deliveryKnownAt: 420_000,
          expiredAt: 300_000,
          startedAt: 0,
          receiptsExpected: true,
        },
      ],
      key: 'expired/offer-resend',
    })
  })

  test('otp: failed ── delivered, a second later; and the same if they came the other way round', () => {
    expect(shown([said('failed', 0)], otp, 0)).toEqual(['failed', 0, 'receipt', false])
    expect(shown([said('failed', 0), said('delivered', second)], otp, second)).toEqual([
      'delivered',
      1000,
      'receipt',
      true,
    ])
    expect(shown([said('delivered', 0), said('failed', second)], otp, second)).toEqual([
      'delivered',
      0,
      'receipt',
      true,
    ])
  })

  test('notification: sent ── deadline: unknown ── delivered', () => {
    const events = [said('sent', 0), said('delivered', 73 * hour)]
    expect(shown(events.slice(0, 1), notification, 72 * hour)).toEqual([
      'unknown',
      259_200_000,
      'clock',
      false,
    ])
    expect(shown(events, notification, 73 * hour)).toEqual([
      'delivered',
      262_800_000,
      'receipt',
      true,
    ])
  })
})

describe('the deadline', () => {
  test.each([
    ['a millisecond before', 5 * minute - 1, ['delivered', 299_999, 'receipt', true]],
    ['at the deadline itself', 5 * minute, ['delivered', 300_000, 'receipt', true]],
    ['a millisecond after', 5 * minute + 1, ['expired', 300_000, 'clock', true]],
  ])('delivered %s', (_, at, expected) =>
    expect(shown([said('sent', 0), said('delivered', at)], otp, at)).toEqual(expected),
  )

  test('closes the window itself, not a millisecond after', () => {
    expect(reduce([said('sent', 0)], otp, 5 * minute - 1)).toMatchObject({
      closed: false,
      reviewAt: 300_000,
    })
    expect(reduce([said('sent', 0)], otp, 5 * minute)).toMatchObject({ closed: true })
  })

  test('settles a terminal failure, and leaves one that is not terminal open to delivery', () => {
    const events = [said('undelivered', 0), said('delivered', 73 * hour)]
    expect(shown(events.slice(0, 1), alert, 4 * hour)).toEqual(['undelivered', 0, 'receipt', true])
    expect(shown(events, alert, 0)).toEqual(['undelivered', 0, 'receipt', true])
    expect(shown(events.slice(0, 1), notification, 72 * hour)).toEqual([
      'undelivered',
      0,
      'receipt',
      false,
    ])
    expect(shown(events, notification, 0)).toEqual(['delivered', 262_800_000, 'receipt', true])
  })

  test('counts from the schedule, where the message was not to leave before', () => {
    const events = [
      said('accepted', 0, { scheduledFor: hour }),
      said('queued', 1, { scheduledFor: minute }),
    ]
    expect(reduce(events, otp, hour)).toMatchObject({
      windowStart: 3_600_000,
      deadline: 3_900_000,
      startedAt: 0,
      closed: false,
    })
  })

  test('gives what carries no time the benefit of the doubt', () => {
    expect(shown([said('sent', 0), { status: 'delivered' }], otp, hour)).toEqual([
      'delivered',
      undefined,
      'receipt',
      true,
    ])
    expect(
      shown([said('sent', 0), { status: 'delivered' }, said('delivered', hour)], otp, hour),
    ).toEqual(['delivered', 3_600_000, 'receipt', true])
  })

  test('is unknown where nothing carries a time', () => {
    const state = reduce([{ status: 'sent' }], otp, 9 * hour)
    expect(state).toMatchObject({ status: 'sent', closed: false, slow: false })
    for (const field of ['deadline', 'windowStart', 'reviewAt', 'since', 'startedAt'])
      expect(state).not.toHaveProperty(field)
  })

  test('goes by the provider’s clock only where ours never spoke', () => {
    const provided: DeliveryEvent[] = [
      { status: 'sent', occurredAt: 0 },
      { status: 'delivered', occurredAt: 6 * minute },
    ]
    expect(shown(provided, otp, hour)).toEqual(['expired', 300_000, 'clock', true])
    const [sent, delivered] = provided.map((event) => ({ ...event, receivedAt: 6 * minute }))
    expect(shown([sent!, delivered!], otp, 6 * minute)).toEqual([
      'delivered',
      360_000,
      'receipt',
      true,
    ])
  })

  test('is never before what was received last', () => {
    expect(reduce([said('sent', 0), said('queued', hour)], otp, 0)).toMatchObject({
      status: 'expired',
      lastReceivedAt: 3_600_000,
    })
  })
})

describe('silence', () => {
  test('says nothing where nobody reports after sent', () => {
    const blind = said('sent', 0, { receiptsExpected: false })
    expect(shown([blind], otp, hour)).toEqual(['sent', 0, 'receipt', false])
    expect(reduce([blind], alert, hour)).toMatchObject({
      receiptsExpected: false,
      advice: { action: 'done' },
    })
    expect(shown([blind, said('delivered', 6 * minute)], otp, 0)).toEqual([
      'delivered',
      360_000,
      'receipt',
      true,
    ])
  })

  test('counts all the same before sent, and where the provider does not know', () => {
    const blind = { receiptsExpected: false }
    expect(shown([said('sent', 0, blind), said('unknown', 1)], otp, hour)).toEqual([
      'expired',
      300_000,
      'clock',
      true,
    ])
    expect(shown([said('queued', 0, blind)], otp, hour)).toEqual([
      'expired',
      300_000,
      'clock',
      true,
    ])
    expect(shown([said('queued', 0, blind), said('sent', 6 * minute)], otp, 0)).toEqual([
      'expired',
      300_000,
      'clock',
      true,
    ])
    expect(shown([said('sent', 0, blind), said('expired', 6 * minute)], otp, 0)).toEqual([
      'expired',
      360_000,
      'receipt',
      false,
    ])
  })

  test('leaves the word to a receipt that says the same in time, and keeps it from one that is late', () => {
    expect(shown([said('sent', 0), said('expired', minute)], otp, hour)).toEqual([
      'expired',
      60_000,
      'receipt',
      true,
    ])
    expect(shown([said('sent', 0), said('expired', 5 * minute)], otp, hour)).toEqual([
      'expired',
      300_000,
      'receipt',
      true,
    ])
    expect(shown([said('sent', 0), said('expired', 6 * minute)], otp, hour)).toEqual([
      'expired',
      300_000,
      'clock',
      true,
    ])
  })

  test('changes nothing where something stronger is known', () => {
    expect(shown([said('failed', 0)], otp, hour)).toEqual(['failed', 0, 'receipt', true])
    expect(shown([said('expired', 0)], notification, 73 * hour)).toEqual([
      'expired',
      0,
      'receipt',
      false,
    ])
  })

  test('speaks for each attempt, also for one that was born after the deadline', () => {
    const state = reduce(
      [
        said('sent', 0, { messageId: 'm', attemptId: 'A' }),
        said('sent', hour, { messageId: 'm', attemptId: 'B' }),
      ],
      otp,
      hour,
    )
    expect(state.attempts.map(({ status, since }) => [status, since])).toEqual([
      ['expired', 300_000],
      ['expired', 300_000],
    ])
  })
})

test('nothing known is a pending of no attempt', () => {
  expect(reduce([], otp, 0)).toStrictEqual({
    policy: 'otp',
    providerMessageIds: [],
    status: 'pending',
    outcome: 'open',
    settled: false,
    strongest: 'pending',
    conflict: false,
    receiptsExpected: true,
    closed: false,
    slow: false,
    advice: { action: 'wait', key: 'wait', duplicateRisk: true },
    attempts: [],
    key: 'pending/wait',
  })
})
