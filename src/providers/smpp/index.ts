import type { Provider } from '../../receipts/provider.ts'
import { providerOf } from '../../reader/provider-of.ts'
import { codes, statuses } from './codes.ts'
import { shapes } from './shape.ts'

/**
 * SMPP: a `deliver_sm` or `data_sm` as the package smpp gives it, its JSON, or the text of a
 * receipt alone.
 *
 * Whether it is a receipt says `esm_class`. Where that does not, as with some SMSCs, a
 * `receipted_message_id` does, or a text with id, done date and state; who knows an id could type
 * such a text on a phone. An intermediate notification never gives a final status. Id and state of
 * the TLVs go before those of the text. Dates have no zone: name the SMSC's in the context's
 * `timeZone`. What `err` means is the SMSC's own: `defineProvider({ extends: smpp, name, codes })`
 * takes its table, and words for `stat` too.
 *
 * Each part of a long text has an id and a receipt of its own, and no receipt says how many there
 * are. Do not join them by a reference of yours: each id would be an attempt, and one part
 * delivered would be the message. `submission` ties the ids of your answers to the parts of one
 * attempt.
 *
 * Ids are kept as they came. An SMSC may write one id in two ways, in its `submit_sm_resp` and in
 * its receipts: in hex and in decimal, with zeros in front, in capitals. `12345678` alone does not
 * say which it is, but you know your SMSC: bring both to one form, in your own events and in these.
 * Another SMSC may use the same ids: with several, put each one's name into the events' `provider`.
 *
 * @example
 * ```ts
 * // This SMSC answers in hex, and reports in decimal with zeros in front. The text had two parts.
 * const ids = ['00BC614E', '00BC614F'].map((hex) => BigInt(`0x${hex}`).toString())
 * const sent = submission({ messageId: 'm1', provider: 'smpp', providerMessageIds: ids, receivedAt: 0 })
 * const { events } = smpp.parse('id:0012345678 done date:2601151031 stat:DELIVRD err:000', { receivedAt: 1000 })
 * const receipts = events.map((event) => ({ ...event, providerMessageId: BigInt(event.providerMessageId ?? 0).toString() }))
 * console.log(receipts[0]?.status, reduce([...sent, ...receipts], otp, 2000).status) // → delivered sent
 * ```
 */
export const smpp: Provider = /* @__PURE__ */ providerOf({ name: 'smpp', shapes, statuses, codes })
