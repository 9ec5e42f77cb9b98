import { otp, reduce, type DeliveryEvent, type Status } from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'

const said = (
  status: Status,
  receivedAt: number | undefined,
  more: Partial<DeliveryEvent>,
): DeliveryEvent => ({
  status,
  ...(receivedAt !== undefined && { receivedAt }),
  messageId: 'm',
  ...more,
})
const A = { attemptId: 'A' }
const B = { attemptId: 'B' }
const X = { providerMessageId: 'X' }

const attempts = (events: DeliveryEvent[], now = 0) =>
  reduce(events, otp, now).attempts.map(
    ({ attemptId, status }) => `${attemptId ?? 'nameless'} ${status}`,
  )

test('a state shares nothing with its attempts', () => {
  const state = reduce([said('sent', 0, X)], otp, 0)
  expect(state.providerMessageIds).toEqual(state.attempts[0]!.providerMessageIds)
  expect(state.providerMessageIds).not.toBe(state.attempts[0]!.providerMessageIds)
})

describe('which attempt', () => {
  test('its attempt id, else its provider id', () => {
    expect(attempts([said('sent', 0, A), said('queued', 1, X)])).toEqual(['A sent', 'X queued'])
  })

  test('an event with both ties the id, whichever came first', () => {
    const tie = said('accepted', 0, { ...A, ...X })
    const webhook = said('delivered', 1, X)
    for (const events of [
      [tie, webhook],
      [webhook, tie],
    ])
      expect(attempts(events)).toEqual(['A delivered'])
  })

  test('of several ties the smallest attempt', () => {
    const ties = [said('accepted', 0, { ...B, ...X }), said('accepted', 1, { ...A, ...X })]
    expect(attempts([...ties, said('delivered', 2, X)])).toEqual(['B accepted', 'A delivered'])
  })

  test('by code units, on every machine', () => {
    const ties = ['a', 'Z', 'ä'].map((attemptId) => said('accepted', 0, { attemptId, ...X }))
    expect(attempts([...ties, said('delivered', 2, X)])).toEqual([
      'Z delivered',
      'a accepted',
      'ä accepted',
    ])
  })

  test('with neither id, the attempt that starts first', () => {
    const named = [said('accepted', 5, A), said('accepted', 4, B)]
    expect(attempts([...named, said('delivered', 9, {})])).toEqual(['B delivered', 'A accepted'])
    expect(attempts([said('delivered', 9, {})])).toEqual(['nameless delivered'])
    expect(
      attempts([said('accepted', undefined, A), said('accepted', 4, B), said('failed', 9, {})]),
    ).toEqual(['B accepted', 'A failed'])
  })

  test('providers and their ids are gathered, sorted', () => {
    const events = [
      said('sent', 0, { ...A, ...X, provider: 'y' }),
      said('sent', 0, { ...A, providerMessageId: 'W', provider: 'x' }),
    ]
    expect(reduce(events, otp, 0)).toMatchObject({ provider: 'x', providerMessageIds: ['W', 'X'] })
  })
})

describe('shown of several attempts', () => {
  const shown = (events: DeliveryEvent[], now = 0) => reduce(events, otp, now).attemptId

  test('the delivered one, before one that is still open', () => {
    expect(shown([said('delivered', 0, A), said('sent', 1, B)])).toBe('A')
  })

  test('of two the one that was known so first, none before all, ties by id', () => {
    expect(shown([said('sent', 0, A), said('delivered', 2, A), said('delivered', 1, B)])).toBe('B')
    expect(shown([said('delivered', 0, A), said('delivered', undefined, B)])).toBe('B')
    expect(shown([said('delivered', 0, B), said('delivered', 0, A)])).toBe('A')
  })

  test('else the open one that started last', () => {
    expect(shown([said('sent', 0, A), said('failed', 1, B)])).toBe('A')
    expect(shown([said('sent', 0, A), said('sent', 1, B)])).toBe('B')
    expect(shown([said('sent', 0, B), said('sent', 0, A)])).toBe('B')
    expect(shown([said('sent', 0, A), said('unknown', 1, B)])).toBe('B')
  })

  test('else the one that started last', () => {
    expect(shown([said('failed', 0, B), said('undelivered', 1, A)])).toBe('A')
    expect(shown([said('sent', 0, B), said('sent', 1, A)], 300_000)).toBe('A')
  })

  test('with the milestones of the whole message', () => {
    const state = reduce(
      [said('sent', 1, A), said('failed', 2, A), said('sent', 3, B), said('delivered', 4, B)],
      otp,
      4,
    )
    expect(state).toMatchObject({
      attemptId: 'B',
      sentAt: 1,
      failedAt: 2,
      deliveredAt: 4,
      startedAt: 3,
    })
    expect(state.attempts[1]).toMatchObject({ attemptId: 'B', sentAt: 3 })
    expect(state.attempts[1]).not.toHaveProperty('failedAt')
  })
})

describe('milestones', () => {
  test('are as early as anybody claims', () => {
    const events = [
      said('sent', 5, { occurredAt: 3 }),
      said('sent', 4, {}),
      said('delivered', 9, { occurredAt: 12 }),
    ]
    expect(reduce(events, otp, 9)).toMatchObject({ sentAt: 3, deliveredAt: 9 })
  })

  test('are there for each status but pending', () => {
    const statuses = [
      'pending',
      'accepted',
      'queued',
      'sent',
      'unknown',
      'expired',
      'failed',
      'undelivered',
      'delivered',
    ] as const
    const state = reduce(
      statuses.map((status, i) => said(status, i, {})),
      otp,
      8,
    )
    expect(
      Object.fromEntries(
        Object.entries(state).filter(
          ([name, value]) => name.endsWith('At') && typeof value === 'number',
        ),
      ),
    ).toEqual({
      startedAt: 0,
      acceptedAt: 1,
      queuedAt: 2,
      sentAt: 3,
      unknownAt: 4,
      expiredAt: 5,
      failedAt: 6,
      undeliveredAt: 7,
      deliveredAt: 8,
      deliveryKnownAt: 8,
      lastReceivedAt: 8,
    })
  })

  test('are the deadline where the clock set the status, even before a late receipt of the same', () => {
    expect(reduce([said('sent', 0, {}), said('expired', 400_000, {})], otp, 0)).toMatchObject({
      by: 'clock',
      expiredAt: 300_000,
    })
  })
})

test('who confirmed delivery is the strongest of its marks, and of no other', () => {
  const delivered = (['carrier', 'handset', 'platform'] as const).map((confirmedBy) =>
    said('delivered', 0, { confirmedBy }),
  )
  expect(reduce([said('sent', 0, { confirmedBy: 'user' }), ...delivered], otp, 0).confirmedBy).toBe(
    'handset',
  )
  expect(reduce([said('sent', 0, { confirmedBy: 'user' })], otp, 0)).not.toHaveProperty(
    'confirmedBy',
  )
})

test('conflict is delivered against a final claim, in one slot', () => {
  const conflict = (...events: DeliveryEvent[]) => reduce(events, otp, 400_000).conflict
  for (const status of ['expired', 'failed', 'undelivered'] as const) {
    expect(conflict(said(status, 0, {}), said('delivered', 1, {}))).toBe(true)
    expect(conflict(said(status, 0, { segment: { index: 1 } }), said('delivered', 1, {}))).toBe(
      false,
    )
  }
  expect(conflict(said('unknown', 0, {}), said('delivered', 1, {}))).toBe(false)
  expect(conflict(said('sent', 0, {}), said('delivered', 310_000, {}))).toBe(false)
})
