import { otp, parseReceipts, type DeliveryEvent } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// chatwoot #14149: a second failure without a code erased the first one's reason. Postman
// (postmangovsg) #1126: status and reason disagreed.

const { events } = parseReceipts(twilio, [
  { receivedAt: at('09:00:03'), body: 'MessageSid=SM01&MessageStatus=undelivered&ErrorCode=30003' },
  { receivedAt: at('09:00:05'), body: 'MessageSid=SM01&MessageStatus=undelivered' },
])

const overwrites = (receipts: readonly DeliveryEvent[]) =>
  receipts.reduce((_, { status, failure }) => ({ status, code: failure?.code ?? null }), {})

test('a repeat that says less does not erase the reason', () => {
  expect(overwrites(events)).toEqual({ status: 'undelivered', code: null })
  expect(overwrites([...events].reverse())).toEqual({ status: 'undelivered', code: '30003' })

  expect(told(events, otp, at('09:01:00'))).toBe(lines`
    2026-11-21, UTC
    09:00:03.000       undelivered  twilio  advanced   a carrier reported non-delivery: the phone could not be
                                                       reached (30003)
    09:00:05.000  +2s  undelivered  twilio  duplicate  said before, 2 s earlier: a carrier reported non-delivery

    Shown:  undelivered since 09:00:03 (policy otp, as of 09:01:00)
            A carrier reported that it could not be delivered.
    Why:    Reported at the start: the phone could not be reached (30003).
            A delivery report would still count.
    Next:   other-channel: use voice, mail or push.
            Look again at 09:05:03.
  `)
})
