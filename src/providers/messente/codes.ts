/**
 * Messente's words and codes in ours. Its two APIs share words, but only the older one says that the handset vouches for what is delivered.
 * Codes that name no cause have no row: their reason is `unknown`.
 *
 * https://support.messente.com/article/137-delivery-reports
 * https://messente.com/documentation/sms-messaging/delivery-report
 * https://messente.com/documentation/omnichannel-api/delivery-report
 * github messente/messente-api-python docs/Status.md, docs/DeliveryResult.md, docs/ErrorCodeOmnichannelMachine.md
 */
import type { CodeTable, StatusTable } from '../../reader/spec.ts'

const both: StatusTable = {
  ACCEPTD: 'sent',
  UNKNOWN: 'unknown',
  EXPIRED: 'expired',
  FAILED: 'failed',
  REJECTD: 'failed',
  NACK: 'failed',
  UNDELIV: 'undelivered',
  DELETED: 'undelivered',
}

/** `stat` of the SMS API, and its coarser `status`. */
export const smsStatuses: StatusTable = /* @__PURE__ */ Object.assign(
  {
    SENT: 'sent',
    DELIVERED: { status: 'delivered', confirmedBy: 'handset' },
    DELIVRD: { status: 'delivered', confirmedBy: 'handset' },
  } satisfies StatusTable,
  both,
)

export const omnichannelStatuses: StatusTable = /* @__PURE__ */ Object.assign(
  {
    null: 'queued', // not processed yet
    ACK: 'accepted',
    DELIVRD: 'delivered',
    SEEN: { status: 'delivered', confirmedBy: 'handset' }, // never of an SMS
  } satisfies StatusTable,
  both,
)

export const codes: CodeTable = {
  // SMS API
  '000': null,
  '002': 'expired',
  '003': 'invalid-destination',
  '004': 'account',
  '005': 'invalid-destination',
  '006': 'throttled',
  '007': 'sender-unregistered',
  '008': 'opted-out',
  // Omnichannel API
  0: null,
  2: 'expired',
  3: 'invalid-destination',
  4: 'account',
  5: 'invalid-destination',
  6: 'throttled',
  7: 'sender-unregistered',
  8: 'opted-out',
  9: 'unreachable',
  10: null, // seen
  // Both
  999: { reason: 'unknown', permanent: false },
}
