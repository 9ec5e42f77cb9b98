import {
  apply,
  collect,
  merge,
  otp,
  STATUSES,
  type DeliveryEvent,
  type Status,
} from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// hexclave #1341, and twilio-labs' own fix of out-of-order callbacks: read the row, check, write
// it; and two webhooks did so at once.

const ids = { provider: 'acme', providerMessageId: 'A1' }
const accepted: DeliveryEvent = { ...ids, status: 'accepted', receivedAt: at('09:00:00') }
const sent: DeliveryEvent = { ...ids, status: 'sent', receivedAt: at('09:00:04.010') }
const delivered: DeliveryEvent = { ...ids, status: 'delivered', receivedAt: at('09:00:04.012') }

/**
 * Never writes a weaker status over a stronger one that it has read; but all have read before the
 * first one writes.
 */
function checkThenWrite(row: Status, ...atOnce: DeliveryEvent[]): Status {
  const writes = atOnce.filter(({ status }) => STATUSES.indexOf(status) > STATUSES.indexOf(row))
  return writes.at(-1)?.status ?? row
}

test('two webhooks that read the same evidence lose nothing when what they wrote is merged', () => {
  expect(checkThenWrite('accepted', sent, delivered)).toBe('delivered')
  expect(checkThenWrite('accepted', delivered, sent)).toBe('sent')

  const read = collect([accepted])
  const one = apply(read, sent, otp, sent.receivedAt!).evidence
  const other = apply(read, delivered, otp, delivered.receivedAt!).evidence
  expect(merge(one, other)).toEqual(collect([accepted, sent, delivered]))
  expect(merge(other, one)).toEqual(merge(one, other))

  expect(told([accepted, sent, delivered], otp, at('09:00:05'))).toBe(lines`
    2026-11-21, UTC
    09:00:00.000       accepted   acme  advanced  the platform took it
    09:00:04.010  +4s  sent       acme  advanced  handed on for delivery
    09:00:04.012  +4s  delivered  acme  advanced  delivery was reported

    Shown:  delivered since 09:00:04.012, settled (policy otp, as of 09:00:05)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 4 s after the start.
    Next:   done: nothing more to do.
  `)
})
