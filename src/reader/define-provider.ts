import type { Provider } from '../receipts/provider.ts'
import { checkSpec } from './check-spec.ts'
import { providerOf } from './provider-of.ts'
import type { ProviderSpec } from './spec.ts'

/**
 * A provider that is not among ours, from a description of what it sends: which fields to read, its words in our statuses, its codes in our reasons.
 * All is looked up once, here, so that reading a receipt costs little beside parsing its JSON.
 *
 * @throws TypeError where the spec names a status, reason, time format, source or field that there is not, or a path that is none.
 * @example
 * ```ts
 * const acme = defineProvider({
 *   name: 'acme',
 *   shapes: [{ id: 'sms.id', status: 'sms.state', code: 'sms.error', time: { path: 'at', format: 'iso8601' } }],
 *   statuses: { SENT: 'sent', DELIVERED: 'delivered', RETRYING: { status: 'sent', reason: 'unreachable' }, FAILED: 'undelivered' },
 *   codes: { 0: null, 17: 'invalid-destination', 99: { reason: 'expired', status: 'expired' } },
 * })
 * const { events } = acme.parse('{"sms":{"id":"a1","state":"FAILED","error":17},"at":"2026-01-15T10:31:05Z"}')
 * console.log(events[0]?.status, events[0]?.failure?.reason) // → undelivered invalid-destination
 * ```
 */
export function defineProvider(spec: ProviderSpec): Provider {
  checkSpec(spec)
  return providerOf(spec)
}
