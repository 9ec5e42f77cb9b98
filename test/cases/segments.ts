import { otp } from 'sms-delivery-state'
import { event, hour, minute, of, part, type Case } from './case.ts'

const tie = (index: number) =>
  of('A', 'accepted', 0, { providerMessageId: `V${index}`, segment: { index, count: 2 } })
const first = event('delivered', 10, { providerMessageId: 'V1' })
const last = event('delivered', 30, { providerMessageId: 'V2', occurredAt: 20 })

/** The parts of a long text. */
export const segments: readonly Case[] = [
  {
    title: 'one delivered segment proves that the text was sent, no more',
    events: [tie(1), tie(2), first],
    policy: otp,
    now: 10,
    state: {
      status: 'sent',
      since: 10,
      strongest: 'sent',
      sentAt: undefined,
      deliveryKnownAt: undefined,
    },
  },
  {
    title:
      'segments with ids of their own meet, and the last of them tells since when it is delivered',
    events: [tie(1), tie(2), first, last],
    policy: otp,
    now: 30,
    state: { status: 'delivered', since: 30, deliveredAt: 20, deliveryKnownAt: 30 },
  },
  {
    title: 'an id that is tied to two segments speaks for the whole',
    events: [
      ...[1, 2].map((index) =>
        of('A', 'accepted', 0, { providerMessageId: 'X', segment: { index, count: 2 } }),
      ),
      event('delivered', 1, { providerMessageId: 'X' }),
    ],
    policy: otp,
    now: 1,
    state: { status: 'delivered' },
  },
  {
    title: 'a segment without any declared count completes nothing',
    events: [event('delivered', 0, { segment: { index: 1 } })],
    policy: otp,
    now: 0,
    state: { status: 'sent', strongest: 'sent' },
  },
  {
    title: 'the largest declared count counts',
    events: [part(1, 'delivered', 0), part(2, 'delivered', 0, 3)],
    policy: otp,
    now: 0,
    state: { status: 'sent' },
  },
  {
    title:
      'a failure of one segment is the attempt’s, and no conflict with the delivery of another',
    events: [part(1, 'delivered', 0), part(2, 'undelivered', 1)],
    policy: otp,
    now: 1,
    state: { status: 'undelivered', since: 1, conflict: false },
  },
  {
    title: 'of one segment both are a conflict',
    events: [part(1, 'delivered', 0), part(2, 'undelivered', 1), part(1, 'failed', 2)],
    policy: otp,
    now: 2,
    state: { status: 'undelivered', conflict: true },
  },
  {
    title: 'delivered is in time when all segments are',
    events: [part(1, 'delivered', 0), part(2, 'delivered', 6 * minute)],
    policy: otp,
    now: 0,
    state: {
      status: 'expired',
      strongest: 'delivered',
      deliveredAt: 360_000,
      deliveryKnownAt: 360_000,
    },
  },
  {
    title: 'also those that carry no time',
    events: [part(1, 'delivered', 0), part(2, 'delivered')],
    policy: otp,
    now: hour,
    state: { status: 'delivered', since: 0, deliveredAt: 0 },
  },
  {
    title: 'where the whole speaks too, the earlier knowledge counts',
    events: [part(1, 'delivered', 20, 1), event('delivered', 10)],
    policy: otp,
    now: 20,
    state: { since: 10, deliveredAt: 10 },
  },
  {
    title: 'the strongest confirmation of any delivered event counts',
    events: [
      event('delivered', 0, { confirmedBy: 'carrier' }),
      event('delivered', 0, { segment: { index: 1 }, confirmedBy: 'handset' }),
      event('sent', 0, { confirmedBy: 'user' }),
    ],
    policy: otp,
    now: 0,
    state: { confirmedBy: 'handset' },
  },
  {
    title: 'a segment that gives the attempt no new status is partial',
    events: [
      ...[part(1, 'sent', 0), part(2, 'sent', 1)],
      ...[part(1, 'delivered', 2), part(1, 'delivered', 3), part(2, 'delivered', 4)],
    ],
    policy: otp,
    now: 4,
    timeline: [
      'sent advanced sent',
      'sent partial sent',
      'delivered partial sent',
      'delivered duplicate sent',
      'delivered advanced delivered',
    ],
    verdict: 'advanced',
  },
]
