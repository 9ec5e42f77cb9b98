/**
 * MessageBird's words and codes in ours, and the reasons that it writes in words: these are read
 * only if the code says nothing. Who vouches for `delivered` is not documented: it is read as
 * the carrier's word.
 *
 * https://support.messagebird.com (article 360001869258)
 * https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-sources,
 *   sms-platform-extended-error-codes
 * npm messagebird 4.0.1
 * github nyaruka/courier handlers/messagebird
 *
 * Unverified: the list of codes is that of the same platform's newer API, and may lack some. A code
 * that is not listed puts no failure on what is under way. No page was found about 103: a
 * production gateway (courier) stops writing to a contact on it, and to go on after a STOP would be
 * the worse mistake. Without a receipt from the operator a message is expired, not undelivered.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  scheduled: 'queued',
  sent: 'sent',
  buffered: 'sent', // by the operator
  expired: 'expired',
  delivery_failed: 'undelivered',
  delivered: 'delivered',
}

export const codes = /* @__PURE__ */ codeTable(
  [null, 0],
  ['invalid-destination', 1, 5, 'unknown subscriber'],
  ['unreachable', 2, 3, 12, 'unavailable subscriber'],
  ['carrier-rejected', 9],
  ['landline-unsupported', 10, 11],
  ['network', 34],
  [{ reason: 'expired', status: 'expired' }, 'expired', 'DLR not received'],
  [{ reason: 'opted-out', permanent: true }, 103],
)
