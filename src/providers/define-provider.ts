import type { Provider } from '../receipts/provider.ts'
import { compile, type Shape } from './compile.ts'
import { STRANGE } from './read-report.ts'
import { readReceipts, type Chooser } from './read-receipts.ts'
import { likelyShapeOf, shapeOf } from './shape-of.ts'
import type { ProviderSpec } from './spec.ts'

const shapes = /* @__PURE__ */ new WeakMap<Provider, readonly Shape[]>()

/**
 * A provider that is not among ours, from a description of what it sends: which fields to read, its words in our statuses, its codes in our reasons.
 * It is how ours are made too. What `parse` then costs beside `JSON.parse` is small: all is looked up once, here.
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
 * const { events, issues } = acme.parse('{"sms":{"id":"a1","state":"FAILED","error":17},"at":"2026-01-15T10:31:05Z"}')
 * console.log(events[0]?.status, events[0]?.failure?.reason, issues.length) // → undelivered invalid-destination 0
 * ```
 */
export function defineProvider(spec: ProviderSpec): Provider {
  const known = compile(spec)
  const { name } = spec
  const chooser: Chooser = {
    name,
    choose: ({ scopes }) => shapeOf(known, scopes) ?? likelyShapeOf(known, scopes),
    otherwise: { code: 'not_a_receipt', message: `${name}: ${STRANGE}` },
  }
  const provider: Provider = Object.freeze({
    name,
    parse: (receipt, context) => readReceipts(chooser, receipt, context),
  } satisfies Provider)
  shapes.set(provider, known)
  return provider
}

/** The shapes by which a provider of `defineProvider` knows its receipts. */
export const shapesOf = (provider: Provider): readonly Shape[] => shapes.get(provider) ?? []
