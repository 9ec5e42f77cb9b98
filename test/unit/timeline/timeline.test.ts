import {
  otp,
  timeline,
  type DeliveryEvent,
  type Policy,
  type Status,
  type TimelineEntry,
} from 'sms-delivery-state'
import { describe, expect, test } from 'vitest'

const said = (
  status: Status,
  receivedAt?: number,
  more: Partial<DeliveryEvent> = {},
): DeliveryEvent => ({
  status,
  ...(receivedAt !== undefined && { receivedAt }),
  ...more,
})
/** The claim or the clock, the verdict, and what is shown after it. */
const line = (entry: TimelineEntry) =>
  `${entry.clock === undefined ? entry.event.status : 'clock'} ${entry.verdict} ${entry.status}`
const story = (events: DeliveryEvent[], policy: Policy, now: number) =>
  timeline(events, policy, now).map(line)

test('the whole of a story, literally', () => {
  const sent = said('sent', 1_000, { occurredAt: 900, attemptId: 'A' })
  const delivered = said('delivered', 310_000, { occurredAt: 2_000, attemptId: 'A' })
  const failed = said('failed', 320_000, { occurredAt: 330_000, attemptId: 'A' })
  expect(timeline([failed, delivered, sent, sent], otp, 0)).toStrictEqual([
    {
      at: 1_000,
      status: 'sent',
      attemptId: 'A',
      verdict: 'advanced',
      outOfOrder: false,
      conflict: false,
      clockSkew: false,
      event: sent,
    },
    {
      at: 1_000,
      status: 'sent',
      attemptId: 'A',
      verdict: 'duplicate',
      outOfOrder: false,
      conflict: false,
      clockSkew: false,
      event: sent,
    },
    { at: 301_000, status: 'expired', attemptId: 'A', verdict: 'advanced', clock: 'expired' },
    {
      at: 310_000,
      status: 'expired',
      attemptId: 'A',
      verdict: 'late',
      outOfOrder: false,
      conflict: false,
      clockSkew: false,
      event: delivered,
    },
    {
      at: 320_000,
      status: 'expired',
      attemptId: 'A',
      verdict: 'late',
      outOfOrder: false,
      conflict: true,
      clockSkew: true,
      event: failed,
    },
  ])
})

test('nothing known is no line', () => expect(timeline([], otp, 0)).toEqual([]))

test('sorts by own time, occurredAt, strength and content, none first', () => {
  const events = [
    said('sent', 10, { eventId: 'b' }),
    said('sent', 10, { eventId: 'a' }),
    said('accepted', 10),
    said('delivered', 10, { occurredAt: 3 }),
    said('queued', 5),
    said('unknown'),
  ]
  expect(timeline(events, otp, 10).map(({ event }) => events.indexOf(event!))).toEqual([
    5, 4, 2, 1, 0, 3,
  ])
})

test('content is compared with sorted keys, so the order in which fields were written never shows', () => {
  const one = { status: 'sent', ref: 'b', eventId: 'x' } as const
  const other = { eventId: 'x', ref: 'a', status: 'sent' } as const
  for (const events of [
    [one, other],
    [other, one],
  ])
    expect(timeline(events, otp, 0).map(({ event }) => event?.ref)).toEqual(['a', 'b'])
})

test('the clock speaks after all else at the deadline, and only once the window has closed', () => {
  const events = [said('sent', 0), said('queued', 300_000)]
  expect(story(events.slice(0, 1), otp, 299_999)).toEqual(['sent advanced sent'])
  expect(story(events, otp, 0)).toEqual([
    'sent advanced sent',
    'queued stale sent',
    'clock advanced expired',
  ])
  expect(story([said('failed', 0)], otp, 400_000)).toEqual(['failed advanced failed'])
})

