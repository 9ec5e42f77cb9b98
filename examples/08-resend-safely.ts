// For whoever sends again: a second text costs money, and the second code of a login may kill the
// first one.
import {
  alert,
  otp,
  reduce,
  submission,
  type DeliveryEvent,
  type DeliveryState,
  type Policy,
} from 'sms-delivery-state'

const start = Date.parse('2026-11-20T09:00:00Z')
const after = (seconds: number): number => start + seconds * 1_000

/**
 * By itself our code sends only what the policy advises and what cannot put a second copy on the
 * phone.
 */
function mayResend({ advice }: DeliveryState): string {
  if (advice.action === 'offer-resend') return 'if the user asks'
  if (advice.action !== 'resend') return 'no'
  return advice.duplicateRisk ? 'no: a copy may be there' : 'yes'
}

function show(story: string, events: DeliveryEvent[], policy: Policy, seconds: number): void {
  const state = reduce(events, policy, after(seconds))
  console.log(
    [
      story.padEnd(45),
      state.status.padEnd(11),
      state.advice.action.padEnd(13),
      mayResend(state),
    ].join('  '),
  )
}

// Every attempt has an id of ours, from before the request. The answer ties the provider's id to
// it; a webhook knows only that.
// A new code is a new message, with a message id of its own: this is about the same text once more.
const submitted = (attemptId: string, seconds: number): DeliveryEvent[] =>
  submission({ messageId: 'login-42', attemptId, receivedAt: after(seconds) })
const answered = (attemptId: string, providerMessageId: string, seconds: number): DeliveryEvent[] =>
  submission({
    messageId: 'login-42',
    attemptId,
    providerMessageIds: [providerMessageId],
    receivedAt: after(seconds),
  })
const webhook = (
  status: DeliveryEvent['status'],
  providerMessageId: string,
  seconds: number,
): DeliveryEvent => {
  return { status, providerMessageId, receivedAt: after(seconds) }
}

const first = [...submitted('1', 0), ...answered('1', 'SM-a', 0.3)]
const second = [...submitted('2', 40), ...answered('2', 'SM-b', 40.3)]
const throttled: DeliveryEvent = {
  ...webhook('failed', 'SM-a', 2),
  failure: { reason: 'throttled', code: '30001' },
}
const switchedOff: DeliveryEvent = {
  ...webhook('undelivered', 'SM-a', 30),
  failure: { reason: 'unreachable', code: '30003' },
}
const noSuchNumber: DeliveryEvent = {
  ...switchedOff,
  failure: { reason: 'invalid-destination', code: '30005' },
}

show('the request timed out: it may be under way', submitted('1', 0), otp, 10)
show('no report so far', [...first, webhook('sent', 'SM-a', 1)], otp, 45)
show('refused before the network', [...first, throttled], otp, 5)
show('the phone is off, and the text has time', [...first, switchedOff], alert, 35)
show('the number is wrong: no text will arrive', [...first, noSuchNumber], alert, 35)
show('the second attempt is under way', [...first, throttled, ...second], otp, 45)
show(
  '… and the first was delivered after all',
  [...first, throttled, ...second, webhook('delivered', 'SM-a', 50)],
  otp,
  55,
)
const toB = (event: DeliveryEvent): DeliveryEvent => ({
  ...event,
  providerMessageId: 'SM-b',
  receivedAt: after(50),
})
show(
  '… or it failed too: an alert has two attempts',
  [...first, switchedOff, ...second, toB(switchedOff)],
  alert,
  55,
)
show(
  '… or it failed, and the first is not heard of',
  [...first, ...second, toB(throttled)],
  otp,
  300,
)
show(
  'delivered, but too late for the code',
  [...first, webhook('delivered', 'SM-a', 400)],
  otp,
  500,
)
const part = (index: number, event: DeliveryEvent): DeliveryEvent => ({
  ...event,
  segment: { index, count: 2 },
})
show(
  'one part of two was delivered',
  [...first, part(1, webhook('delivered', 'SM-a', 3)), part(2, throttled)],
  otp,
  5,
)

// A failure that is reported twice, in two words, is one thing to do: `advice.key` stays, though
// the status and `key` change.
// Where (message, advice key) is unique in an outbox, nobody sends twice.
for (const events of [
  [...first, throttled],
  [...first, throttled, { ...throttled, status: 'undelivered' as const }],
]) {
  const { key, advice } = reduce(events, otp, after(5))
  console.log(key, '→', advice.key)
}

/* prints:
the request timed out: it may be under way     pending      wait           no
no report so far                               sent         offer-resend   if the user asks
refused before the network                     failed       resend         yes
the phone is off, and the text has time        undelivered  resend         yes
the number is wrong: no text will arrive       undelivered  other-channel  no
the second attempt is under way                accepted     wait           no
… and the first was delivered after all        delivered    done           no
… or it failed too: an alert has two attempts  undelivered  other-channel  no
… or it failed, and the first is not heard of  failed       resend         no: a copy may be there
delivered, but too late for the code           expired      offer-resend   if the user asks
one part of two was delivered                  failed       hold           no
failed/resend/1 → resend/1
undelivered/resend/1 → resend/1
*/
