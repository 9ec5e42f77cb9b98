/**
 * The words and codes of Sinch's SMS API and Conversation API in ours. Who vouches for `Delivered`
 * is not documented: it is read as the carrier's word.
 * Codes that name no cause and make no promise have no row: their reason is `unknown`.
 *
 * https://developers.sinch.com/docs/sms/api-reference/sms/tag/Delivery-reports/
 * https://developers.sinch.com/docs/sms/smpp/10dlc-errors
 * https://developers.sinch.com/docs/sms/smpp/error-codes
 * github sinch/docs docs/sms/sms-smpp/sms-smpp-error-specification.md @0b14470 (codes below 400)
 * github sinch/sinch-sdk-java @d747cc30 (DeliveryStatus, DeliveryReceiptStatusCode, ReasonCode)
 * npm @sinch/conversation 1.4.0
 * github sinch/skills skills/sinch-conversation-api
 *
 * Unverified: DELIVERY_REPORT_TIME_OUT is named alone; the name says that nobody reported, so the
 * outcome is `unknown`. The newest list of codes below 400 could not be read in full: a code that
 * is not listed puts no failure on what is under way.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const smsStatuses: StatusTable = {
  Queued: 'queued',
  Dispatched: 'sent',
  Unknown: 'unknown', // no receipt, or none that Sinch understood
  Expired: 'expired',
  Aborted: 'failed',
  Rejected: 'failed',
  Cancelled: { status: 'failed', reason: 'canceled' },
  Deleted: 'undelivered',
  Failed: 'undelivered',
  Delivered: 'delivered',
}

/** Codes from 400 are of the SMS API, those below of the SMSC. */
export const smsCodes = /* @__PURE__ */ codeTable(
  [null, 0, 400, 401],
  [{ reason: 'invalid-destination', permanent: true }, 9, 10, 12, 17, 100, 108, 150, 300, 301],
  [{ reason: 'invalid-destination', permanent: true }, 302, 303, 304],
  ['invalid-destination', 402],
  [{ reason: 'unreachable', permanent: true }, 105, 110, 151, 160, 213],
  [{ reason: 'unreachable', permanent: false }, 14, 109, 111, 112, 153, 158, 159, 161, 162, 200],
  [{ reason: 'unreachable', permanent: false }, 201, 202, 203, 210, 211, 214, 215],
  ['unreachable', 322, 404, 417],
  [{ reason: 'landline-unsupported', permanent: true }, 152, 154, 204],
  [{ reason: 'landline-unsupported', permanent: false }, 101, 212],
  ['landline-unsupported', 416],
  [{ reason: 'content-blocked', permanent: true }, 15, 62, 66, 67],
  [{ reason: 'opted-out', permanent: true }, 61, 254, 255],
  [{ reason: 'carrier-rejected', permanent: true }, 13, 16, 19, 63, 65, 205, 206, 250, 251, 252],
  [{ reason: 'carrier-rejected', permanent: true }, 253, 256, 257, 320, 321, 330, 331, 332, 333],
  [{ reason: 'carrier-rejected', permanent: true }, 334, 335, 336, 337, 338, 339, 340, 341, 342],
  [{ reason: 'carrier-rejected', permanent: true }, 343, 344, 345, 346, 347, 348, 349],
  [{ reason: 'carrier-rejected', permanent: false }, 350],
  ['carrier-rejected', 408, 411, 415],
  [{ reason: 'network', permanent: false }, 102, 155],
  ['expired', 406],
  [{ reason: 'throttled', permanent: true }, 64],
  [{ reason: 'throttled', permanent: false }, 107, 360],
  ['account', 412, 413],
  [{ reason: 'sender-unregistered', permanent: true }, 60, 310, 311, 312],
  ['sender-unregistered', 410],
  ['canceled', 407],
  [{ reason: 'unknown', permanent: true }, 1, 2, 3, 5, 6, 7, 8, 11, 53, 54, 55, 72, 77, 103, 104],
  [{ reason: 'unknown', permanent: true }, 113, 156, 157, 163, 208, 209, 216],
  [{ reason: 'unknown', permanent: false }, 4, 18, 40, 50, 51, 52, 56, 70, 71, 73, 74, 75, 76],
  [{ reason: 'unknown', permanent: false }, 106, 114, 164, 207, 217, 361, 362, 370, 399],
)

/** `FAILED` covers all that goes wrong, so the code decides. `SWITCHING_CHANNEL` is no end. */
export const conversationStatuses: StatusTable = {
  QUEUED: 'queued',
  SWITCHING_CHANNEL: 'queued',
  QUEUED_ON_CHANNEL: 'sent',
  FAILED: 'undelivered',
  DELIVERED: 'delivered',
  READ: { status: 'delivered', confirmedBy: 'handset' }, // never of an SMS
}

export const conversationCodes = /* @__PURE__ */ codeTable(
  [{ reason: 'invalid-destination', status: 'failed' }, 'RECIPIENT_INVALID_CHANNEL_IDENTITY'],
  [{ reason: 'invalid-destination', status: 'failed' }, 'CONTACT_NOT_FOUND'],
  [{ reason: 'invalid-destination', status: 'failed' }, 'NO_CHANNEL_IDENTITY_FOR_CONTACT'],
  ['unreachable', 'RECIPIENT_NOT_REACHABLE', 'NO_CHANNELS_LEFT'],
  ['landline-unsupported', 'MEDIA_TYPE_UNSUPPORTED', 'UNSUPPORTED_OPERATION'],
  ['content-blocked', 'DELIVERY_REJECTED_DUE_TO_POLICY'],
  ['opted-out', 'RECIPIENT_NOT_OPTED_IN'],
  ['carrier-rejected', 'OUTSIDE_ALLOWED_SENDING_WINDOW', 'MEDIA_TOO_LARGE', 'CHANNEL_REJECT'],
  [{ reason: 'expired', status: 'expired' }, 'DELIVERY_TIMED_OUT', 'MESSAGE_EXPIRED'],
  [{ reason: 'throttled', status: 'failed' }, 'RATE_LIMITED'],
  [{ reason: 'account', status: 'failed' }, 'CHANNEL_BAD_CONFIGURATION'],
  [{ reason: 'account', status: 'failed' }, 'CHANNEL_CONFIGURATION_MISSING', 'UNKNOWN_APP'],
  [{ reason: 'account', status: 'failed' }, 'NO_PERMISSION', 'INACTIVE_CREDENTIAL'],
  [{ reason: 'unknown', status: 'failed' }, 'BAD_REQUEST'],
  [{ reason: 'unknown', status: 'unknown' }, 'DELIVERY_REPORT_TIME_OUT'],
)
