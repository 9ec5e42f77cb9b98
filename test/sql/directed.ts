import { definePolicy, otp, type DeliveryEvent } from 'sms-delivery-state'
import { worldOf, type Worlds } from './worlds.ts'

const narrow = definePolicy('narrow', otp, {
  window: 5,
  slowAfter: 3,
  advice: { failed: { network: 'resend', 'opted-out': 'stop' } },
})

const failed = (receivedAt: number, occurredAt: number, code: string): DeliveryEvent => ({
  status: 'failed',
  receivedAt,
  occurredAt,
  failure: { reason: 'network', code },
})

/** What generated worlds hardly ever reach. */
const cases: Record<string, DeliveryEvent[]> = {
  // By the provider's clock a status is untimed only while no event of it has a time.
  'late by the provider’s clock, and once without a time': [
    { status: 'pending', occurredAt: 0 },
    { status: 'delivered', occurredAt: 1000 },
    { status: 'delivered' },
  ],
  // A clock that is ahead of ours is not believed: all three are of one instant, and the smallest
  // text is taken.
  'failures of clocks that are ahead': [failed(3, 9, 'b'), failed(3, 4, 'c'), failed(3, 7, 'a')],
  'failures that differ in what follows the code': [
    { status: 'failed', receivedAt: 3, failure: { reason: 'network', code: '1', permanent: true } },
    { status: 'failed', receivedAt: 3, failure: { reason: 'network', code: '1' } },
    { status: 'failed', receivedAt: 3, failure: { reason: 'network', permanent: false } },
    { status: 'failed', receivedAt: 3, failure: { reason: 'account' } },
  ],
  'codes that JSON writes otherwise': ['1"', '1!', '1\\', '1\n', '1', '1 '].map((code) =>
    failed(3, 1, code),
  ),
  'codes that begin with what one database writes otherwise': ['/', '1', '^'].map((code) =>
    failed(3, 1, code),
  ),
  'codes with a line end of Unicode': ['\u2028', '\u2027', '\u2029', 'a'].map((code) =>
    failed(3, 1, code),
  ),
  'a late reason replaces none': [
    { status: 'failed', receivedAt: 0, failure: { reason: 'opted-out' } },
    { status: 'undelivered', receivedAt: 9, failure: { reason: 'network' } },
  ],
  'a late reason fills in a missing one': [
    { status: 'failed', receivedAt: 0, failure: { reason: 'unknown' } },
    { status: 'undelivered', receivedAt: 9, failure: { reason: 'network' } },
  ],
  'three segments, the last of them late': [
    { status: 'sent', receivedAt: 0, segment: { index: 1, count: 3 } },
    ...[1, 2, 3].map((index): DeliveryEvent => ({
      status: 'delivered',
      receivedAt: index * 3,
      segment: { index, count: 3 },
    })),
  ],
  'a segment above the count': [
    { status: 'delivered', receivedAt: 0, segment: { index: 1, count: 1 }, attemptId: '1' },
    { status: 'failed', receivedAt: 0, segment: { index: 2 }, attemptId: '1' },
  ],
  'an id that two attempts have': [
    { status: 'accepted', receivedAt: 0, attemptId: 'B', providerMessageId: 'X' },
    { status: 'accepted', receivedAt: 1, attemptId: 'A', providerMessageId: 'X' },
    { status: 'delivered', receivedAt: 2, providerMessageId: 'X' },
  ],
  'an id of two segments': [
    {
      status: 'accepted',
      receivedAt: 0,
      attemptId: 'A',
      providerMessageId: 'X',
      segment: { index: 1, count: 2 },
    },
    {
      status: 'accepted',
      receivedAt: 0,
      attemptId: 'A',
      providerMessageId: 'X',
      segment: { index: 2, count: 2 },
    },
    { status: 'delivered', receivedAt: 1, providerMessageId: 'X' },
  ],
  'an id of a segment, and receipts that name another': [
    {
      status: 'accepted',
      receivedAt: 0,
      attemptId: 'A',
      providerMessageId: 'X',
      segment: { index: 1, count: 2 },
    },
    { status: 'delivered', receivedAt: 1, providerMessageId: 'X', segment: { index: 1, count: 2 } },
    { status: 'delivered', receivedAt: 2, providerMessageId: 'X', segment: { index: 2, count: 2 } },
  ],
  'a reason at the deadline': [
    { status: 'failed', receivedAt: 0, failure: { reason: 'opted-out' } },
    { status: 'undelivered', receivedAt: 5, failure: { reason: 'network' } },
  ],
  'failures that happened one after the other': [failed(3, 2, 'a'), failed(3, 1, 'b')],
  'ids by code points': ['\u{1F600}', '\uFF5E'].map((attemptId) => ({
    status: 'pending',
    receivedAt: 0,
    attemptId,
  })),
}

export const DIRECTED: Worlds = {
  now: 2000,
  policies: { narrow },
  messages: Object.entries(cases).map(([name, events]) => worldOf(name, 'narrow', events)),
}
