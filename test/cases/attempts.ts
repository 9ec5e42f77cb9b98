import { alert, notification, otp } from 'sms-delivery-state'
import { event, hour, minute, of, type Case } from './case.ts'

const answer = of('A', 'accepted', 0, { provider: 'twilio', providerMessageId: 'SM1' })
const webhook = event('delivered', 1, { providerMessageId: 'SM1' })

const TILDE = '\uff5e'
const LETTER = '\u{1f4e8}'

/** Which attempt an event belongs to, and which attempt is shown. */
export const attempts: readonly Case[] = [
  {
    title: 'our own answer and a webhook that knows only the provider’s id meet',
    events: [answer, webhook],
    policy: otp,
    now: 1,
    state: {
      attemptId: 'A',
      provider: 'twilio',
      providerMessageIds: ['SM1'],
      key: 'delivered/done/A',
      attempts: [{}],
    },
  },
  {
    title: 'until then the attempt is called by the provider’s id',
    events: [webhook],
    policy: otp,
    now: 1,
    state: { attemptId: 'SM1', key: 'delivered/done/SM1', advice: { key: 'done/SM1' } },
  },
  {
    title: 'of several ties the smallest attempt takes the event',
    events: [
      ...['B', 'A'].map((id) => of(id, 'accepted', 0, { providerMessageId: 'X' })),
      event('failed', 1, { providerMessageId: 'X' }),
    ],
    policy: otp,
    now: 1,
    state: {
      attemptId: 'B',
      attempts: [
        { attemptId: 'A', status: 'failed' },
        { attemptId: 'B', status: 'accepted' },
      ],
    },
  },
  {
    title: 'and the smallest goes by code points',
    events: [
      ...[LETTER, TILDE].map((id) =>
        of(id, 'accepted', 0, { providerMessageId: 'X', provider: id }),
      ),
      event('failed', 1, { providerMessageId: 'X', provider: LETTER }),
    ],
    policy: otp,
    now: 1,
    state: {
      attempts: [
        { attemptId: TILDE, status: 'failed', provider: TILDE },
        { attemptId: LETTER, status: 'accepted', provider: LETTER },
      ],
    },
  },
  {
    title: 'so does the choice between attempts that were delivered at once',
    events: [of(LETTER, 'delivered', 0), of(TILDE, 'delivered', 0)],
    policy: otp,
    now: 0,
    state: { attemptId: TILDE },
  },
  {
    title: 'an event whose id two attempts held is judged by the smaller',
    events: [
      of('B', 'sent', 0, { providerMessageId: 'X' }),
      of('A', 'accepted', 1, { providerMessageId: 'X' }),
      of('C', 'sent', 2, { providerMessageId: 'X' }),
    ],
    policy: otp,
    now: 2,
    verdict: 'advanced',
  },
  {
    title: 'also where the smaller started first',
    events: [
      of('A', 'accepted', 0, { providerMessageId: 'X' }),
      of('B', 'sent', 1, { providerMessageId: 'X' }),
      of('C', 'sent', 2, { providerMessageId: 'X' }),
    ],
    policy: otp,
    now: 2,
    verdict: 'advanced',
  },
  {
    title: 'but by its own attempt if that held it',
    events: [
      of('A', 'accepted', 0, { providerMessageId: 'X' }),
      of('B', 'delivered', 1, { providerMessageId: 'X' }),
      of('B', 'sent', 2, { providerMessageId: 'X' }),
    ],
    policy: otp,
    now: 2,
    verdict: 'stale',
  },
  {
    title: 'an event with neither id belongs to the attempt that starts first',
    events: [of('A', 'sent', 20), of('B', 'sent', 10), event('delivered', 5)],
    policy: otp,
    now: 20,
    state: {
      attempts: [
        { attemptId: 'B', status: 'delivered', startedAt: 5 },
        { attemptId: 'A', status: 'sent', startedAt: 20 },
      ],
    },
  },
  {
    title: 'where no event names an attempt there is one, without a name',
    events: [event('sent', 0), event('delivered', 1)],
    policy: otp,
    now: 1,
    state: { attemptId: undefined, status: 'delivered', attempts: [{ status: 'delivered' }] },
  },
  {
    title: 'an attempt without any time starts before all others',
    events: [of('A', 'sent', 0), of('B', 'sent'), event('failed', 1)],
    policy: otp,
    now: 1,
    state: { attemptId: 'A', status: 'sent' },
  },
  {
    title: 'shown is the delivered attempt that was known first',
    events: [of('A', 'delivered', 9), of('B', 'delivered', 8), of('C', 'sent', 10)],
    policy: otp,
    now: 10,
    state: { attemptId: 'B', status: 'delivered', startedAt: 8, sentAt: 10, deliveredAt: 8 },
  },
  {
    title: 'one that carries no time counts as known before all',
    events: [of('A', 'delivered', 9), of('B', 'delivered', 8), of('D', 'delivered')],
    policy: otp,
    now: 10,
    state: { attemptId: 'D', since: undefined, deliveryKnownAt: 8 },
  },
  {
    title: 'else the one that started last and is not final',
    events: [of('A', 'sent', 0), of('B', 'failed', 5)],
    policy: otp,
    now: 5,
    state: { attemptId: 'A', status: 'sent' },
  },
  {
    title: 'else the one that started last',
    events: [of('A', 'undelivered', 0), of('B', 'failed', 5)],
    policy: otp,
    now: 5,
    state: { attemptId: 'B', status: 'failed' },
  },
  {
    title: 'of a tie the larger id',
    events: [of('B', 'sent', 0), of('A', 'queued', 0)],
    policy: otp,
    now: 5,
    state: { attemptId: 'B', status: 'sent' },
  },
  {
    title: 'an attempt that starts after the deadline is born closed',
    events: [of('A', 'sent', 0), of('B', 'sent', 6 * minute), of('B', 'delivered', 7 * minute)],
    policy: otp,
    now: 0,
    state: { attemptId: 'B', status: 'expired', by: 'clock', since: 300_000, deliveredAt: 420_000 },
    timeline: [
      'sent advanced sent',
      'clock:expired advanced expired',
      'sent advanced expired',
      'delivered late expired',
    ],
  },
  {
    title: 'and may still be delivered where the clock’s status is not terminal',
    events: [of('A', 'sent', 0), of('B', 'delivered', 5 * hour)],
    policy: alert,
    now: 0,
    state: { attemptId: 'B', status: 'delivered' },
    timeline: [
      'sent advanced sent',
      'clock:unknown advanced unknown',
      'delivered advanced delivered',
    ],
  },
  {
    title: 'a message is not settled while any of its attempts may still be delivered',
    events: [of('A', 'undelivered', 0), of('B', 'failed', 1)],
    policy: notification,
    now: 72 * hour,
    state: {
      attemptId: 'B',
      status: 'failed',
      settled: false,
      attempts: [{ settled: false }, { settled: true }],
    },
  },
  {
    title: 'it is settled once every attempt is',
    events: [of('A', 'undelivered', 0), of('B', 'failed', 1)],
    policy: otp,
    now: 5 * minute,
    state: { settled: true, attempts: [{ settled: true }, { settled: true }] },
  },
  {
    title: 'or once one is delivered',
    events: [of('A', 'delivered', 0), of('B', 'sent', 1)],
    policy: otp,
    now: 1,
    state: { attemptId: 'A', settled: true, attempts: [{ settled: true }, { settled: false }] },
  },
]
