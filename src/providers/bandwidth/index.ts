import { providerOf } from '../../reader/provider-of.ts'
import type { Provider } from '../../receipts/provider.ts'
import { codes } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Bandwidth Messaging v2: message events, and the messages that its API lists.
 * A message to a group has one id: what `recipientKey` makes of a member's number is joined to it.
 */
export const bandwidth: Provider = /* @__PURE__ */ providerOf({ name: 'bandwidth', shapes, codes })
