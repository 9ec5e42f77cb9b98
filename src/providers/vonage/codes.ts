/**
 * The words and codes of Vonage's two APIs in ours.
 *
 * https://developer.vonage.com/messaging/sms/guides/delivery-receipts
 * https://developer.vonage.com/en/messages/concepts/messages-status-callbacks
 * https://developer.vonage.com/en/messages/concepts/sms-status-callbacks (what an SMS receipt is in
 *   the Messages API)
 * https://developer.vonage.com/api-errors/messages (1000 to 1382; 1430 from a test in open code)
 * github Nexmo/api-specification definitions/sms.yml, definitions/messages-olympus.yml
 * github Nexmo/nexmo-developer _open_api/errors/messages-olympus.md (1110)
 * github nyaruka/courier handlers/nexmo (code 16)
 */
import type { FailureReason } from '../../event/failure.ts'
import { codeTable } from '../../reader/code-table.ts'
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
  read: { status: 'delivered', confirmedBy: 'handset', read: true }, // never of an SMS
  rejected: 'failed',
  undeliverable: { status: 'failed', ignoresCode: true }, // Vonage could not reach the next provider
}

export const smsCodes: CodeTable = /* @__PURE__ */ codeTable(
  [null, 0],
  [{ reason: 'unreachable', permanent: false }, 2, 7],
  ['unreachable', 11, 12, 15],
  [{ reason: 'invalid-destination', permanent: true }, 3],
  [{ reason: 'opted-out', permanent: true }, 4, 9],
  ['opted-out', 53],
  ['content-blocked', 6, 52],
  [{ reason: 'network', permanent: false }, 8],
  ['carrier-rejected', 10, 13, 14, 54],
  ['throttled', 16], // unverified
  ['sender-unregistered', 50, 51],
  // These name no cause.
  ['unknown', 1, 5, 99],
)

/** A code with which a carrier reports, in the Messages API. */
const byCarrier = (reason: FailureReason, permanent?: boolean): CodeRow => ({
  reason,
  status: 'undelivered',
  permanent,
})

/**
 * What is wrong with a text, media or template is `content-blocked`, and so is what needs a
 * template by now (1340).
 */
const codesOfMessages = (): CodeTable =>
  codeTable(
    [{ reason: 'throttled', permanent: false }, 1000],
    ['throttled', 1241],
    ['opted-out', 1050],
    [byCarrier('opted-out', true), 1240],
    ['account', 1060, 1070, 1080, 1140, 1160, 1350, 1370],
    ['sender-unregistered', 1120],
    ['invalid-destination', 1170, 1430],
    [byCarrier('invalid-destination', true), 1190],
    [byCarrier('unreachable', false), 1180, 1220],
    [byCarrier('unreachable'), 1250, 1260, 1290],
    [byCarrier('network', false), 1230],
    [byCarrier('content-blocked'), 1210],
    ['content-blocked', 1340, 1380, 1381, 1382],
    [byCarrier('carrier-rejected'), 1270, 1280],
    [byCarrier('landline-unsupported'), 1300, 1310],
    ['expired', 1130],
    [{ reason: 'expired', status: 'expired' }, 1360],
    // These name no cause.
    ['unknown', 1010, 1020, 1021, 1022, 1030, 1040, 1090, 1100, 1110, 1150, 1320],
    [byCarrier('unknown'), 1200],
    [byCarrier('unknown', false), 1331],
    [{ reason: 'unknown', status: 'unknown' }, 1330], // no carrier knows
  )
export const messagesCodes: CodeTable = /* @__PURE__ */ codesOfMessages()
