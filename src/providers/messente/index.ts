import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { codes } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Messente: the delivery reports of its SMS API, and of its Omnichannel API both the webhook and
 * the answer to a status query. An omnichannel message has an id in each channel (`message_id`),
 * which your request's answer names beside its own (`omnimessage_id`): record those of the
 * channels. In the SMS API the handset vouches for what is delivered, in the other one somebody on
 * the way to it.
 *
 * The times of the Omnichannel API name no zone. They are read as UTC, which is not documented: set
 * the context's `timeZone` if you know better.
 */
export const messente: Provider = /* @__PURE__ */ providerOf({ name: 'messente', shapes, codes })
