// What a flow wants, and what a provider's words are worth, are data. Neither is worth a fork.
import { definePolicy, notification, reduce, reduceReceipts, type DeliveryEvent, type DeliveryState } from 'sms-delivery-state'
import { defineProvider } from 'sms-delivery-state/providers'

const HOUR = 3_600_000
const at = Date.parse('2026-11-20T18:00:00Z')
const show = (what: string, { status, by, closed, advice }: DeliveryState): void =>
  console.log(`${what}:`.padEnd(22), [status, `by ${by}`, closed ? 'closed' : 'open', advice.action].join(', '))

// 1. A reminder is worth nothing once the appointment has begun; and a phone that is off deserves a call. Only what differs is said.
const reminder = definePolicy('reminder', notification, {
  window: 12 * HOUR,
  silence: 'expired',
  terminal: ['delivered', 'failed', 'expired'],
  advice: { uncertain: 'other-channel', failed: { unreachable: 'other-channel' } },
})
const sent: DeliveryEvent = { status: 'sent', receivedAt: at }
show('silence for 12 h', reduce([sent], reminder, at + 12 * HOUR))
show(
  'the phone is off',
  reduce([sent, { status: 'undelivered', receivedAt: at + 9_000, failure: { reason: 'unreachable' } }], reminder, at + HOUR),
)

// 2. A gateway that says DELIVERED when the operator has taken the text. That proves "sent" and no more, so that is how we read it.
// (With a provider of ours, go over its events: a `delivered` whose `confirmedBy` is not `handset` becomes `{ ...event, status: 'sent' }`.)
const gateway = defineProvider({
  name: 'cheap-gateway',
  shapes: [{ id: 'id', status: 'state', code: 'err', time: { path: 'at', format: 'epoch-seconds' } }],
  statuses: {
    TAKEN: 'accepted',
    DELIVERED: 'sent',
    HANDSET: { status: 'delivered', confirmedBy: 'handset' },
    REJECTED: 'undelivered',
  },
  codes: { 0: null, 11: 'invalid-destination' },
})
const receipts = [
  { receivedAt: at + 1_000, body: { id: 'g-1', state: 'DELIVERED', err: 0, at: 1_795_197_600 } },
  { receivedAt: at + 9_000, body: { id: 'g-1', state: 'REJECTED', err: 11, at: 1_795_197_608 } },
]
show('DELIVERED', reduceReceipts(gateway, receipts.slice(0, 1), reminder, at + 60_000).state)
show('and then REJECTED', reduceReceipts(gateway, receipts, reminder, at + 60_000).state)

// 3. A route on which nobody reports after "sent". Silence means nothing there: neither delivered nor expired.
const blind: DeliveryEvent = { ...sent, receiptsExpected: false }
show('no receipts, 24 h', reduce([blind], reminder, at + 24 * HOUR))

// 4. A message that we schedule for tomorrow: its window begins when it may leave.
const scheduled: DeliveryEvent = { status: 'queued', receivedAt: at, scheduledFor: at + 14 * HOUR }
show('scheduled, after 13 h', reduce([scheduled], reminder, at + 13 * HOUR))
show('scheduled, after 26 h', reduce([scheduled], reminder, at + 26 * HOUR))

/* prints:
silence for 12 h:      expired, by clock, closed, other-channel
the phone is off:      undelivered, by receipt, open, other-channel
DELIVERED:             sent, by receipt, open, wait
and then REJECTED:     undelivered, by receipt, open, stop
no receipts, 24 h:     sent, by receipt, closed, done
scheduled, after 13 h: queued, by receipt, open, wait
scheduled, after 26 h: expired, by clock, closed, other-channel
*/
