// For whoever words the page that waits: each text claims what is proved, and no more.
// (Delivered is not read, and silence is no failure.)
import assert from 'node:assert/strict'
import {
  otp,
  reduce,
  STATUSES,
  type Action,
  type DeliveryEvent,
  type DeliveryState,
  type Status,
} from 'sms-delivery-state'

// `Record<Status, …>` makes the compiler ask for a text where a status is new.
const SAYS: Record<Status, string> = {
  pending: 'We are sending you a code.',
  accepted: 'We are sending you a code.',
  queued: 'We are sending you a code.',
  sent: 'Your code was handed on for delivery.',
  unknown: 'We cannot tell whether your code has arrived.',
  expired: 'No report says that your code was delivered in time.',
  failed: 'We could not send your code.',
  undelivered: 'The phone network reported that it could not deliver your code.',
  delivered: 'Your code was reported as delivered.',
}

// What the product does by itself (poll, escalate …) is not the user's business.
const ASKS: Record<Action, string> = {
  wait: '',
  poll: '',
  hold: '',
  escalate: '',
  done: '',
  resend: 'We are trying again.',
  'offer-resend': '[Send another code]',
  'other-channel': '[Call me instead]',
  fix: 'We are looking into it. [Call me instead]',
  stop: '[Use another number]',
}

function copyFor({ status, advice }: DeliveryState): string {
  return `${SAYS[status]} ${ASKS[advice.action]}`.trim()
}

// Nobody has proved any of these.
for (const text of Object.values(SAYS))
  assert.doesNotMatch(text, /\b(read|received|seen|successful\w*)\b/i)

const start = Date.parse('2026-11-20T09:00:00Z')
const page = (event: DeliveryEvent, seconds: number): void =>
  console.log(
    `${event.status} after ${seconds} s:`.padEnd(24),
    copyFor(reduce([event], otp, start + seconds * 1_000)),
  )

for (const status of STATUSES) page({ status, receivedAt: start }, 5)
page({ status: 'sent', receivedAt: start }, 45)
page({ status: 'sent', receivedAt: start }, 300)
page({ status: 'undelivered', receivedAt: start, failure: { reason: 'opted-out' } }, 5)
page({ status: 'undelivered', receivedAt: start, failure: { reason: 'unreachable' } }, 5)

/* prints:
pending after 5 s:       We are sending you a code.
accepted after 5 s:      We are sending you a code.
queued after 5 s:        We are sending you a code.
sent after 5 s:          Your code was handed on for delivery.
unknown after 5 s:       We cannot tell whether your code has arrived.
expired after 5 s:       No report says that your code was delivered in time. [Send another code]
failed after 5 s:        We could not send your code. We are trying again.
undelivered after 5 s:   The phone network reported that it could not deliver your code. We are trying again.
delivered after 5 s:     Your code was reported as delivered.
sent after 45 s:         Your code was handed on for delivery. [Send another code]
sent after 300 s:        No report says that your code was delivered in time. [Send another code]
undelivered after 5 s:   The phone network reported that it could not deliver your code. [Use another number]
undelivered after 5 s:   The phone network reported that it could not deliver your code. [Call me instead]
*/
