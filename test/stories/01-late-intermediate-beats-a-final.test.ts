import { otp, parseReceipts, type DeliveryEvent } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// VA notification-api #1097, #1294, #1488 (1000 to 3000 messages a day); chatwoot #14529;
// twilio-firebase-extensions #21.

const { events } = parseReceipts(twilio, [
  { receivedAt: at('09:00:00'), body: 'MessageSid=SM01&MessageStatus=queued' },
  { receivedAt: at('09:00:04.210'), body: 'MessageSid=SM01&MessageStatus=delivered' },
  { receivedAt: at('09:00:04.380'), body: 'MessageSid=SM01&MessageStatus=sent' },
])

const lastOneWins = (receipts: readonly DeliveryEvent[]) => receipts.at(-1)?.status

test('a "sent" that comes after "delivered" does not undo it', () => {
  const [queued, delivered, sent] = events as [DeliveryEvent, DeliveryEvent, DeliveryEvent]
  expect(lastOneWins([queued, sent, delivered])).toBe('delivered')
  expect(lastOneWins([queued, delivered, sent])).toBe('sent')

  expect(told(events, otp, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:00.000         queued     twilio  advanced  waiting in a queue
    09:00:04.210  +4.2s  delivered  twilio  advanced  delivery was reported by the carrier
    09:00:04.380  +4.3s  sent       twilio  stale     fills in when it was sent

    Shown:  delivered since 09:00:04.210, settled (policy otp, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 4.2 s after the start.
    Next:   done: nothing more to do.
  `)
})
