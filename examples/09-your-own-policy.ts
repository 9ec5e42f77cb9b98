// For a flow that is none of the three: what it wants is data, and only what differs from the
// nearest one is said.
import {
  definePolicy,
  notification,
  reduce,
  type DeliveryEvent,
  type DeliveryState,
} from 'sms-delivery-state'

const HOUR = 3_600_000
const at = Date.parse('2026-11-20T18:00:00Z')
const show = (what: string, { status, by, closed, advice }: DeliveryState): void =>
  console.log(
    `${what}:`.padEnd(22),
    [status, `by ${by}`, closed ? 'closed' : 'open', advice.action].join(', '),
  )

// A reminder is worth nothing once the appointment has begun; and a phone that is off deserves a
// call.
const reminder = definePolicy('reminder', notification, {
  window: 12 * HOUR,
  silence: 'expired',
  terminal: ['delivered', 'failed', 'expired'],
  advice: { uncertain: 'other-channel', failed: { unreachable: 'other-channel' } },
})

const sent: DeliveryEvent = { status: 'sent', receivedAt: at }
const off: DeliveryEvent = {
  status: 'undelivered',
  receivedAt: at + 9_000,
  failure: { reason: 'unreachable' },
}
for (const policy of [notification, reminder]) {
  console.log(`${policy.name}:`)
  show('silence for 12 h', reduce([sent], policy, at + 12 * HOUR))
  show('the phone is off', reduce([sent, off], policy, at + HOUR))
  show(
    'delivered after 13 h',
    reduce(
      [sent, { ...sent, status: 'delivered', receivedAt: at + 13 * HOUR }],
      policy,
      at + 14 * HOUR,
    ),
  )
}

// What cannot be is refused at once, with the remedy.
try {
  definePolicy('broken', reminder, { window: -5 })
} catch (error) {
  console.log((error as Error).message)
}

/* prints:
notification:
silence for 12 h:      sent, by receipt, open, wait
the phone is off:      undelivered, by receipt, open, resend
delivered after 13 h:  delivered, by receipt, open, done
reminder:
silence for 12 h:      expired, by clock, closed, other-channel
the phone is off:      undelivered, by receipt, open, other-channel
delivered after 13 h:  expired, by clock, closed, hold
sms-delivery-state: definePolicy: window must be > 0 ms, got -5. Leave it out to keep the base’s.
*/
