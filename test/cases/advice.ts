import { alert, notification, otp, type FailureReason } from 'sms-delivery-state'
import { event, hour, minute, of, part, second, type Case } from './case.ts'

const because = (reason: FailureReason, code?: string) => ({
  failure: code === undefined ? { reason } : { reason, code },
})

const resent = [of('A', 'sent', 0), of('B', 'queued', 20 * second)]
const used = ['A', 'B', 'C'].map((id) => of(id, 'failed', 0))
const optedOut = because('opted-out', '1')
const network = because('network', '2')

/** What is slow, why it failed, and what to do. */
export const advice: readonly Case[] = [
  {
    title: 'what is shown is slow some time after its own attempt started',
    events: resent,
    policy: otp,
    now: 20 * second,
    state: { attemptId: 'B', slow: false, reviewAt: 50_000, advice: { key: 'wait/B' } },
  },
  {
    title: 'then a resend is offered',
    events: resent,
    policy: otp,
    now: 50 * second,
    state: {
      slow: true,
      key: 'queued/offer-resend/B',
      reviewAt: 300_000,
      advice: { key: 'offer-resend/B' },
    },
  },
  {
    title: 'what is over is not slow',
    events: resent,
    policy: otp,
    now: 5 * minute,
    state: { status: 'expired', slow: false, reviewAt: undefined },
  },
  {
    title: 'where no receipts are expected, sent is all that there will be',
    events: [event('sent', 0, { receiptsExpected: false })],
    policy: alert,
    now: 0,
    state: { advice: { action: 'done' } },
  },
  {
    title: 'a reason goes before a stronger status without one',
    events: [
      event('failed', 0, because('network', '1')),
      event('undelivered', 1, because('unknown', '2')),
    ],
    policy: otp,
    now: 1,
    state: { failure: { reason: 'network', code: '1' } },
  },
  {
    title: 'of reasons that of the strongest status counts',
    events: [
      event('failed', 0, because('network', '1')),
      event('undelivered', 9, because('account')),
    ],
    policy: otp,
    now: 9,
    state: { failure: { reason: 'account' }, advice: { action: 'fix' } },
  },
  {
    title: 'where there is no other reason, unknown is one',
    events: [event('undelivered', 1, because('unknown', '2'))],
    policy: otp,
    now: 1,
    state: { failure: { reason: 'unknown', code: '2' } },
  },
  {
    title: 'of one status the failure that was received first counts, none last',
    events: [
      event('failed', undefined, because('account')),
      event('failed', 5, because('network', '9')),
    ],
    policy: otp,
    now: 5,
    state: { failure: { reason: 'network', code: '9' } },
  },
  {
    title: 'then the one that happened first',
    events: [
      event('failed', 5, because('network', '9')),
      event('failed', 5, { ...because('throttled'), occurredAt: 4 }),
    ],
    policy: otp,
    now: 5,
    state: { failure: { reason: 'throttled' } },
  },
  {
    title: 'then the smaller text',
    events: [
      event('failed', 5, because('network', '9')),
      event('failed', 5, because('network', '8')),
    ],
    policy: otp,
    now: 5,
    state: { failure: { reason: 'network', code: '8' } },
  },
  {
    title: 'a late failure is the reason of what silence concluded without one',
    events: [event('sent', 0), event('failed', hour, because('network'))],
    policy: otp,
    now: 0,
    state: { status: 'expired', failure: { reason: 'network' } },
  },
  {
    title: 'a late failure does not replace the reason of a settled attempt',
    events: [event('failed', 0, optedOut), event('undelivered', 6 * minute, network)],
    policy: otp,
    now: 0,
    state: { settled: true, failure: optedOut.failure, advice: { action: 'stop' } },
  },
  {
    title: 'one in time does',
    events: [event('failed', 0, optedOut), event('undelivered', minute, network)],
    policy: otp,
    now: hour,
    state: { settled: true, failure: network.failure, advice: { action: 'resend' } },
  },
  {
    title: 'a late failure fills in a reason that nobody knew',
    events: [event('failed', 0, because('unknown')), event('undelivered', 6 * minute, network)],
    policy: otp,
    now: 0,
    state: { status: 'failed', failure: network.failure },
  },
  {
    title: 'a reason that comes late for a status in time is in time with it',
    events: [
      event('failed', 0),
      event('failed', 6 * minute, network),
      event('undelivered', 7 * minute, optedOut),
    ],
    policy: otp,
    now: 0,
    state: { status: 'failed', failure: network.failure },
  },
  {
    title: 'where the attempt is not settled, the strongest status tells the reason, late or not',
    events: [event('failed', 0, optedOut), event('undelivered', 5 * hour, network)],
    policy: { ...alert, terminal: ['delivered'] },
    now: 0,
    state: { status: 'undelivered', settled: false, failure: network.failure },
  },
  {
    title: 'no reason reads as unknown',
    events: [event('failed', 0)],
    policy: alert,
    now: 0,
    state: { failure: undefined, advice: { action: 'other-channel', key: 'other-channel' } },
  },
  {
    title: 'what is permanent is not tried again',
    events: [event('failed', 0, { failure: { reason: 'network', permanent: true } })],
    policy: otp,
    now: 0,
    state: { advice: { action: 'other-channel' } },
  },
  {
    title: 'there is a resend while attempts are left',
    events: used.slice(1),
    policy: otp,
    now: 0,
    state: { advice: { action: 'resend', key: 'resend/C', duplicateRisk: false } },
  },
  {
    title: 'and none when all are used',
    events: used,
    policy: otp,
    now: 0,
    state: { advice: { action: 'other-channel' } },
  },
  {
    title: 'nor is one offered then',
    events: [...used.slice(1), of('A', 'sent', 0)],
    policy: otp,
    now: minute,
    state: { advice: { action: 'other-channel', key: 'other-channel/A' } },
  },
  {
    title: 'where delivery is claimed and not shown, nothing is done by itself',
    events: [part(1, 'delivered', 0), event('failed', 0)],
    policy: otp,
    now: 0,
    state: { advice: { action: 'hold', duplicateRisk: true } },
  },
  {
    title: 'nor is anybody told',
    events: [part(1, 'delivered', 0)],
    policy: alert,
    now: 4 * hour,
    state: { status: 'unknown', advice: { action: 'hold' } },
  },
  {
    title: 'but the user may still ask for another one',
    events: [part(1, 'delivered', 0)],
    policy: otp,
    now: minute,
    state: { advice: { action: 'offer-resend' } },
  },
  {
    title: 'a status may change while the action stays: first failed',
    events: [of('A', 'failed', 0)],
    policy: otp,
    now: 0,
    state: { key: 'failed/resend/A', advice: { key: 'resend/A', duplicateRisk: false } },
  },
  {
    title: 'then undelivered',
    events: [of('A', 'failed', 0), of('A', 'undelivered', 1)],
    policy: otp,
    now: 1,
    state: { key: 'undelivered/resend/A', advice: { key: 'resend/A', duplicateRisk: false } },
    verdict: 'advanced',
  },
  {
    title: 'expired proves nothing: a second copy may reach the phone',
    events: [of('A', 'failed', 0), of('B', 'expired', 0)],
    policy: notification,
    now: 0,
    state: { advice: { duplicateRisk: true } },
  },
]
