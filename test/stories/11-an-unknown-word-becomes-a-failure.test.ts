import { otp, parseReceipts } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'
import { expect, test } from 'vitest'
import { at, lines, told } from './story.ts'

// Kannel took a word that it did not know for a failure, Novu for success; VA notification-api
// #2104.

const receipts = [
  { receivedAt: at('09:00:01'), body: 'MessageSid=SM01&MessageStatus=sent' },
  { receivedAt: at('09:00:02'), body: 'MessageSid=SM01&MessageStatus=rerouted' },
]

const KNOWN: Record<string, string> = { sent: 'sent', delivered: 'delivered' }
const failsWhatItDoesNotKnow = (word: string) => KNOWN[word] ?? 'failed'
const deliversWhatItDoesNotKnow = (word: string) => KNOWN[word] ?? 'delivered'

test('a word that nobody knows is kept for a person to look at, and changes nothing', () => {
  expect(failsWhatItDoesNotKnow('rerouted')).toBe('failed')
  expect(deliversWhatItDoesNotKnow('rerouted')).toBe('delivered')

  const { events, issues } = parseReceipts(twilio, receipts)
  expect(issues).toMatchObject([{ code: 'unrecognized-status', received: 'rerouted', index: 1 }])
  expect(told(events, otp, at('09:00:20'))).toBe(lines`
    2026-11-21, UTC
    09:00:01.000  sent  twilio  advanced  handed on for delivery

    Shown:  sent since 09:00:01 (policy otp, as of 09:00:20)
            It was handed on; that does not prove that it arrived.
    Why:    Reported at the start.
            The window ends at 09:05:01; if nothing else comes, it is then shown as expired.
    Next:   wait: show neutral waiting, claim nothing.
            Look again at 09:00:31.
  `)
})
