import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { shapes } from './shape.ts'

/**
 * Vonage (Nexmo): the receipts of the SMS API, and the status webhooks of the Messages API, whose
 * WhatsApp and RCS messages can be `read`.
 *
 * In the SMS API each part of a long text has an id and a receipt of its own, and no receipt says
 * how many there are. Do not join them by `client-ref`: each id would be an attempt, and one part
 * delivered would be the message. The answer to your request lists the ids in order: `submission`
 * ties them to the parts of one attempt.
 *
 * A receipt without `message-timestamp` has only `scts`, which has no zone. It is read as UTC: set
 * the context's `timeZone` if you know better.
 *
 * @example
 * ```ts
 * const sent = submission({ messageId: 'm1', provider: 'vonage', providerMessageIds: ['0A01', '0A02'], receivedAt: 0 })
 * const { events } = vonage.parse('messageId=0A01&status=delivered&err-code=0&client-ref=m1', { receivedAt: 1000 })
 * console.log(reduce([...sent, ...events], otp, 2000).status) // → sent
 * ```
 */
export const vonage: Provider = /* @__PURE__ */ providerOf({ name: 'vonage', shapes })
