import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Telnyx: messaging webhooks, and the message that its API answers.
 * One message to a group has one id: each member's number is joined to it.
 */
export const telnyx: Provider = /* @__PURE__ */ providerOf({
  name: 'telnyx',
  shapes,
  statuses,
  codes,
})
