// For a queue, a night's log or a backfill: receipts of many messages, mixed, from several
// sources.
import { notification, reduceReceiptsByMessage } from 'sms-delivery-state'
import { anyProvider } from 'sms-delivery-state/providers'

const [first, second, third] = [
  'SM21c7e09d4f5b4a6e8d3f0a1b2c3d4e5f',
  'SM8e4f2a6b0c1d4e3f9a7b5c6d8e0f1a2b',
  'SMb3a19c5d7e2f4806a1c4e8d0f6b2937a',
]
const at = Date.parse('2026-11-20T06:30:00Z')

const receipts = [
  // Bodies as they were posted.
  { receivedAt: at + 2_200, body: `MessageSid=${first}&MessageStatus=sent` },
  {
    receivedAt: at + 2_900,
    body: `MessageSid=${second}&MessageStatus=undelivered&ErrorCode=30005`,
  },
  { receivedAt: at + 3_000, body: `MessageSid=${second}&MessageStatus=sent` },
  { receivedAt: at + 3_400, body: `MessageSid=${third}&MessageStatus=partially_delivered` },
  { receivedAt: at + 3_500, body: `MessageSid=${third}&MessageStatus=sent` },
  // A batch of Event Streams.
  {
    receivedAt: at + 8_000,
    body: [
      {
        specversion: '1.0',
        type: 'com.twilio.messaging.message.delivered',
        id: 'EZ70000000000000000000000000000001',
        time: '2026-11-20T06:30:05.410Z',
        data: {
          messageSid: first,
          messageStatus: 'DELIVERED',
          timestamp: '2026-11-20T06:30:05.410Z',
        },
      },
    ],
  },
  // The answer to our own request. It alone knows whose id that is, and it may as well come last.
  {
    receivedAt: at + 300,
    messageId: 'parcel-81',
    source: 'response',
    body: { sid: first, status: 'accepted', direction: 'outbound-api' },
  },
  // Somebody's text to us.
  {
    receivedAt: at + 9_000,
    body: {
      MessageSid: 'SMc0ffee00000000000000000000000001',
      SmsStatus: 'received',
      Body: 'Thanks',
    },
  },
]

const { states, issues } = reduceReceiptsByMessage(anyProvider, receipts, notification, at + 60_000)

for (const [id, { status, advice }] of states)
  console.log(id.padEnd(43), status.padEnd(12), advice.action)

const counts: Record<string, number> = {}
for (const { outcome } of states.values()) counts[outcome] = (counts[outcome] ?? 0) + 1
console.log(counts)

// What could not be read is data too: count it, and look at it. An unknown word never becomes a
// status.
for (const { index, code, message } of issues) console.log(`receipts[${index}]`, code, '-', message)

/* prints:
parcel-81                                   delivered    done
twilio:SM8e4f2a6b0c1d4e3f9a7b5c6d8e0f1a2b   undelivered  stop
twilio:SMb3a19c5d7e2f4806a1c4e8d0f6b2937a   sent         wait
{ delivered: 1, failed: 1, open: 1 }
receipts[3] unrecognized-status - twilio: MessageStatus "partially_delivered" is not a status that we know
receipts[7] not-a-receipt - twilio: an inbound message is not a receipt
*/
