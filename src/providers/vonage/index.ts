import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { shapes } from './shape.ts'

/**
 * Vonage (Nexmo): the receipts of the SMS API, and the status webhooks of the Messages API.
 *
 * A long text has an id for each part in the SMS API: the answer to your request lists them in order. Give each part's `segment` with your own event
 * that ties its id to the message, or with the context; a receipt does not say it.
 * `scts` has no zone. It is read as UTC, although Vonage's own example is an hour ahead: set the context's `timeZone` if you know better.
 */
export const vonage: Provider = /* @__PURE__ */ providerOf({ name: 'vonage', shapes })
