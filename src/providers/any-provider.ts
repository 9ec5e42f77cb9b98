import type { Provider } from '../receipts/provider.ts'
import { providers } from './all.ts'
import { shapesOf } from './provider-of.ts'
import { isRecord } from './decode.ts'
import { readReceipts, someReceipt, type Chooser } from './read-receipts.ts'
import { shapeOf } from './shape-of.ts'

const known = /* @__PURE__ */ Object.values(providers).flatMap(shapesOf)

const chooser: Chooser = {
  name: 'any',
  shapeOf: (scopes) => shapeOf(known, scopes),
  otherwise: ['undetected_provider', 'no provider that we know sends this'],
}

/**
 * Finds out for each receipt whose it is, among the {@link providers}, and reads it as that one does. What nobody sends is an issue
 * `undetected_provider`. Where you know who calls, name the provider: it says more about a receipt that is damaged.
 */
export const anyProvider: Provider = /* @__PURE__ */ Object.freeze({
  name: chooser.name,
  parse: (receipt, context) => readReceipts(chooser, receipt, context),
} satisfies Provider)

/**
 * Whose receipt it is: takes what `parse` takes, and of an array tells the provider of the first receipt that is detected.
 *
 * @example
 * ```ts
 * console.log(detect('MessageSid=SM00000000000000000000000000000b01&MessageStatus=sent')?.name) // → twilio
 * ```
 */
export function detect(receipt: unknown): Provider | undefined {
  let found: Provider | undefined
  someReceipt(receipt, [], (value) => {
    found = isRecord(value) ? Object.values(providers).find((provider) => shapeOf(shapesOf(provider), [value])) : undefined
    return found !== undefined
  })
  return found
}
