import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { shapes } from './shape.ts'

/**
 * The Jasmin SMS gateway: the receipts that its HTTP API sends to a `dlr-url`, of levels 1 and 2.
 * Those that it relays over SMPP come through `smpp`. Dates name no zone: set the SMSC's as the
 * context's `timeZone`. Answer with the body `ACK/Jasmin`.
 */
export const jasmin: Provider = /* @__PURE__ */ providerOf({ name: 'jasmin', shapes })
