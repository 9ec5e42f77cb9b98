import { otp, parseReceipts, reduce } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// rallly #2439: the code came after the resend that killed it. A new code is a new message; the old
// one's late receipt stays with the old one.

const { events } = parseReceipts(twilio, [
  { receivedAt: at('09:00:00'), body: 'MessageSid=SM01&MessageStatus=queued' },
  { receivedAt: at('09:00:02'), body: 'MessageSid=SM01&MessageStatus=sent' },
  { receivedAt: at('09:07:03'), body: 'MessageSid=SM01&MessageStatus=delivered' },
])

const anyDeliveryIsSuccess = () =>
  events.some(({ status }) => status === 'delivered') ? 'enter your code' : 'waiting'

test('a code that arrives after its five minutes is evidence, not success', () => {
  expect(anyDeliveryIsSuccess()).toBe('enter your code')

  expect(told(events, otp, at('09:10:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:00.000           queued     twilio  advanced  waiting in a queue
    09:00:02.000      +2s  sent       twilio  advanced  handed on for delivery
    09:05:00.000    +5min  expired    clock   advanced  no final status by the deadline
    09:07:03.000  +7min3s  delivered  twilio  late      2 min 3 s after the deadline; kept as evidence

    Shown:  expired since 09:05:00, settled (policy otp, as of 09:10:00)
            Delivery was not confirmed in time; it may have arrived all the same.
    Why:    No final status by the deadline, 5 min after the start.
            The delivered receipt came 2 min 3 s after the deadline: too late to change it, kept as evidence.
    Next:   offer-resend: let the user ask for another one; never resend by itself.
            A second copy may reach the phone.
  `)
})

test('half a minute without a receipt, the user may ask for another one', () => {
  const early = events.slice(0, 2)
  expect(reduce(early, otp, at('09:00:30')).advice.action).toBe('offer-resend')
  expect(told(early, otp, at('09:00:30'))).toBe(lines`
    2026-11-21, UTC
    09:00:00.000       queued  twilio  advanced  waiting in a queue
    09:00:02.000  +2s  sent    twilio  advanced  handed on for delivery

    Shown:  sent since 09:00:02 (policy otp, as of 09:00:30)
            It was handed on; that does not prove that it arrived.
    Why:    Reported 2 s after the start.
            Slow: no final status after 30 s.
            The window ends at 09:05:00; if nothing else comes, it is then shown as expired.
    Next:   offer-resend: let the user ask for another one; never resend by itself.
            A second copy may reach the phone.
            Look again at 09:05:00.
  `)
})
