import type { FailureReason } from '../../src/event/failure.ts'
import type { Action, Policy } from '../../src/policy/policy.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * The rows of reasons: "opted-out", "canceled", "invalid-destination, landline-unsupported",
 * "content-blocked, account, sender-unregistered", "unreachable", "carrier-rejected, network,
 * expired, throttled, unknown"
 */
const failed = (
  optedOut: Action,
  canceled: Action,
  destination: Action,
  setup: Action,
  unreachable: Action,
  other: Action,
): Record<FailureReason, Action> => ({
  'opted-out': optedOut,
  canceled,
  'invalid-destination': destination,
  'landline-unsupported': destination,
  'content-blocked': setup,
  'sender-unregistered': setup,
  account: setup,
  unreachable,
  'carrier-rejected': other,
  network: other,
  throttled: other,
  expired: other,
  unknown: other,
})

/** The tables of policies and advice. */
export const otp: Policy = {
  name: 'otp',
  terminal: ['delivered', 'undelivered', 'failed', 'expired'],
  window: 5 * minute,
  silence: 'expired',
  slowAfter: 30 * second,
  maxAttempts: 3,
  advice: {
    open: 'wait',
    slow: 'offer-resend',
    delivered: 'done',
    uncertain: 'offer-resend',
    failed: failed('stop', 'stop', 'other-channel', 'fix', 'other-channel', 'resend'),
  },
}

export const alert: Policy = {
  name: 'alert',
  terminal: ['delivered', 'undelivered', 'failed'],
  window: 4 * hour,
  silence: 'unknown',
  slowAfter: 5 * minute,
  maxAttempts: 2,
  advice: {
    open: 'wait',
    slow: 'poll',
    sentBlind: 'done',
    delivered: 'done',
    uncertain: 'escalate',
    failed: failed('other-channel', 'stop', 'other-channel', 'fix', 'resend', 'other-channel'),
  },
}

export const notification: Policy = {
  name: 'notification',
  terminal: ['delivered', 'failed'],
  window: 72 * hour,
  silence: 'unknown',
  slowAfter: 15 * minute,
  maxAttempts: 2,
  advice: {
    open: 'wait',
    slow: 'wait',
    sentBlind: 'done',
    delivered: 'done',
    uncertain: 'hold',
    failed: failed('stop', 'stop', 'stop', 'fix', 'resend', 'resend'),
  },
}
