// For a service that has a status column already: what its messages would have shown, from the
// rows that it kept.
import { otp, reduceReceiptsByMessage } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers/twilio'

// SELECT id, provider_sid, status, error_code, created_at FROM message_statuses
const rows = [
  {
    id: 'm1',
    provider_sid: 'SM0a01',
    status: 'sent',
    error_code: null,
    created_at: '2026-11-20T09:00:02Z',
  },
  {
    id: 'm1',
    provider_sid: 'SM0a01',
    status: 'delivered',
    error_code: null,
    created_at: '2026-11-20T09:00:04Z',
  },
  {
    id: 'm1',
    provider_sid: 'SM0a01',
    status: 'sent',
    error_code: null,
    created_at: '2026-11-20T09:00:05Z',
  },
  {
    id: 'm2',
    provider_sid: 'SM0a02',
    status: 'delivered',
    error_code: null,
    created_at: '2026-11-20T09:01:04Z',
  },
  {
    id: 'm2',
    provider_sid: 'SM0a02',
    status: 'failed',
    error_code: 30003,
    created_at: '2026-11-20T09:01:09Z',
  },
  {
    id: 'm3',
    provider_sid: 'SM0a03',
    status: 'sent',
    error_code: null,
    created_at: '2026-11-20T09:02:01Z',
  },
  {
    id: 'm4',
    provider_sid: 'SM0a04',
    status: 'sent',
    error_code: null,
    created_at: '2026-11-20T09:03:01Z',
  },
  {
    id: 'm4',
    provider_sid: 'SM0a04',
    status: 'delivered',
    error_code: null,
    created_at: '2026-11-20T09:11:30Z',
  },
  {
    id: 'm5',
    provider_sid: 'SM0a05',
    status: 'pending_review',
    error_code: null,
    created_at: '2026-11-20T09:04:00Z',
  },
  {
    id: 'm5',
    provider_sid: 'SM0a05',
    status: 'undelivered',
    error_code: 30005,
    created_at: '2026-11-20T09:04:02Z',
  },
]

// Each row becomes the receipt that it was. A receipt's time is when you got it.
const receipts = rows.map((row) => ({
  body: { MessageSid: row.provider_sid, MessageStatus: row.status, ErrorCode: row.error_code },
  messageId: row.id,
  receivedAt: Date.parse(row.created_at),
}))
const { states, issues } = reduceReceiptsByMessage(
  twilio,
  receipts,
  otp,
  Date.parse('2026-11-20T12:00:00Z'),
)

const column = new Map(rows.map(({ id, status }) => [id, status])) // each write overwrote the one before
for (const [id, { status, conflict, failure, deliveryKnownAt }] of states) {
  const notes = [
    conflict && 'failed and delivered',
    failure?.reason,
    status !== 'delivered' && deliveryKnownAt !== undefined && 'delivered too late',
  ]
  console.log(
    id,
    `${column.get(id)}`.padEnd(12),
    '→',
    [status, ...notes.filter(Boolean)].join(', '),
  )
}
// A word of your own is no word of Twilio's: map it, or leave such rows out.
for (const { index, message } of issues) console.log(`rows[${index}]`, message)

// From here on keep the receipts themselves, and compute the column: examples 05 to 07.

/* prints:
m1 sent         → delivered
m2 failed       → delivered, failed and delivered
m3 sent         → expired
m4 delivered    → expired, delivered too late
m5 undelivered  → undelivered, invalid-destination
rows[8] twilio: MessageStatus "pending_review" is not a status that we know
*/
