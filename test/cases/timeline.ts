import { notification, otp } from 'sms-delivery-state'
import { event, hour, minute, of, type Case } from './case.ts'

const webhook = event('delivered', 1, { providerMessageId: 'X' })

/** What each event did: in the timeline, and to `apply`. */
export const timeline: readonly Case[] = [
  {
    title:
      'entries are ordered by their own time, by what happened first, by strength and by content, none first',
    events: [
      event('sent', 10, { eventId: 'b' }),
      event('sent', 10, { eventId: 'a' }),
      event('accepted', 10),
      event('delivered', 10, { occurredAt: 3 }),
      event('queued', 5),
      event('unknown'),
    ],
    policy: otp,
    now: 10,
    timeline: [
      'unknown advanced unknown',
      'queued stale unknown',
      'accepted stale unknown',
      'sent stale unknown',
      'sent duplicate unknown',
      'delivered advanced delivered',
    ],
  },
  {
    title:
      'the clock’s entries stand after all else at the deadline, in the order in which the attempts started',
    events: [
      of('C', 'failed', 0),
      of('B', 'sent', 1),
      of('A', 'sent', 2),
      of('B', 'queued', 5 * minute),
    ],
    policy: otp,
    now: hour,
    timeline: [
      'failed advanced failed',
      'sent advanced sent',
      'sent advanced sent',
      'queued stale sent',
      'clock:expired advanced sent',
      'clock:expired advanced expired',
    ],
  },
  {
    title: 'the first event of an attempt that starts after the deadline is judged against silence',
    events: [of('A', 'sent', 0), of('B', 'delivered', 6 * minute)],
    policy: otp,
    now: 0,
    timeline: ['sent advanced sent', 'clock:expired advanced expired', 'delivered late expired'],
    verdict: 'late',
  },
  {
    title: 'the first event of all advances',
    events: [event('sent', 0)],
    policy: otp,
    now: 0,
    verdict: 'advanced',
  },
  {
    title: 'a status that had moved on makes an event stale',
    events: [event('sent', 0), event('queued', 1)],
    policy: otp,
    now: 1,
    verdict: 'stale',
  },
  {
    title: 'a segment alone is partial',
    events: [event('sent', 0), event('delivered', 1, { segment: { index: 1 } })],
    policy: otp,
    now: 1,
    verdict: 'partial',
  },
  {
    title: 'before and after are taken at one instant, not before the event was received',
    events: [event('sent', 0), event('queued', 6 * minute)],
    policy: otp,
    now: 0,
    verdict: 'stale',
  },
  {
    title: 'what is not terminal lets a late delivery advance',
    events: [event('sent', 0), event('delivered', 73 * hour)],
    policy: notification,
    now: 0,
    verdict: 'advanced',
  },
  {
    title: 'a repeat stays a duplicate even where its time moves the window',
    events: [event('sent', 6 * minute), event('sent', 0)],
    policy: otp,
    now: 7 * minute,
    verdict: 'duplicate',
  },
  {
    title: 'a tie compares with the attempt that held the provider’s id',
    events: [webhook, of('A', 'accepted', 2, { providerMessageId: 'X' })],
    policy: otp,
    now: 2,
    verdict: 'stale',
  },
  {
    title: 'and finds what it repeats there',
    events: [webhook, of('A', 'delivered', 2, { providerMessageId: 'X' })],
    policy: otp,
    now: 2,
    verdict: 'duplicate',
  },
  {
    title: 'a named event takes over what had no name',
    events: [event('sent', 0), of('A', 'accepted', 2)],
    policy: otp,
    now: 2,
    verdict: 'stale',
  },
  {
    title: 'the first event of another attempt advances',
    events: [of('A', 'delivered', 0), of('B', 'accepted', 1)],
    policy: otp,
    now: 1,
    verdict: 'advanced',
  },
]
