import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * MessageBird's legacy SMS API: status reports, and the message that it answers when asked. The
 * newer APIs of the same house are `bird`.
 *
 * Recipients share the id of a message, so the provider's id of each is `id:recipient`, with what
 * `recipientKey` makes of the number (digits, no `+`). Record the same ids when you send.
 */
export const messagebird: Provider = /* @__PURE__ */ providerOf({
  name: 'messagebird',
  shapes,
  statuses,
  codes,
  unlistedCodes: { reason: 'unknown', warning: true },
})
