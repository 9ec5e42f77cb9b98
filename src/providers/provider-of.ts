import type { Provider } from '../receipts/provider.ts'
import { compile, type Shape } from './compile.ts'
import { STRANGE } from './read-report.ts'
import { readReceipts, type Chooser } from './read-receipts.ts'
import { likelyShapeOf, shapeOf } from './shape-of.ts'
import type { ProviderSpec } from './spec.ts'

const shapes = /* @__PURE__ */ new WeakMap<Provider, readonly Shape[]>()

/** Makes the provider of a spec that is known to be right. */
export function providerOf(spec: ProviderSpec): Provider {
  const known = compile(spec)
  const { name } = spec
  const chooser: Chooser = {
    name,
    shapeOf: (scopes) => shapeOf(known, scopes) ?? likelyShapeOf(known, scopes),
    otherwise: ['not_a_receipt', STRANGE],
  }
  const provider: Provider = Object.freeze({
    name,
    parse: (receipt, context) => readReceipts(chooser, receipt, context),
  } satisfies Provider)
  shapes.set(provider, known)
  return provider
}

/** The shapes by which a provider knows its receipts. */
export const shapesOf = (provider: Provider): readonly Shape[] => shapes.get(provider) ?? []
