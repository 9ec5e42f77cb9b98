import { checkKeys, checkName, checkObject } from '../../event/check.ts'
import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { codes, statuses } from './codes.ts'
import { shapes, shapesFor, type KannelNames } from './shape.ts'

export type { KannelNames }

/**
 * Kannel: what its smsbox calls your `dlr-url` with. The names in that URL are yours to choose.
 * Read are those of `/dlr?id=42&type=%d&to=%p&from=%P&t=%T&fid=%F&err=%B&answer=%A`, where `id` is
 * your own reference, and `status`, `dlr-type` and `uuid` for `type` and `id`. For other names,
 * make a provider with {@link kannelProvider}.
 *
 * Until the SMSC has given an id (8 and 16) there may be none: name the message in the context
 * then, by `reference`.
 *
 * @example
 * ```ts
 * const { events } = kannel.parse('/dlr?id=42&type=16&t=1768473001&fid=&err=&answer=NACK%2F0x00000058%2FThrottled', {
 *   messageId: (event) => event.reference,
 * })
 * console.log(events[0]?.messageId, events[0]?.status, events[0]?.failure?.reason) // → 42 failed throttled
 * ```
 */
export const kannel: Provider = /* @__PURE__ */ providerOf({
  name: 'kannel',
  shapes,
  statuses,
  codes,
})

/**
 * Kannel with the names of your own `dlr-url`. `detect` does not know it: the names may be
 * anybody's.
 *
 * @throws TypeError if a name is none, or is for nothing that is read
 * @example
 * ```ts
 * // dlr-url = https://example.org/dlr?ref=42&event=%d&smsc-id=%F&at=%T&why=%B&reply=%A
 * const mine = kannelProvider({ status: 'event', id: 'smsc-id', time: 'at', code: 'why', answer: 'reply', reference: 'ref' })
 * const { events } = mine.parse('/dlr?ref=42&event=1&smsc-id=bc614e&at=1768473065&why=000&reply=')
 * console.log(events[0]?.status, events[0]?.providerMessageId) // → delivered bc614e
 * ```
 */
export function kannelProvider(names: KannelNames, name = 'kannel'): Provider {
  const where = 'kannelProvider: '
  checkObject(names, where, 'names', 'Pass { status: … }, the names in your dlr-url.')
  checkKeys(names, ['status', 'id', 'time', 'code', 'answer', 'reference'], where, 'names')
  checkName(name, where, 'name', 'Leave it out for kannel.')
  for (const [field, value] of Object.entries({ ...names, status: names.status })) {
    if (value === undefined && field !== 'status') continue
    const texts: readonly unknown[] = [value].flat()
    for (const text of texts.length > 0 ? texts : [undefined])
      checkName(text, where, field, 'Name the parameter of your dlr-url.')
  }
  return providerOf({ name, shapes: shapesFor(names), statuses, codes })
}
