import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { readEvent } from './read-event.ts'
import { shapes } from './shape.ts'

/**
 * Our own `DeliveryEvent` as JSON, from a service that has normalised already. Nothing is added to
 * what it says: where an event names no provider, it has none. The context stands in for what an
 * event lacks. Instants are ms since the epoch, or ISO texts (in the context's `timeZone` where
 * they name none); seconds are refused.
 *
 * @example
 * ```ts
 * const { events } = canonical.parse('{"status":"DELIVERED","messageId":"m1","receivedAt":"2026-11-20T09:00:03Z","confirmedBy":"handset"}')
 * console.log(events[0]?.status, events[0]?.receivedAt) // → delivered 1795165203000
 * ```
 */
export const canonical: Provider = /* @__PURE__ */ providerOf(
  { name: 'canonical', shapes, statuses: {} },
  readEvent,
)
