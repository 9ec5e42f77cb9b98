import type { Provider } from '../receipts/provider.ts'
import { canonical } from './canonical/index.ts'
import { decode } from './decode.ts'
import { messente } from './messente/index.ts'
import { readerOf, shapeOf, shapesOf } from './provider-of.ts'
import { own, WHOLE } from './reading.ts'
import { twilio } from './twilio/index.ts'
import { vonage } from './vonage/index.ts'

/** All providers that the library knows, by name. */
export const providers = /* @__PURE__ */ Object.freeze({ canonical, messente, twilio, vonage })

const shapes = /* @__PURE__ */ Object.values(providers).flatMap(shapesOf)

/**
 * Finds out for each receipt whose it is, among the {@link providers}, and reads it as that one does. What nobody sends is an issue
 * `undetected_provider`. Where you know who calls, name the provider: it says more about a receipt that is damaged.
 */
export const anyProvider: Provider = /* @__PURE__ */ readerOf(
  'any',
  (scope) => shapeOf(shapes, scope),
  'undetected_provider',
  'no provider that we know sends this',
  'anyProvider',
)

/**
 * Whose receipt it is: takes what `parse` takes, and of an array tells the provider of the first receipt that is detected.
 *
 * @example
 * ```ts
 * console.log(detect('MessageSid=SM00000000000000000000000000000b01&MessageStatus=sent')?.name) // → twilio
 * ```
 */
export function detect(receipt: unknown): Provider | undefined {
  return detectWithin(receipt, 2)
}

function detectWithin(received: unknown, depth: number): Provider | undefined {
  const receipt = decode(received)
  if (!Array.isArray(receipt) || depth === 0) {
    return Object.values(providers).find((provider) => shapeOf(shapesOf(provider), { receipt, item: undefined, way: WHOLE }))
  }
  for (const i of Object.keys(receipt)) {
    const found = detectWithin(own(receipt, i), depth - 1)
    if (found) return found
  }
  return undefined
}
