import { frozen } from './check-policy.ts'
import type { Policy } from './policy.ts'

// Windows of alert and notification are a judgement: receipts stop after 2 h (Bandwidth) to 72 h (GOV.UK, AWS, Vonage).

/** A one-time code: valid for 5 min, a resend is offered after 30 s, and silence by the deadline is the end of it. */
export const otp: Policy = /* @__PURE__ */ frozen({
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
    failed: {
      'opted-out': 'stop',
      canceled: 'stop',
      'invalid-destination': 'other-channel',
      'landline-unsupported': 'other-channel',
      'content-blocked': 'fix',
      'sender-unregistered': 'fix',
      account: 'fix',
      unreachable: 'other-channel',
      'carrier-rejected': 'resend',
      network: 'resend',
      throttled: 'resend',
      expired: 'resend',
      unknown: 'resend',
    },
  },
})

/** An account alert: worth 4 h, and somebody must know when it may not have arrived. */
export const alert: Policy = /* @__PURE__ */ frozen({
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
    failed: {
      'opted-out': 'other-channel',
      canceled: 'stop',
      'invalid-destination': 'other-channel',
      'landline-unsupported': 'other-channel',
      'content-blocked': 'fix',
      'sender-unregistered': 'fix',
      account: 'fix',
      unreachable: 'resend',
      'carrier-rejected': 'other-channel',
      network: 'other-channel',
      throttled: 'other-channel',
      expired: 'other-channel',
      unknown: 'other-channel',
    },
  },
})

/** A notification: worth 72 h, nothing urgent, and a late receipt still counts. */
export const notification: Policy = /* @__PURE__ */ frozen({
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
    failed: {
      'opted-out': 'stop',
      canceled: 'stop',
      'invalid-destination': 'stop',
      'landline-unsupported': 'stop',
      'content-blocked': 'fix',
      'sender-unregistered': 'fix',
      account: 'fix',
      unreachable: 'resend',
      'carrier-rejected': 'resend',
      network: 'resend',
      throttled: 'resend',
      expired: 'resend',
      unknown: 'resend',
    },
  },
})
