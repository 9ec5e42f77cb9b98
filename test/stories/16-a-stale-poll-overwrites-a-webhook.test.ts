import { otp, parseReceipts, type DeliveryEvent } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// statusbeam #53: the poll was asked before the webhook came, and answered after it.

const { events } = parseReceipts(twilio, [
  { receivedAt: at('09:00:01'), body: 'MessageSid=SM01&MessageStatus=sent' },
  { receivedAt: at('09:00:31.400'), body: 'MessageSid=SM01&MessageStatus=delivered' },
  {
    receivedAt: at('09:00:31.900'),
    body: '{"sid":"SM01","status":"sent","direction":"outbound-api","date_updated":"Sat, 21 Nov 2026 09:00:01 +0000"}',
  },
])

const lastAnswerWins = (receipts: readonly DeliveryEvent[]) => receipts.at(-1)?.status

test('the answer to a poll is a claim like any other: an old one changes nothing', () => {
  const [sent, webhook, poll] = events as [DeliveryEvent, DeliveryEvent, DeliveryEvent]
  expect(lastAnswerWins([sent, poll, webhook])).toBe('delivered')
  expect(lastAnswerWins([sent, webhook, poll])).toBe('sent')

  expect(told(events, otp, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:01.000          sent       twilio  advanced   handed on for delivery
    09:00:31.400  +30.4s  delivered  twilio  advanced   delivery was reported by the carrier
    09:00:31.900  +30.9s  sent       twilio  duplicate  said before, 30.9 s earlier; it happened at 09:00:01

    Shown:  delivered since 09:00:31.400, settled (policy otp, as of 09:01:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 30.4 s after the start.
    Next:   done: nothing more to do.
  `)
})
