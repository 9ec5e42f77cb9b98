import type { Action, Policy } from '../../src/policy/policy.ts'
import { failureOf } from './facts.ts'
import type { Message, Window } from './message.ts'
import { largest } from './order.ts'
import type { Attempt } from './shown.ts'

/**
 * "the status that is shown is `pending`, `accepted`, `queued` or `sent`, or `unknown` before the
 * deadline"
 */
function isOpen(shown: Attempt | undefined, window: Window): boolean {
  const status = shown?.judged.status ?? 'pending'
  return (
    ['pending', 'accepted', 'queued', 'sent'].includes(status) ||
    (status === 'unknown' && !window.closed)
  )
}

/**
 * "and `slowAfter` has passed since the later of the message's start and the start of the attempt
 * that is shown"
 */
export function isSlow(
  shown: Attempt | undefined,
  message: Message,
  policy: Policy,
  window: Window,
): boolean {
  const from = slowFrom(shown, message, policy)
  return isOpen(shown, window) && from !== undefined && window.now >= from
}

export function slowFrom(
  attempt: Attempt | undefined,
  message: Message,
  policy: Policy,
): number | undefined {
  const since = largest([message.start, attempt?.startedAt])
  return since === undefined ? undefined : since + policy.slowAfter
}

/**
 * "each policy has a table from what is shown to an action"; "Three rules stand above the table, in
 * this order"
 */
export function actionOf(
  attempts: readonly Attempt[],
  shown: Attempt | undefined,
  slow: boolean,
  policy: Policy,
  window: Window,
): Action {
  const status = shown?.judged.status ?? 'pending'
  const claims = attempts.flatMap((attempt) => attempt.claims)
  let action = actionInTable(shown, slow, policy, window)

  // "If the failure of the attempt that is shown is permanent, `resend` becomes `other-channel`."
  if (
    shown &&
    failureOf(shown.claims, shown.judged, window)?.permanent === true &&
    action === 'resend'
  )
    action = 'other-channel'

  // "If `maxAttempts` attempts are used, `resend` and `offer-resend` become `other-channel`."
  if (attempts.length >= policy.maxAttempts && (action === 'resend' || action === 'offer-resend'))
    action = 'other-channel'

  // "If delivery is claimed anywhere in the message but not shown, be it late or of one segment,
  // `resend`, `other-channel` and `escalate` become `hold`."
  const claimedNotShown =
    status !== 'delivered' && claims.some((claim) => claim.event.status === 'delivered')
  if (
    claimedNotShown &&
    (action === 'resend' || action === 'other-channel' || action === 'escalate')
  )
    action = 'hold'
  return action
}

function actionInTable(
  shown: Attempt | undefined,
  slow: boolean,
  policy: Policy,
  window: Window,
): Action {
  const { advice } = policy
  const status = shown?.judged.status ?? 'pending'
  if (status === 'delivered') return advice.delivered
  // "The row `failed` is for undelivered as well, and no reason reads as unknown."
  if (shown && (status === 'failed' || status === 'undelivered'))
    return advice.failed[failureOf(shown.claims, shown.judged, window)?.reason ?? 'unknown']
  // "`uncertain`: expired, and unknown once the window has closed"
  if (!isOpen(shown, window)) return advice.uncertain
  // "`sentBlind`: sent, where receipts are not expected"
  const blind =
    shown?.claims.some((claim) => claim.event.receiptsExpected === false) === true &&
    status === 'sent'
  if (blind && advice.sentBlind !== undefined) return advice.sentBlind
  return slow ? advice.slow : advice.open
}

/**
 * "It is false only if that is proved: there is an attempt, every attempt's strongest status is
 * `failed` or `undelivered`, and no slot has `delivered`."
 */
export function hasDuplicateRisk(attempts: readonly Attempt[]): boolean {
  const proved =
    attempts.length > 0 &&
    attempts.every(
      ({ judged }) => judged.strongest === 'failed' || judged.strongest === 'undelivered',
    ) &&
    attempts.every(({ claims }) => claims.every((claim) => claim.event.status !== 'delivered'))
  return !proved
}
