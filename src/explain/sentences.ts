import type { Verdict } from '../delivery/verdict.ts'
import type { Confirmation, Source } from '../event/event.ts'
import type { FailureReason } from '../event/failure.ts'
import type { Status } from '../event/status.ts'
import type { Action } from '../policy/policy.ts'

// Every code in words that somebody in support may repeat to a customer: never more than the evidence proves.
// Silence is no failure, and a delivery report says nothing about a person.

/** What is claimed, where it advances an attempt. */
export const CLAIMS: Readonly<Record<Status, string>> = {
  pending: 'submitted; nobody has answered yet',
  accepted: 'the platform took it',
  queued: 'waiting in a queue',
  sent: 'handed on for delivery',
  unknown: 'this report cannot tell what became of it',
  expired: 'its time for delivery ran out',
  failed: 'refused before it reached the network',
  undelivered: 'a carrier reported non-delivery',
  delivered: 'delivery was reported',
}

/** What may be said of a message that is shown so, whatever else came: the report of a part, of another attempt, or one that is late. */
export const MEANINGS: Readonly<Record<Status, string>> = {
  pending: 'no answer to it has come yet',
  accepted: 'the platform has it; that does not prove that it has left',
  queued: 'the platform has it, and it waits for its turn',
  sent: 'it was handed on; that does not prove that it arrived',
  unknown: 'it is not certain what became of it; it may have arrived',
  expired: 'delivery was not confirmed in time; it may have arrived all the same',
  failed: 'a report says that it was refused before it reached the network',
  undelivered: 'a carrier reported that it could not be delivered',
  delivered: 'delivery was reported; that does not prove that a person looked at it',
}

/** What a claim still gives where the status had moved on. */
export const FILLS_IN: Readonly<Record<Status, string>> = {
  pending: 'the status stays as it was',
  accepted: 'fills in when it was accepted',
  queued: 'fills in when it was queued',
  sent: 'fills in when it was sent',
  unknown: 'the status stays as it was',
  expired: 'the status stays as it was; kept as evidence',
  failed: 'the status stays as it was; kept as evidence',
  undelivered: 'the status stays as it was; kept as evidence',
  delivered: 'says what is known already',
}

/** What the other verdicts mean; `advanced` and `stale` speak by their status, as {@link CLAIMS} and {@link FILLS_IN}. */
export const VERDICTS_MEAN: Readonly<Record<Exclude<Verdict, 'advanced' | 'stale'>, string>> = {
  duplicate: 'said before',
  partial: 'the whole stays as it was',
  late: 'kept as evidence',
}

/** What stands beside a verdict. */
export const FLAGS: Readonly<Record<'outOfOrder' | 'conflict' | 'clockSkew', string>> = {
  outOfOrder: 'it happened before what is above',
  conflict: 'contradicts what is above',
  clockSkew: 'the provider’s clock is ahead',
}

/** What the clock says at the deadline. */
export const SILENCE = 'no final status by the deadline'

/** Where a failure came too late to be shown, and nobody claims a delivery. */
export const LATE_FAILURE = 'no delivery report came in time; a later receipt says that it was not delivered'

/** Where the user did what takes the text to do. */
export const PROVED = 'it arrived, as the user’s own action proves'

/** Delivery is claimed, but not of the whole text. */
export const IN_PART = 'delivery was reported for a part of it'

/** What somebody said of a route where receipts are not expected. */
export const BLIND = 'no receipts are expected after sent'

/** Who vouches for a delivery. */
export const CONFIRMED: Readonly<Record<Confirmation, string>> = {
  platform: 'by the platform',
  carrier: 'by the carrier',
  handset: 'by the handset',
  user: 'by the user’s own action',
}

export const REASONS: Readonly<Record<FailureReason, string>> = {
  'invalid-destination': 'the number is not valid',
  unreachable: 'the phone could not be reached',
  'landline-unsupported': 'the number cannot take texts',
  'content-blocked': 'the content was blocked',
  'opted-out': 'the recipient has opted out',
  'carrier-rejected': 'the carrier rejected it',
  network: 'a fault in the network',
  expired: 'the time for delivery ran out',
  throttled: 'too much was sent at once',
  account: 'the account may not send this',
  'sender-unregistered': 'the sender is not registered',
  canceled: 'it was canceled',
  unknown: 'no reason that we know',
}

export const ACTIONS_MEAN: Readonly<Record<Action, string>> = {
  wait: 'show neutral waiting, claim nothing',
  'offer-resend': 'let the user ask for another one; never resend by itself',
  poll: 'ask the provider’s API for the state, and feed the answer in',
  resend: 'submit the same text again, after a pause',
  'other-channel': 'use voice, mail or push',
  fix: 'correct text, sender or account before anything else',
  hold: 'do nothing automatic; keep the evidence for support',
  escalate: 'tell a person or the next channel that it may not have arrived',
  stop: 'end here; do not contact this number about it again',
  done: 'nothing more to do',
}

/** Where the source does not tell who speaks. */
export const NOBODY = '—'

/** Who speaks, where it is not a provider. */
export const SPEAKERS: Readonly<Record<Source, string>> = {
  webhook: NOBODY,
  poll: NOBODY,
  response: NOBODY,
  smpp: NOBODY,
  service: 'us',
  user: 'user',
  manual: 'by hand',
}
