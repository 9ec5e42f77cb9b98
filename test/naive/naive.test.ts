import { describe, expect, it } from 'vitest'
import type { DeliveryEvent } from '../../src/event/event.ts'
import { event, hour, minute } from '../cases/case.ts'
import {
  naiveByMessage,
  naiveIsMisuse,
  naiveIsMixture,
  naiveIsUnstorable,
  naiveState,
  naiveTimeline,
} from './index.ts'
import { otp } from './policies.ts'

// The model's examples are in test/cases. Here is what they leave out: whole results, and what is
// found out before.

const A = { attemptId: 'A' }
const B = { attemptId: 'B' }

describe('a state', () => {
  it('tells all of this', () => {
    const events = [event('sent', 0), event('delivered', 7 * minute)]
    expect(naiveState(events, otp, 7 * minute)).toStrictEqual({
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

  it('shows pending, of no attempt, where nothing is known', () => {
    expect(naiveState([], otp, 0)).toStrictEqual({
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

  it('tells when it was read, by whatever clock says so first, and from whatever attempt', () => {
    const read = { read: true } as const
    const events = [
      event('delivered', 5, { ...A, ...read, occurredAt: 9 }),
      event('delivered', 7, { ...A, ...read, occurredAt: 4 }),
      event('delivered', 3, A),
      event('delivered', 2, { ...B, ...read }),
    ]
    const state = naiveState(events, otp, 9)
    expect([state, ...state.attempts].map(({ readAt }) => readAt)).toEqual([2, 2, 4])
    expect(naiveState([event('delivered', undefined, read)], otp, 9)).not.toHaveProperty('readAt')
  })

  it('reads all as of the message that the caller names', () => {
    const events = [event('sent', 0, A), event('failed', 1, { ...B, messageId: 'm' })]
    expect(naiveIsMisuse(events)).toBe(true)
    expect(naiveIsMisuse(events, { messageId: 'm' })).toBe(false)
    expect(naiveIsMisuse(events, { messageId: 'n' })).toBe(true)
    expect(naiveState(events.slice(0, 1), otp, 1, { messageId: 'm' }).messageId).toBe('m')
    expect(naiveTimeline(events, otp, 1, { messageId: 'm' }).map(({ event }) => event)).toEqual(
      events,
    )
  })
})

describe('a timeline', () => {
  it('names the segment of each entry, as today is known', () => {
    const events = [
      event('delivered', 1, { providerMessageId: 'V2' }),
      event('accepted', 2, { ...A, providerMessageId: 'V2', segment: { index: 2, count: 2 } }),
      event('sent', 3),
    ]
    expect(naiveTimeline(events, otp, 3).map(({ segment }) => segment)).toEqual([2, 2, undefined])
  })

  it('orders by own time, occurredAt, strength and content, none first', () => {
    const events = [
      event('sent', 10, { eventId: 'b' }),
      event('sent', 10, { eventId: 'a' }),
      event('accepted', 10),
      event('delivered', 10, { occurredAt: 3 }),
      event('queued', 5),
      event('unknown'),
    ]
    const entries = naiveTimeline(events, otp, 10)
    expect(entries.map(({ event }) => event)).toEqual(
      [5, 4, 2, 1, 0, 3].map((index) => events[index]),
    )
    expect(entries[0]).toStrictEqual({
      status: 'unknown',
      verdict: 'advanced',
      outOfOrder: false,
      conflict: false,
      clockSkew: false,
      event: { status: 'unknown' },
    })
    expect(entries.map(({ verdict }) => verdict)).toEqual([
      'advanced',
      'stale',
      'stale',
      'stale',
      'duplicate',
      'advanced',
    ])
  })

  it('flags a contradiction of the same slot, in both directions, and what happened before an entry above', () => {
    const events = [
      event('failed', 1, { occurredAt: 1 }),
      event('delivered', 2, { occurredAt: 0 }),
      event('undelivered', 3),
    ]
    expect(naiveTimeline(events, otp, 3)).toMatchObject([
      { conflict: false, outOfOrder: false, verdict: 'advanced' },
      { conflict: true, outOfOrder: true, verdict: 'advanced' },
      { conflict: true, outOfOrder: false, verdict: 'stale', status: 'delivered' },
    ])
  })

  it("puts the clock's entries after all else at the deadline, attempt by attempt, only where they change a status", () => {
    const events = [
      event('failed', 0, { attemptId: 'C' }),
      event('sent', 1, B),
      event('sent', 2, A),
      event('queued', 5 * minute, B),
    ]
    expect(naiveTimeline(events, otp, hour).slice(2)).toMatchObject([
      { at: 2, attemptId: 'A', status: 'sent' },
      { at: 300_000, attemptId: 'B', status: 'sent', verdict: 'stale' },
      { at: 300_000, attemptId: 'B', status: 'sent', verdict: 'advanced', clock: 'expired' },
      { at: 300_000, attemptId: 'A', status: 'expired', verdict: 'advanced', clock: 'expired' },
    ])
    expect(naiveTimeline(events.slice(0, 3), otp, minute)).toHaveLength(3)
  })
})

describe('many messages, and misuse', () => {
  it('groups by message id, else by provider and provider id, keys by code points', () => {
    const events: DeliveryEvent[] = [
      { status: 'sent', provider: 'twilio', providerMessageId: 'X' },
      { status: 'sent', providerMessageId: 'X' },
      { status: 'sent', providerMessageId: 'Y' },
      { status: 'sent', messageId: 'm2', providerMessageId: 'Z' },
      { status: 'sent', messageId: 'm1', providerMessageId: 'Z' },
      { status: 'sent', providerMessageId: 'Z' },
      { status: 'sent', messageId: 'm2' },
    ]
    const groups = [...naiveByMessage(events)].map(([key, group]) => [
      key,
      group.map((event) => events.indexOf(event)),
    ])
    expect(groups).toEqual([
      [':Y', [2]],
      ['m1', [4, 5]],
      ['m2', [3, 6]],
      ['twilio:X', [0, 1]],
    ])
    expect(() => naiveByMessage([{ status: 'sent', attemptId: 'A' }])).toThrow(TypeError)
  })

  it('leaves a provider id without a provider alone where the others name two', () => {
    const events: DeliveryEvent[] = ['a', 'b', undefined].map((provider) => ({
      status: 'sent',
      provider,
      providerMessageId: 'X',
    }))
    expect([...naiveByMessage(events).keys()]).toEqual([':X', 'a:X', 'b:X'])
  })

  it('never lets a key join two provider ids, and lets a message id that equals a key name that message', () => {
    const named = (provider: string | undefined, providerMessageId: string): DeliveryEvent => ({
      status: 'sent',
      provider,
      providerMessageId,
    })
    const events = [
      named('a:b', 'c'),
      named('a', 'b:c'),
      named('a%3Ab', 'c2'),
      named(undefined, 'a:c'),
    ]
    expect([...naiveByMessage(events).keys()]).toEqual([':a:c', 'a%253Ab:c2', 'a%3Ab:c', 'a:b:c'])
    const stored: DeliveryEvent = { status: 'delivered', messageId: 'a:b:c' }
    expect(naiveByMessage([...events, stored]).get('a:b:c')).toEqual([events[1], stored])
  })

  it('knows seconds and microseconds among milliseconds', () => {
    const [ms, s, us] = [1.7e12, 1.7e9, 1.7e15]
    expect(naiveIsMixture([event('sent', ms), event('sent', s)])).toBe(true)
    expect(naiveIsMixture([event('sent', s)], ms)).toBe(true)
    expect(naiveIsMixture([event('sent', us)], ms)).toBe(true)
    expect(naiveIsMixture([event('sent', us)], s)).toBe(true)
    expect(
      naiveIsMixture(
        [event('sent', s), event('sent', 0), event('sent', undefined, { occurredAt: ms })],
        s,
      ),
    ).toBe(false)
    expect(naiveIsMixture([event('sent', 0), event('sent', -ms), event('sent')], ms)).toBe(false)
    expect([
      naiveIsMixture([event('sent', 1e8)], 1e11),
      naiveIsMixture([event('sent', 1e11)], 1e14),
    ]).toEqual([true, true])
  })

  it('knows what no database takes', () => {
    expect(['a\0', '\ud800', 'x'.repeat(513)].map(naiveIsUnstorable)).toEqual([true, true, true])
    expect(['', 'a', '\u{1f4e8}', 'x'.repeat(512)].map(naiveIsUnstorable)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('knows two messages in one array', () => {
    expect(
      naiveIsMisuse([event('sent', 0, { messageId: 'm' }), event('sent', 0, { messageId: 'n' })]),
    ).toBe(true)
    expect(naiveIsMisuse([event('sent', 0, A), event('sent', 0, B)])).toBe(true)
    expect(
      naiveIsMisuse([
        event('sent', 0, { ...A, messageId: 'm' }),
        event('sent', 0, { providerMessageId: 'X' }),
      ]),
    ).toBe(true)
    expect(
      naiveIsMisuse([
        event('sent', 0, { ...A, messageId: 'm', providerMessageId: 'X' }),
        event('sent', 0, { providerMessageId: 'X' }),
      ]),
    ).toBe(false)
    expect(
      naiveIsMisuse([
        event('sent', 0, { ...A, messageId: 'm' }),
        event('sent', 0, { ...B, messageId: 'm' }),
      ]),
    ).toBe(false)
    expect(naiveIsMisuse([event('sent', 0, A), event('sent', 0)])).toBe(false)
  })
})
