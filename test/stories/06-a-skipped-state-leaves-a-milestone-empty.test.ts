import { otp, parseReceipts, reduce, type DeliveryEvent } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// odoo #169186; postmangovsg #2151: reports by "sent at" lost every message whose "sent" came
// second.

const { events } = parseReceipts(twilio, [
  { receivedAt: at('09:00:04'), body: 'MessageSid=SM01&MessageStatus=delivered' },
  { receivedAt: at('09:00:05'), body: 'MessageSid=SM01&MessageStatus=sent' },
])

/** Refuses what is a step back, with all that it says. */
const refusesStepsBack = (receipts: readonly DeliveryEvent[]) => {
  const row: { status?: string; sentAt?: number } = {}
  for (const { status, receivedAt } of receipts) {
    if (row.status !== 'delivered' && status === 'sent') row.sentAt = receivedAt ?? 0
    if (row.status !== 'delivered') row.status = status
  }
  return row
}

test('a "sent" that comes second still tells when it was sent', () => {
  expect(refusesStepsBack(events)).toEqual({ status: 'delivered' })
  expect(refusesStepsBack([...events].reverse())).toEqual({
    status: 'delivered',
    sentAt: at('09:00:05'),
  })

  expect(reduce(events, otp, at('09:01:00'))).toMatchObject({
    status: 'delivered',
    sentAt: at('09:00:05'),
  })
  expect(told(events, otp, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:04.000       delivered  twilio  advanced  delivery was reported by the carrier
    09:00:05.000  +1s  sent       twilio  stale     fills in when it was sent

    Shown:  delivered since 09:00:04, settled (policy otp, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported at the start.
    Next:   done: nothing more to do.
  `)
})
