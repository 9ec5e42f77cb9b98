import { UNIT_NAMES } from './duration.ts'
import type { ReceiptName } from './notes.ts'
import type { Phrases, Say } from './phrases.ts'

const UNCHANGED = 'the status stays as it was'
const KEPT = 'kept as evidence'
const UNCHANGED_AND_KEPT = 'the status stays as it was; kept as evidence'
const NO_RECEIPTS = 'no receipts are expected after sent'
const SILENCE = 'no final status by the deadline'

/** How long after the start of the window something happened. */
const sinceStartText = (sinceStart: number, duration: string): string =>
  sinceStart > 0
    ? `${duration} after the start`
    : sinceStart < 0
      ? 'before the start'
      : 'at the start'

/** In front of what is said of one of several attempts. */
const attemptText = (attemptId: string | undefined, say: Say): string =>
  attemptId === undefined ? '' : `attempt ${say.attempt(attemptId)}: `

const receiptText = ({ status, attemptId, segment }: ReceiptName, say: Say): string => {
  const attempt = attemptId === undefined ? '' : ` of attempt ${say.attempt(attemptId)}`
  return `the ${say.status(status)} receipt${attempt}${segment === undefined ? '' : ` for part ${segment}`}`
}

/** How many segments have their delivery report by now. */
function progressText(delivered: number | undefined, segments = 0): string {
  if (delivered === undefined) return ''
  if (segments === 0) return ', of how many parts is not known'
  return delivered === segments
    ? `, now for all ${segments} parts`
    : `, ${delivered} of ${segments} parts so far`
}

/**
 * The English words of every code. Support may repeat them to a customer: they never say more than
 * the evidence proves.
 * Silence is no failure, and a delivery report says nothing about a person.
 *
 * @example
 * ```ts
 * console.log(phrases.failures.unreachable) // → the phone could not be reached
 * ```
 */
