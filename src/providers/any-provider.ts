import type { Provider } from '../receipts/provider.ts'
import { detection } from '../reader/detection.ts'
import { readerOf } from '../reader/provider-of.ts'
import { load, newScope, ownProperty } from '../reader/reading.ts'
import type { Scope } from '../reader/scope.ts'
import { providers } from './registry.ts'

const find = /* @__PURE__ */ detection(/* @__PURE__ */ Object.values(providers))

/**
 * Finds out for each receipt whose it is, among the {@link providers}, and reads it as that one
 * does. What nobody sends, or two might, is an issue `undetected-provider`. If you know who calls,
 * name the provider: it says more about a receipt that is damaged.
 */
export const anyProvider: Provider = /* @__PURE__ */ readerOf(
  'any',
  (scope) => find(scope)?.shape,
  'undetected-provider',
  () => 'no provider that we know sends this',
  'anyProvider',
)

/**
 * Whose receipt it is: takes what `parse` takes, and of an array tells the provider of the first
 * receipt that is detected. Undefined if no provider sends such a receipt, or two send it and
 * neither has a mark that the other lacks. Its cost grows with the receipt, and hardly with the
 * number of providers: of 24, eight are asked each, the others are found by the receipt's fields.
 *
 * @example
 * ```ts
 * console.log(detect('MessageSid=SM00000000000000000000000000000b01&MessageStatus=sent')?.name) // → twilio
 * ```
 */
export function detect(receipt: unknown): Provider | undefined {
  return detectWithin(newScope(), receipt, 2)
}

function detectWithin(scope: Scope, received: unknown, depth: number): Provider | undefined {
  load(scope, received)
  const { body } = scope
  if (!Array.isArray(body) || depth === 0) return find(scope)?.provider
  for (const i of Object.keys(body)) {
    const found = detectWithin(scope, ownProperty(body, i), depth - 1)
    if (found) return found
  }
  return undefined
}
