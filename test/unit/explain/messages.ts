import { alert, notification, otp, type DeliveryEvent, type Policy } from 'sms-delivery-state'
import { at } from '../../stories/story.ts'

/** One message and what is asked of it. */
export interface Telling {
  readonly events: readonly DeliveryEvent[]
  readonly policy: Policy
  readonly now: number
}

const twilio = { messageId: 'login-7', provider: 'twilio', providerMessageId: 'SM0b01' } as const
const vonage = { messageId: 'login-7', provider: 'vonage' } as const
const part = (index: number) =>
  ({ messageId: 'parcel-17', provider: 'vonage', segment: { index, count: 3 } }) as const

/** Six messages, each with something else to show; by the name of its picture. */
export const tellingMessages: Readonly<Record<string, Telling>> = {
  'delivered-too-late': {
    events: [
      { ...twilio, status: 'pending', receivedAt: at('09:00:00'), source: 'service' },
      { ...twilio, status: 'accepted', receivedAt: at('09:00:00.850') },
      { ...twilio, status: 'sent', receivedAt: at('09:00:02.100') },
      { ...twilio, status: 'sent', receivedAt: at('09:00:03.100') },
      { ...twilio, status: 'delivered', receivedAt: at('09:07:03'), confirmedBy: 'carrier' },
    ],
    policy: otp,
    now: at('09:10:00'),
  },
  'failed-then-delivered': {
    events: [
      { ...twilio, status: 'queued', receivedAt: at('09:00:00') },
      {
        ...twilio,
        status: 'undelivered',
        receivedAt: at('09:00:04'),
        failure: { reason: 'unreachable', code: '30003' },
      },
      { ...twilio, status: 'delivered', receivedAt: at('09:00:06'), confirmedBy: 'handset' },
      { ...twilio, status: 'sent', receivedAt: at('09:00:07'), occurredAt: at('09:00:02') },
    ],
    policy: otp,
    now: at('09:01:00'),
  },
  'two-attempts': {
    events: [
      { ...vonage, attemptId: 'a', status: 'sent', receivedAt: at('09:00:00') },
      {
        ...vonage,
        attemptId: 'a',
        status: 'failed',
        receivedAt: at('09:00:35'),
        failure: { reason: 'throttled', code: '1' },
      },
      {
        ...twilio,
        attemptId: 'b',
        status: 'accepted',
        receivedAt: at('09:00:39'),
        occurredAt: at('09:00:42'),
      },
      { ...twilio, attemptId: 'b', status: 'accepted', receivedAt: at('09:00:39') },
      { ...vonage, attemptId: 'a', status: 'undelivered', receivedAt: at('09:00:41') },
    ],
    policy: otp,
    now: at('09:00:50'),
  },
  'in-three-parts': {
    events: [
      { ...part(1), status: 'sent', receivedAt: at('23:59:55') },
      { ...part(2), status: 'sent', receivedAt: at('23:59:55') },
      { ...part(2), status: 'delivered', receivedAt: at('23:59:57') },
      { ...part(1), status: 'delivered', receivedAt: at('23:59:58') },
      {
        ...part(3),
        status: 'undelivered',
        receivedAt: at('23:59:59') + 5_000,
        failure: { reason: 'network' },
      },
      { ...part(3), status: 'delivered', receivedAt: at('23:59:59') + 3_600_000 },
    ],
    policy: notification,
    now: at('23:59:59') + 7_200_000,
  },
  'silence-and-a-hostile-code': {
    events: [
      {
        messageId: '<b>"7"</b>',
        attemptId: '<img src=x onerror=alert(1)>',
        status: 'sent',
        receivedAt: at('09:00:00'),
      },
      {
        messageId: '<b>"7"</b>',
        attemptId: '<img src=x onerror=alert(1)>',
        provider: '\u202e</title>',
        status: 'undelivered',
        receivedAt: at('14:30:00'),
        failure: { reason: 'carrier-rejected', code: '"><script>alert(1)</script>' },
      },
    ],
    policy: alert,
    now: at('15:00:00'),
  },
  'without-any-time': {
    events: [{ status: 'sent' }, { status: 'delivered', source: 'manual' }],
    policy: otp,
    now: at('09:00:00'),
  },
}
