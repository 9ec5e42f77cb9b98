import { checkObject } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { MessageOption } from '../message/message-option.ts'
import type { Policy } from '../policy/policy.ts'
import { explanationIn } from './explanation.ts'
import { textOfExplanation } from './to-text.ts'
import { wordingOf, type WordingOptions } from './wording.ts'

export interface ExplainOptions extends WordingOptions, MessageOption {}

/**
 * The story of a message for a person in support: its timeline, a line per entry (when, how long
 * after the start, what is claimed and by whom, the verdict and why), and under it what is shown,
 * why, and what to do next. Any order of the events gives the same text. It says no more than the
 * evidence proves, and holds no personal data but what the caller's own ids hold.
 *
 * This is `toText(explanation(…))`. n log n in the number of events and attempts together.
 *
 * @param now ms since the epoch
 * @throws TypeError as `reduce` does, and for a time zone that the runtime does not know
 * @example
 * ```ts
 * const at = Date.UTC(2026, 10, 21, 9)
 * const events: DeliveryEvent[] = [
 *   { status: 'delivered', receivedAt: at + 423_000, provider: 'twilio' },
 *   { status: 'sent', receivedAt: at, provider: 'twilio' },
 * ]
 * console.log(explain(events, otp, at + 600_000))
 * // → 2026-11-21, UTC
 * // → 09:00:00.000           sent       twilio  advanced  handed on for delivery
 * // → 09:05:00.000    +5min  expired    clock   advanced  no final status by the deadline
 * // → 09:07:03.000  +7min3s  delivered  twilio  late      2 min 3 s after the deadline; kept as evidence
 * // →
 * // → Shown:  expired since 09:05:00, settled (policy otp, as of 09:10:00)
 * // →         Delivery was not confirmed in time; it may have arrived all the same.
 * // → Why:    No final status by the deadline, 5 min after the start.
 * // →         The delivered receipt came 2 min 3 s after the deadline: too late to change it, kept as evidence.
 * // → Next:   offer-resend: let the user ask for another one; never resend by itself.
 * // →         A second copy may reach the phone.
 * ```
 */
export function explain(
  events: Iterable<DeliveryEvent>,
  policy: Policy,
  now: number,
  options: ExplainOptions = {},
): string {
  const where = 'explain: '
  checkObject(options, where, 'options')
  const explained = explanationIn(where, events, policy, now, { messageId: options.messageId })
  return textOfExplanation(explained, wordingOf(explained, options, where, ['messageId']))
}
