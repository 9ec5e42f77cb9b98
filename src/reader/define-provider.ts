import type { Provider } from '../receipts/provider.ts'
import { checkExtension, checkSpec } from './check-spec.ts'
import { extendedSpec } from './extend.ts'
import { providerOf } from './provider-of.ts'
import type { ProviderExtension, ProviderSpec } from './spec.ts'

/**
 * A provider that is not among ours, from a description of what it sends: which fields to read, its
 * words in our statuses, its codes in our reasons. Or, with `extends`, one of ours with words and
 * codes added or changed. All is looked up once, here, so that reading a receipt costs little
 * beside parsing its JSON.
 *
 * @throws TypeError if the spec names a status, reason, time format, source or field that does not
 * exist, or a path that is none
 * @example
 * ```ts
 * const acme = defineProvider({
 *   name: 'acme',
 *   shapes: [{ id: 'sms.id', status: 'sms.state', code: 'sms.error', time: { path: 'at', format: 'iso8601' } }],
 *   statuses: { SENT: 'sent', DELIVERED: 'delivered', RETRYING: { status: 'sent', reason: 'unreachable' }, FAILED: 'undelivered' },
 *   codes: { 17: { reason: 'invalid-destination', permanent: true } },
 * })
 * const { events } = acme.parse('{"sms":{"id":"a1","state":"FAILED","error":17},"at":"2026-01-15T10:31:05Z"}')
 * console.log(events[0]?.status, events[0]?.failure?.reason) // → undelivered invalid-destination
 *
 * const mySmsc = defineProvider({ extends: smpp, name: 'my-smsc', codes: { '003': 'invalid-destination' } })
 * console.log(mySmsc.parse('id:7 stat:UNDELIV err:003').events[0]?.failure?.reason) // → invalid-destination
 * ```
 */
export function defineProvider(spec: ProviderSpec | ProviderExtension): Provider {
  if (isExtension(spec)) {
    checkExtension(spec)
    return providerOf(extendedSpec(spec))
  }
  checkSpec(spec)
  return providerOf(spec)
}

const isExtension = (spec: ProviderSpec | ProviderExtension): spec is ProviderExtension =>
  typeof spec === 'object' && spec !== null && 'extends' in spec
