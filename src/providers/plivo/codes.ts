/**
 * Plivo's words and codes in ours. Its `delivered` proves what the destination's carrier reports;
 * where a carrier reports nothing, `sent` stays the last word.
 * Codes that name no cause have no row: their reason is `unknown`.
 *
 * https://docs.plivo.com/docs/messaging/api/message/message-status-callbacks
 * https://plivo.com/docs/messaging/troubleshooting/error-codes
 * https://www.plivo.com/blog/introducing-sms-error-codes/
 * https://support.plivo.com/hc/en-us/articles/360041781711
 * npm plivo 4.79.0 (what the API answers)
 *
 * Unverified: 300, 420 and 910 are quoted from Plivo's API reference by others. 451, 452 and 950
 * exist, and what they mean was not found. The zone of the times of a callback is not documented.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  queued: 'queued',
  sent: 'sent',
  failed: 'failed',
  rejected: 'failed', // in older documentation only
  undelivered: 'undelivered',
  delivered: 'delivered',
  read: { status: 'delivered', confirmedBy: 'handset' }, // never of an SMS
}

export const codes = /* @__PURE__ */ codeTable(
  [null, '000'],
  ['carrier-rejected', 10, 110],
  [{ reason: 'network', permanent: false }, 20],
  ['content-blocked', 30],
  ['sender-unregistered', 40, 201],
  [{ reason: 'invalid-destination', permanent: true }, 50, 70],
  [{ reason: 'unreachable', permanent: false }, 80],
  ['unreachable', 90],
  ['landline-unsupported', 100],
  [{ reason: 'opted-out', permanent: true }, 200],
  [{ reason: 'expired', status: 'expired' }, 420],
  ['account', 450, 900, 910],
)