export const phrases: Phrases = {
  language: 'en',
  sentence: (phrase) => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`,

  statuses: {
    pending: 'pending',
    accepted: 'accepted',
    queued: 'queued',
    sent: 'sent',
    unknown: 'unknown',
    expired: 'expired',
    failed: 'failed',
    undelivered: 'undelivered',
    delivered: 'delivered',
  },
  verdicts: {
    duplicate: 'duplicate',
    partial: 'partial',
    late: 'late',
    advanced: 'advanced',
    stale: 'stale',
  },
  actions: {
    wait: 'wait',
    'offer-resend': 'offer-resend',
    poll: 'poll',
    resend: 'resend',
    'other-channel': 'other-channel',
    fix: 'fix',
    hold: 'hold',
    escalate: 'escalate',
    stop: 'stop',
    done: 'done',
  },
  sources: { clock: 'clock', service: 'us', user: 'user', manual: 'by hand', provider: '—' },
  units: UNIT_NAMES,
  labels: {
    shown: 'Shown',
    why: 'Why',
    attempts: 'Attempts',
    next: 'Next',
    time: 'Time',
    after: 'After',
    attempt: 'Attempt',
    status: 'Status',
    source: 'Source',
    verdict: 'Verdict',
    note: 'What it means',
    title: 'The story of a text message',
    window: 'window',
    deadline: 'deadline',
    now: 'now',
    noEvents: 'no events',
    noTimes: 'no times',
    noTime: 'no time',
    beyondCalendar: 'beyond the calendar',
  },

  claims: {
    pending: 'submitted; nobody has answered yet',
    accepted: 'the platform took it',
    queued: 'waiting in a queue',
    sent: 'handed on for delivery',
    unknown: 'this report cannot tell what became of it',
    expired: 'its time for delivery ran out',
    failed: 'refused before it reached the network',
    undelivered: 'a carrier reported non-delivery',
    delivered: 'delivery was reported',
  },
  stale: {
    pending: UNCHANGED,
    accepted: 'fills in when it was accepted',
    queued: 'fills in when it was queued',
    sent: 'fills in when it was sent',
    unknown: UNCHANGED,
    expired: UNCHANGED_AND_KEPT,
    failed: UNCHANGED_AND_KEPT,
    undelivered: UNCHANGED_AND_KEPT,
    delivered: 'says what is known already',
  },
  meanings: {
    pending: 'no answer to it has come yet',
    accepted: 'the platform has it; that does not prove that it has left',
    queued: 'the platform has it, and it waits for its turn',
    sent: 'it was handed on; that does not prove that it arrived',
    unknown: 'it is not certain what became of it; it may have arrived',
    expired: 'delivery was not confirmed in time; it may have arrived all the same',
    failed: 'a report says that it was refused before it reached the network',
    undelivered: 'a carrier reported that it could not be delivered',
    delivered: 'delivery was reported; that does not prove that a person looked at it',
    'late-failure':
      'no delivery report came in time; a later receipt says that it was not delivered',
    read: 'delivery was reported, and the channel says that it was opened',
    proved: 'it arrived, as the user’s own action proves',
  },
  confirmations: {
    platform: 'by the platform',
    carrier: 'by the carrier',
    handset: 'by the handset',
    user: 'by the user’s own action',
  },
  failures: {
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
  },
  advice: {
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
  },

  notes: {
    claim: ({ delivered, segments, ...claim }, say) =>
      say.claim(claim) + progressText(delivered, segments),
    repeat: ({ ago, claim }, say) =>
      `said before${ago === undefined ? '' : ago > 0 ? `, ${say.duration(ago)} earlier` : ', at the same instant'}${claim ? `: ${say.claim(claim)}` : ''}`,
    stale: ({ status, failure }, say) => say.stale(status) + say.because(failure),
    kept: ({ failure }, say) => KEPT + say.because(failure),
    'after-deadline': ({ duration }, say) => `${say.duration(duration)} after the deadline`,
    'whole-unchanged': () => 'the whole stays as it was',
    shows: ({ status }, say) => `shown: ${say.status(status)}`,
    'clock-ahead': ({ duration }, say) =>
      `the provider’s clock is ahead by ${say.duration(duration)}`,
    'out-of-order': ({ occurredAt }, say) =>
      `it happened before what is above${occurredAt === undefined ? '' : `, at ${say.time(occurredAt)}`}`,
    'happened-at': ({ occurredAt }, say) => `it happened at ${say.time(occurredAt)}`,
    contradicts: ({ statuses }, say) =>
      `contradicts what is above: ${statuses.map(say.status).join(', ')}`,
    scheduled: ({ scheduledFor }, say) => `to leave at ${say.time(scheduledFor)}`,
    'no-receipts-expected': () => NO_RECEIPTS,
    read: () => 'the channel says that it was opened',
    silence: () => SILENCE,

    'nothing-known': () => 'nothing is known of it yet',
    reported: ({ attemptId, sinceStart, failure }, say) => {
      const when =
        sinceStart === undefined
          ? ', without any time'
          : ` ${sinceStartText(sinceStart, say.duration(sinceStart))}`
      return `${attemptText(attemptId, say)}reported${when}${say.because(failure)}`
    },
    silent: ({ attemptId, sinceStart }, say) =>
      `${attemptText(attemptId, say)}${SILENCE}, ${sinceStartText(sinceStart, say.duration(sinceStart))}`,
    'reason-from': ({ at, failure, ...receipt }, say) =>
      `the reason came with ${receiptText(receipt, say)}${at === undefined ? '' : ` at ${say.time(at)}`}${say.because(failure)}`,
    permanent: () => 'the provider says that trying again is useless',
    slow: ({ duration }, say) => `slow: no final status after ${say.duration(duration)}`,
    'shown-at-deadline': ({ deadline, status }, say) =>
      `the window ends at ${say.time(deadline)}; if nothing else comes, it is then shown as ${say.status(status)}`,
    'still-counts': ({ attemptIds }, say) =>
      `a delivery report${attemptIds ? ` for attempt ${attemptIds.map(say.attempt).join(' or ')}` : ''} would still count`,
    'too-late': ({ duration, ...receipt }, say) =>
      `${receiptText(receipt, say)} came ${say.duration(duration)} after the deadline: too late to change it, ${KEPT}`,
    'partly-delivered': () => 'delivery was reported for a part of it',
    'conflicting-receipts': () =>
      'receipts contradict each other; a delivery report outweighs the others, unless it came too late',

    'second-copy': () => 'a second copy may reach the phone',
    'no-copy': () => 'by all reports no earlier copy is on the phone',
    'attempts-used': ({ action }, say) =>
      `the policy allows no further attempt; else it would be ${say.action(action)}`,
    held: () => 'delivery was reported, late or of a part: whatever is sent now may come twice',
    'look-again': ({ reviewAt }, say) => `look again at ${say.time(reviewAt)}`,
  },

  segment: (segment, segments) =>
    `part ${segment}${segments === undefined ? '' : ` of ${segments}`}: `,
  status: ({ status, since, settled }) =>
    `${status}${since === undefined ? '' : ` since ${since}`}${settled ? ', settled' : ''}`,
  policy: ({ policy, now }) => `policy ${policy}, as of ${now}`,
  step: ({ action, advice }) => `${action}: ${advice}.`,
  isShown: 'this is the one shown',
  leftOut: (lines) => `${lines} lines are left out here`,
}
