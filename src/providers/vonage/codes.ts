/**
 * The words and codes of Vonage's two APIs in ours.
 * Codes that name no cause have no row: their reason is `unknown`.
 *
 * https://developer.vonage.com/messaging/sms/guides/delivery-receipts
 * https://developer.vonage.com/en/messages/concepts/messages-status-callbacks
 * https://developer.vonage.com/en/messages/concepts/sms-status-callbacks (what becomes of an SMS receipt in the Messages API)
 * github Nexmo/api-specification definitions/sms.yml, definitions/messages-olympus.yml (codes from 1000)
 * github nyaruka/courier handlers/nexmo (code 16)
 */
import type { FailureReason } from '../../event/failure.ts'
import type { CodeRow, CodeTable, StatusTable } from '../../reader/spec.ts'

export const smsStatuses: StatusTable = {
  accepted: 'sent', // by the carrier
  buffered: 'sent',
  delivered: 'delivered',
  expired: 'expired',
  failed: 'undelivered',
  rejected: 'failed',
  unknown: 'unknown',
}

/** `rejected` is every non-delivery: its code tells whether a carrier said so, or nobody did. */
export const messagesStatuses: StatusTable = {
  submitted: 'accepted',
  delivered: 'delivered',
  read: { status: 'delivered', confirmedBy: 'handset' }, // never of an SMS
  rejected: 'failed',
  undeliverable: { status: 'failed', ignoresCode: true }, // Vonage could not reach the next provider
}

export const smsCodes: CodeTable = {
  0: null,
  2: 'unreachable',
  3: 'invalid-destination',
  4: 'opted-out',
  6: 'content-blocked',
  7: 'unreachable',
  8: 'unreachable',
  9: 'opted-out',
  10: 'carrier-rejected',
  11: 'unreachable',
  12: 'unreachable',
  13: 'carrier-rejected',
  14: 'carrier-rejected',
  15: 'unreachable',
  16: 'throttled', // unverified
  50: 'sender-unregistered',
  51: 'sender-unregistered',
  52: 'content-blocked',
  53: 'opted-out',
  54: 'carrier-rejected',
}

/** A code with which a carrier reports, in the Messages API. */
const byCarrier = (reason: FailureReason): CodeRow => ({ reason, status: 'undelivered' })

export const messagesCodes: CodeTable = {
  1000: 'throttled',
  1050: 'opted-out',
  1060: 'account',
  1070: 'account',
  1080: 'account',
  1120: 'sender-unregistered',
  1130: 'expired',
  1140: 'landline-unsupported',
  1160: 'account',
  1170: 'invalid-destination',
  1180: /* @__PURE__ */ byCarrier('unreachable'),
  1190: /* @__PURE__ */ byCarrier('invalid-destination'),
  1200: /* @__PURE__ */ byCarrier('unknown'),
  1210: /* @__PURE__ */ byCarrier('content-blocked'),
  1220: /* @__PURE__ */ byCarrier('unreachable'),
  1230: /* @__PURE__ */ byCarrier('unreachable'),
  1240: /* @__PURE__ */ byCarrier('opted-out'),
  1241: 'throttled',
  1250: /* @__PURE__ */ byCarrier('unreachable'),
  1260: /* @__PURE__ */ byCarrier('unreachable'),
  1270: /* @__PURE__ */ byCarrier('carrier-rejected'),
  1280: /* @__PURE__ */ byCarrier('carrier-rejected'),
  1290: /* @__PURE__ */ byCarrier('unreachable'),
  1300: /* @__PURE__ */ byCarrier('landline-unsupported'),
  1310: /* @__PURE__ */ byCarrier('landline-unsupported'),
  1330: { reason: 'unknown', status: 'unknown' }, // no carrier knows
  1331: /* @__PURE__ */ byCarrier('unknown'),
  1340: 'carrier-rejected',
  1360: { reason: 'expired', status: 'expired' },
}
