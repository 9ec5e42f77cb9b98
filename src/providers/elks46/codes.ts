/**
 * The words of 46elks in ours. It gives no error code and no reason, so a failure has the reason
 * `unknown`.
 * Unverified: how the callback writes the time of delivery. The API writes UTC, with `Z` or
 * without, and both are read.
 *
 * https://46elks.se/docs/sms-delivery-reports
 * https://46elks.se/docs/show-sms-id
 * https://46elks.se/docs/sms-history
 */
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  created: 'accepted', // of the API alone
  sent: 'sent',
  delivered: 'delivered',
  failed: 'undelivered',
}
