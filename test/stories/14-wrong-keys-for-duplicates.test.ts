import { otp, parseReceipts, type DeliveryEvent } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// simstudioai/sim #5230 (keyed on MessageSid alone: later statuses were swallowed); sendgrid-nodejs
// #1435 (an event id that changes on every retry); sendgrid/docs #2933 (46 copies in 29 h).

const { events } = parseReceipts(twilio, [
  { receivedAt: at('09:00:01'), body: 'MessageSid=SM01&MessageStatus=sent' },
  { receivedAt: at('09:00:05'), body: 'MessageSid=SM01&MessageStatus=delivered' },
  { receivedAt: at('09:00:20'), body: 'MessageSid=SM01&MessageStatus=delivered' },
  { receivedAt: at('09:02:00'), body: 'MessageSid=SM01&MessageStatus=delivered' },
])

const onceFor = (key: (event: DeliveryEvent, i: number) => unknown) => {
  const seen = new Map(
    events.map((event, i) => [key(event, i), event]).reverse() as [unknown, DeliveryEvent][],
  )
  return [...seen.values()].map(({ status }) => status)
}

test('a message has many receipts, and a repeat says nothing new', () => {
  expect(
    onceFor(({ providerMessageId }) => providerMessageId),
    'one receipt a message',
  ).toEqual(['sent'])
  expect(
    onceFor((_, i) => `retry-${i}`),
    'an id that every retry changes',
  ).toHaveLength(4)

  expect(told(events, otp, at('09:03:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:01.000            sent       twilio  advanced   handed on for delivery
    09:00:05.000       +4s  delivered  twilio  advanced   delivery was reported by the carrier
    09:00:20.000      +19s  delivered  twilio  duplicate  said before, 15 s earlier
    09:02:00.000  +1min59s  delivered  twilio  duplicate  said before, 1 min 55 s earlier

    Shown:  delivered since 09:00:05, settled (policy otp, as of 09:03:00)
            Delivery was reported; that does not prove that a person looked at it.
    Why:    Reported 4 s after the start.
    Next:   done: nothing more to do.
  `)
})
