import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Firetext: the delivery receipts that it posts. They have no id but the `reference` that you sent
 * with the message, so say in the context which message that is. Times are on London's clocks, with
 * summer time, unless the context's `timeZone` says otherwise.
 *
 * @example
 * ```ts
 * const body = 'mobile=447700900123&status=0&time=2026-07-15+14%3A17%3A00&reference=order-42&code=000'
 * const { events } = firetext.parse(body, { messageId: (event) => event.reference })
 * console.log(events[0]?.messageId, events[0]?.status, events[0]?.occurredAt) // → order-42 delivered 1784121420000
 * ```
 */
export const firetext: Provider = /* @__PURE__ */ providerOf({
  name: 'firetext',
  shapes,
  statuses,
  codes,
})