test('the clock speaks for each attempt in the order in which they started', () => {
  const [A, B] = ['A', 'B'].map((attemptId) => ({ messageId: 'm', attemptId }))
  const entries = timeline([said('sent', 2, A), said('sent', 1, B)], otp, 400_000)
  expect(entries.map((entry) => [entry.attemptId, line(entry)])).toEqual([
    ['B', 'sent advanced sent'],
    ['A', 'sent advanced sent'],
    ['B', 'clock advanced sent'],
    ['A', 'clock advanced expired'],
  ])
})

describe('flags', () => {
  const flags = (events: DeliveryEvent[]) =>
    timeline(events, otp, 0).map((entry) =>
      entry.event === undefined
        ? []
        : (['outOfOrder', 'conflict', 'clockSkew'] as const).filter((flag) => entry[flag]),
    )

  test('outOfOrder: it happened before something above it, of the same attempt', () => {
    expect(
      flags([said('sent', 1, { occurredAt: 1 }), said('delivered', 2, { occurredAt: 0 })]),
    ).toEqual([[], ['outOfOrder']])
    expect(
      flags([said('sent', 1, { occurredAt: 1 }), said('delivered', 2, { occurredAt: 1 })]),
    ).toEqual([[], []])
    const apart = [
      said('sent', 1, { occurredAt: 1, messageId: 'm', attemptId: 'A' }),
      said('sent', 2, { occurredAt: 0, messageId: 'm', attemptId: 'B' }),
    ]
    expect(flags(apart)).toEqual([[], []])
  })

  test('conflict: delivered against a final claim of the same slot, either way round', () => {
    expect(
      flags([said('expired', 1), said('delivered', 2), said('undelivered', 3), said('sent', 4)]),
    ).toEqual([[], ['conflict'], ['conflict'], []])
    expect(flags([said('failed', 1, { segment: { index: 1 } }), said('delivered', 2)])).toEqual([
      [],
      [],
    ])
    expect(flags([said('failed', 1), said('undelivered', 2)])).toEqual([[], []])
  })

  test('clockSkew: the provider’s clock is ahead, and is not believed', () => {
    expect(
      flags([said('sent', 5, { occurredAt: 6 }), said('delivered', 5, { occurredAt: 5 })]),
    ).toEqual([['clockSkew'], []])
    expect(
      flags([said('sent', 5, { occurredAt: 9 }), said('delivered', 7, { occurredAt: 6 })]),
    ).toEqual([['clockSkew'], []])
  })
})

test('partial, then advanced', () => {
  const part = (status: Status, receivedAt: number, index: number) =>
    said(status, receivedAt, { segment: { index, count: 2 } })
  const events = [
    part('sent', 0, 1),
    part('sent', 1, 2),
    part('delivered', 2, 1),
    part('delivered', 3, 1),
    part('delivered', 4, 2),
  ]
  expect(story(events, otp, 4)).toEqual([
    'sent advanced sent',
    'sent partial sent',
    'delivered partial sent',
    'delivered duplicate sent',
    'delivered advanced delivered',
  ])
})

test('an attempt whose first receipt comes after the deadline is born closed', () => {
  const [A, B] = ['A', 'B'].map((attemptId) => ({ messageId: 'm', attemptId }))
  expect(story([said('sent', 0, A), said('delivered', 360_000, B)], otp, 0).at(-1)).toBe(
    'delivered late expired',
  )
})

test('entries hold the very events that were handed in', () => {
  const event = said('sent', 0)
  expect(timeline([event], otp, 0)[0]?.event).toBe(event)
})

test('what else an object holds decides no order, and need not be JSON', () => {
  const a: DeliveryEvent = { status: 'sent', receivedAt: 1, ref: 'a' }
  const b: DeliveryEvent = { ...a, ref: 'b' }
  const others = [{ count: 2n }, { code: 'x', toJSON: () => 'x' }, { reason: { at: 1 } }]
  for (const other of others)
    for (const events of [
      [{ ...a, ...other }, b],
      [b, { ...a, ...other }],
    ])
      expect(timeline(events, otp, 5).map(({ event }) => event?.ref)).toEqual(['a', 'b'])
})
