import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * Twilio Programmable Messaging: status callbacks, those of Conversations (`onDeliveryUpdated`),
 * Event Streams, and the Message resource that its REST API answers. A long text has one id and one
 * status. WhatsApp and RCS messages can be `read`.
 *
 * A callback says nothing about when it happened but `RawDlrDoneDate`, which has no zone: set the
 * context's `timeZone` if you know the carrier's.
 */
export const twilio: Provider = /* @__PURE__ */ providerOf({
  name: 'twilio',
  shapes,
  statuses,
  codes,
})
