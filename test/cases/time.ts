import { alert, notification, otp } from 'sms-delivery-state'
import { event, hour, minute, type Case } from './case.ts'

/** What is known, and by which clock. */
export const time: readonly Case[] = [
  {
    title: 'what carries no time gets the benefit of the doubt',
    events: [event('sent', 0), event('delivered')],
    policy: otp,
    now: hour,
    state: {
      status: 'delivered',
      by: 'receipt',
      since: undefined,
      deliveredAt: undefined,
      settled: true,
      closed: true,
    },
  },
  {
    title: 'one event without a time is enough, and the others tell since when',
    events: [event('sent', 0), event('delivered', 6 * minute), event('delivered')],
    policy: otp,
    now: 0,
    state: { status: 'delivered', since: 360_000, deliveredAt: 360_000, deliveryKnownAt: 360_000 },
  },
  {
    title: 'where nothing carries a time there is no window, and nothing is slow',
    events: [event('sent', undefined, { scheduledFor: 5 })],
    policy: otp,
    now: hour,
    state: {
      ...{
        status: 'sent',
        closed: false,
        slow: false,
        key: 'sent/wait',
        windowStart: undefined,
        deadline: undefined,
      },
      ...{
        startedAt: undefined,
        since: undefined,
        reviewAt: undefined,
        sentAt: undefined,
        lastReceivedAt: undefined,
      },
    },
  },
  {
    title: 'the provider’s clock stands in where ours says nothing at all',
    events: [
      event('sent', undefined, { occurredAt: 0 }),
      event('delivered', undefined, { occurredAt: 6 * minute }),
    ],
    policy: otp,
    now: hour,
    state: {
      status: 'expired',
      by: 'clock',
      windowStart: 0,
      deliveredAt: 360_000,
      deliveryKnownAt: 360_000,
    },
  },
  {
    title:
      'and a provider’s time that is still to come is not after the deadline that is still to come',
    events: [
      event('sent', undefined, { occurredAt: 0 }),
      event('delivered', undefined, { occurredAt: 6 * minute }),
    ],
    policy: otp,
    now: 0,
    state: { status: 'delivered', since: 360_000, closed: false },
    timeline: ['sent advanced sent', 'delivered advanced delivered'],
  },
  {
    title: 'by the provider’s clock one event with a time is enough to make the status late',
    events: [
      event('sent', undefined, { occurredAt: 0 }),
      event('delivered'),
      event('delivered', undefined, { occurredAt: 6 * minute }),
    ],
    policy: otp,
    now: hour,
    state: { status: 'expired' },
  },
  {
    title: 'beside ours the provider’s clock makes milestones, and nothing else',
    events: [
      event('sent', 2 * minute, { occurredAt: minute }),
      event('delivered', undefined, { occurredAt: hour }),
    ],
    policy: otp,
    now: hour,
    state: {
      windowStart: 120_000,
      sentAt: 60_000,
      status: 'delivered',
      deliveredAt: 3_600_000,
      deliveryKnownAt: undefined,
    },
  },
  {
    title: 'a provider’s clock that is ahead of ours is not believed',
    events: [event('sent', 10, { occurredAt: 50 }), event('delivered', 20, { occurredAt: 15 })],
    policy: otp,
    now: 20,
    state: { sentAt: 10, deliveredAt: 15 },
  },
  {
    title: 'now is never earlier than the largest receivedAt',
    events: [event('sent', 0), event('sent', 5 * minute)],
    policy: otp,
    now: 0,
    state: { closed: true, status: 'expired', lastReceivedAt: 300_000 },
  },
  {
    title: 'the window starts no earlier than the largest scheduledFor',
    events: [
      event('accepted', 0, { scheduledFor: hour }),
      event('queued', minute, { scheduledFor: 1 }),
    ],
    policy: otp,
    now: 10 * minute,
    state: {
      windowStart: 3_600_000,
      deadline: 3_900_000,
      closed: false,
      startedAt: 0,
      slow: false,
      reviewAt: 3_630_000,
    },
  },
  {
    title: 'the window closes at the deadline itself',
    events: [event('sent', 0)],
    policy: alert,
    now: 4 * hour,
    state: {
      closed: true,
      status: 'unknown',
      by: 'clock',
      since: 14_400_000,
      unknownAt: 14_400_000,
    },
  },
  {
    title: 'and not a millisecond before',
    events: [event('sent', 0)],
    policy: notification,
    now: 72 * hour - 1,
    state: {
      closed: false,
      status: 'sent',
      since: 0,
      deadline: 259_200_000,
      reviewAt: 259_200_000,
    },
  },
  {
    title: 'a message was read as early as any of its events says',
    events: [
      event('delivered', 5, { read: true, occurredAt: 9 }),
      event('delivered', 7, { read: true, occurredAt: 4 }),
      event('delivered', 3),
    ],
    policy: otp,
    now: 9,
    state: { readAt: 4, deliveredAt: 3, deliveryKnownAt: 3 },
  },
  {
    title: 'a deadline that is not finite is absent, and -0 is 0',
    events: [event('sent', -0, { occurredAt: -0, scheduledFor: Number.MAX_VALUE })],
    policy: { ...otp, window: Number.MAX_VALUE },
    now: -0,
    state: {
      windowStart: Number.MAX_VALUE,
      deadline: undefined,
      closed: false,
      since: 0,
      sentAt: 0,
      startedAt: 0,
    },
  },
]
