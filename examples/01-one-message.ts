// For whoever is new here: raw receipts of one message in any order become one state with its
// reason.
import { otp, parseReceipts, reduce, submission } from 'sms-delivery-state'
import { explain } from 'sms-delivery-state/explain'
import { twilio } from 'sms-delivery-state/providers/twilio'

const start = Date.parse('2026-11-20T09:00:00Z')
const sid = 'SM0f6b1e5c7a2d4938b1c0e7d2a9465c31'

// What you know yourself: you have submitted it, and this is the id that Twilio answered.
const submitted = submission({
  messageId: 'login-42',
  providerMessageIds: [sid],
  receivedAt: start,
})

// What Twilio said.
const { events } = parseReceipts(twilio, [
  { receivedAt: start + 700, body: `MessageSid=${sid}&MessageStatus=queued` },
  { receivedAt: start + 3_900, body: `MessageSid=${sid}&MessageStatus=delivered` },
  { receivedAt: start + 4_300, body: `MessageSid=${sid}&MessageStatus=sent` }, // overtaken
  { receivedAt: start + 9_100, body: `MessageSid=${sid}&MessageStatus=delivered` }, // once more
])

const now = start + 60_000
const { status, settled, advice } = reduce([...submitted, ...events], otp, now)
console.log(status, settled, advice.action)
console.log(explain([...submitted, ...events], otp, now))

/* prints:
delivered true done
2026-11-20, UTC
09:00:00.000          accepted   —       advanced   the platform took it
09:00:00.700  +700ms  queued     twilio  advanced   waiting in a queue
09:00:03.900   +3.9s  delivered  twilio  advanced   delivery was reported by the carrier
09:00:04.300   +4.3s  sent       twilio  stale      fills in when it was sent
09:00:09.100   +9.1s  delivered  twilio  duplicate  said before, 5.2 s earlier

Shown:  delivered since 09:00:03.900, settled (policy otp, as of 09:01:00)
        Delivery was reported; that does not prove that a person looked at it.
Why:    Reported 3.9 s after the start.
Next:   done: nothing more to do.
*/
