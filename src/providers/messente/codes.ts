/**
 * Messente's words and codes in ours. Its two APIs share words, but only the older one says that
 * the handset vouches for what is delivered.
 *
 * https://support.messente.com/article/137-delivery-reports
 * https://support.messente.com/article/218 (ACK: an operator has accepted it for delivery)
 * https://messente.com/documentation/sms-messaging/delivery-report
 * https://messente.com/documentation/omnichannel-api/delivery-report
 * github messente/messente-api-python docs/Status.md, docs/DeliveryResult.md,
 *   docs/ErrorCodeOmnichannelMachine.md
 */
import { codeTable } from '../../reader/code-table.ts'
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

/** The same beside the status FAILED: the error is not known, but the outcome is. */
export const failedStatuses: StatusTable = /* @__PURE__ */ Object.assign({}, smsStatuses, {
  UNKNOWN: 'failed',
} satisfies StatusTable)

export const omnichannelStatuses: StatusTable = /* @__PURE__ */ Object.assign(
  {
    null: 'queued', // not processed yet
  } satisfies StatusTable,
  both,
  {
    ACK: 'sent',
    DELIVRD: 'delivered',
    SEEN: { status: 'delivered', confirmedBy: 'handset', read: true }, // never of an SMS
  } satisfies StatusTable,
)

/** Three digits in the SMS API, a number in the other. */
export const codes: CodeTable = /* @__PURE__ */ codeTable(
  [null, '000', 0, 10], // 10: seen
  ['expired', '002', 2],
  ['invalid-destination', '003', 3, '005', 5],
  ['account', '004', 4],
  ['throttled', '006', 6],
  ['sender-unregistered', '007', 7],
  ['opted-out', '008', 8],
  ['unreachable', 9],
  // These name no cause.
  ['unknown', '001', 1],
  [{ reason: 'unknown', permanent: false }, 999],
)
