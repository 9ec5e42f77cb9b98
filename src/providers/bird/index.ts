import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { shapes } from './shape.ts'

/**
 * Bird: messages of the Channels API, in the envelope of the `sms.outbound` webhook and bare, and
 * the `sms.*` events and messages of the Bird API. What MessageBird's legacy API sends is
 * `messagebird`.
 *
 * The id of an event of the Bird API is in the header `webhook-id`, where no receipt can show it.
 */
export const bird: Provider = /* @__PURE__ */ providerOf({ name: 'bird', shapes })
