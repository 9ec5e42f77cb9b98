import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { shapes } from './shape.ts'

/**
 * Sinch: the recipient reports and batch reports of the SMS REST API, and the `MESSAGE_DELIVERY`
 * webhook of the Conversation API. A query answers a report as it is posted: set the context's
 * `source` to `poll` for it.
 *
 * Recipients share the id of a batch, so the provider's id of each is `batch_id:recipient`, with
 * what `recipientKey` makes of the number (digits, no `+`). Record the same ids when you send. A
 * batch report tells no time, and a `summary` names no recipient: ask for `per_recipient`.
 */
export const sinch: Provider = /* @__PURE__ */ providerOf({ name: 'sinch', shapes })
