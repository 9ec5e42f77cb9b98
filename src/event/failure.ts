import type { Draft } from './omit-undefined.ts'

/** Why a message failed, in classes that a program can act on. */
export const FAILURE_REASONS = /* @__PURE__ */ Object.freeze([
  'invalid-destination',
  'unreachable',
  'landline-unsupported',
  'content-blocked',
  'opted-out',
  'carrier-rejected',
  'network',
  'expired',
  'throttled',
  'account',
  'sender-unregistered',
  'canceled',
  'unknown',
] as const)

/**
 * Why a message failed.
 *
 * - `invalid-destination`: no mobile can be reached under this number
 * - `unreachable`: the phone is switched off or out of reach
 * - `landline-unsupported`: the number is a landline, which takes no text
 * - `content-blocked`: the text was filtered
 * - `opted-out`: the recipient does not want messages
 * - `carrier-rejected`: a carrier refused it and did not say why
 * - `network`: something between the provider and the phone failed
 * - `expired`: its validity ended before it could be delivered
 * - `throttled`: too many messages in too short a time
 * - `account`: the account is not allowed to send it, or has no credit
 * - `sender-unregistered`: the sender is not registered, or not allowed
 * - `canceled`: whoever sent it called it back
 * - `unknown`: no other reason fits
 */
export type FailureReason = (typeof FAILURE_REASONS)[number]

/** Why a message was not delivered, as far as its provider says. */
export interface Failure {
  /** In our words. */
  readonly reason: FailureReason
  /** The provider's own error code, as text, as it was sent. */
  readonly code?: string | undefined
  /** True where the provider says that trying again is useless. */
  readonly permanent?: boolean | undefined
}

/** A copy with sorted keys and without undefined fields, so that equal failures have one text. */
export function copyFailure({ code, permanent, reason }: Failure): Failure {
  const copy = {} as Draft<Failure>
  if (code !== undefined) copy.code = code
  if (permanent !== undefined) copy.permanent = permanent
  copy.reason = reason
  return copy
}
