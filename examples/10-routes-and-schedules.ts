// For routes on which nobody reports after `sent`, and for messages that are to leave later.
import {
  notification,
  otp,
  reduce,
  submission,
  type DeliveryEvent,
  type DeliveryState,
} from 'sms-delivery-state'

const HOUR = 3_600_000
const at = Date.parse('2026-11-20T18:00:00Z')
const show = (what: string, { status, closed, advice }: DeliveryState): void =>
  console.log(`${what}:`.padEnd(26), [status, closed ? 'closed' : 'open', advice.action].join(', '))

// 1. A route without receipts. Silence proves nothing there: it stays `sent`, neither expired nor
// delivered by assumption.
const sent: DeliveryEvent = {
  status: 'sent',
  messageId: 'parcel-7',
  attemptId: '1',
  receivedAt: at + 1_000,
}
const ordinary = submission({ messageId: 'parcel-7', attemptId: '1', receivedAt: at })
const blind = submission({
  messageId: 'parcel-7',
  attemptId: '1',
  receivedAt: at,
  receiptsExpected: false,
})
show('receipts expected, 4 days', reduce([...ordinary, sent], notification, at + 96 * HOUR))
show('none expected, 4 days', reduce([...blind, sent], notification, at + 96 * HOUR))
// A receipt that comes all the same still counts.
show(
  'none expected, but one',
  reduce([...blind, sent, { ...sent, status: 'delivered' }], notification, at + 96 * HOUR),
)

// 2. A message that may leave tomorrow: its window starts then, and not when it was handed in.
const tomorrow = at + 14 * HOUR
const scheduled = submission({
  messageId: 'code-9',
  attemptId: '1',
  receivedAt: at,
  scheduledFor: tomorrow,
})
show('scheduled, 13 h later', reduce(scheduled, otp, at + 13 * HOUR))
show('scheduled, due and silent', reduce(scheduled, otp, tomorrow + HOUR))

// 3. One timer is enough: `reviewAt` is the next instant at which time alone changes what is shown.
let { reviewAt } = reduce(scheduled, otp, at)
while (reviewAt !== undefined) {
  const state = reduce(scheduled, otp, reviewAt)
  show(new Date(reviewAt).toISOString().slice(0, 19), state)
  reviewAt = state.reviewAt
}

/* prints:
receipts expected, 4 days: unknown, closed, hold
none expected, 4 days:     sent, closed, done
none expected, but one:    delivered, closed, done
scheduled, 13 h later:     pending, open, wait
scheduled, due and silent: expired, closed, offer-resend
2026-11-21T08:00:30:       pending, open, offer-resend
2026-11-21T08:05:00:       expired, closed, offer-resend
*/
