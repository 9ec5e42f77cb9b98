import { freezePolicy } from './check-policy.ts'
import type { Action, AdviceTable, Policy } from './policy.ts'

/**
 * A one-time code: valid for 5 min, a resend is offered after 30 s, and silence by the deadline is
 * the end of it.
 */
export const otp: Policy = /* @__PURE__ */ freezePolicy({
  name: 'otp',
  terminal: ['delivered', 'undelivered', 'failed', 'expired'],
  window: 300_000,
  silence: 'expired',
  slowAfter: 30_000,
  maxAttempts: 3,
  advice: {
    open: 'wait',
    slow: 'offer-resend',
    delivered: 'done',
    uncertain: 'offer-resend',
    failed: /* @__PURE__ */ failed('stop', 'other-channel', 'other-channel', 'resend'),
  },
})

// The windows of alert and notification are a judgement: receipts stop after 2 h (Bandwidth) to 72
// h (GOV.UK, AWS, Vonage).

/** An account alert: worth 4 h, and somebody must know when it may not have arrived. */
export const alert: Policy = /* @__PURE__ */ freezePolicy({
  name: 'alert',
  terminal: ['delivered', 'undelivered', 'failed'],
  window: 14_400_000,
  silence: 'unknown',
  slowAfter: 300_000,
  maxAttempts: 2,
  advice: {
    open: 'wait',
    slow: 'poll',
    sentBlind: 'done',
    delivered: 'done',
    uncertain: 'escalate',
    failed: /* @__PURE__ */ failed('other-channel', 'other-channel', 'resend', 'other-channel'),
  },
})

/** A notification: worth 72 h, nothing urgent, and a late receipt still counts. */
export const notification: Policy = /* @__PURE__ */ freezePolicy({
  name: 'notification',
  terminal: ['delivered', 'failed'],
  window: 259_200_000,
  silence: 'unknown',
  slowAfter: 900_000,
  maxAttempts: 2,
  advice: {
    open: 'wait',
    slow: 'wait',
    sentBlind: 'done',
    delivered: 'done',
    uncertain: 'hold',
    failed: /* @__PURE__ */ failed('stop', 'stop', 'resend', 'resend'),
  },
})

/**
 * What the flows decide alike, and four decisions of their own: the person opted out, there is no
 * such mobile, it is switched off, anything else.
 */
function failed(
  optedOut: Action,
  noMobile: Action,
  unreachable: Action,
  rest: Action,
): AdviceTable['failed'] {
  return {
    'opted-out': optedOut,
    canceled: 'stop',
    'invalid-destination': noMobile,
    'landline-unsupported': noMobile,
    'content-blocked': 'fix',
    'sender-unregistered': 'fix',
    account: 'fix',
    unreachable,
    'carrier-rejected': rest,
    network: rest,
    throttled: rest,
    expired: rest,
    unknown: rest,
  }
}
