/**
 * Infobip's words and codes in ours. A status has a name and an id; its group is too coarse, for
 * `DELIVERED` holds what only reached the operator, too. A code goes before the reason of a word.
 * Whether a failure is permanent stands in the report itself, before what the table says.
 * Codes that name no cause and make no promise have no row: their reason is `unknown`.
 *
 * https://www.infobip.com/docs/developer-resources/api-fundamentals/message-status-codes
 * https://www.infobip.com/docs/developer-resources/api-fundamentals/error-code-reference
 * https://www.infobip.com/docs/essentials/api-essentials/response-status-and-error-codes
 * github api-evangelist/infobip errors/infobip-error-codes.yml @b3be778 (2026-07-25)
 * github infobip/infobip-api-java-client (2026-03)
 *
 * Which of our reasons a code has is our reading of its name.
 */
import type { FailureReason } from '../../event/failure.ts'
import type { Status } from '../../event/status.ts'
import { codeTable } from '../../reader/code-table.ts'
import type { StatusRow, StatusTable } from '../../reader/spec.ts'

type Row = readonly [id: number, name: string, row: StatusRow]

const because = (status: Status, reason: FailureReason): StatusRow => ({ status, reason })

/** Each row under its name and its id. */
const statusTable = (...rows: readonly Row[]): StatusTable =>
  Object.fromEntries(rows.flatMap(([id, name, row]) => [[name, row] as const, [id, row] as const]))

export const statuses: StatusTable = /* @__PURE__ */ statusRows()

/** A function, so that bundlers drop it where nobody reads Infobip. */
function statusRows(): StatusTable {
  return statusTable(
    [26, 'PENDING_ACCEPTED', 'accepted'],
    [3, 'PENDING_WAITING_DELIVERY', 'sent'],
    [7, 'PENDING_ENROUTE', 'sent'],
    [2, 'DELIVERED_TO_OPERATOR', 'sent'],
    [5, 'DELIVERED_TO_HANDSET', { status: 'delivered', confirmedBy: 'handset' }],
    [4, 'UNDELIVERABLE_REJECTED_OPERATOR', because('undelivered', 'carrier-rejected')],
    [9, 'UNDELIVERABLE_NOT_DELIVERED', 'undelivered'],
    [15, 'EXPIRED_EXPIRED', 'expired'],
    [29, 'EXPIRED_DLR_UNKNOWN', 'unknown'], // the operator never reported
    [31, 'UNDELIVERABLE_NOT_SENT', 'failed'],
    [100, 'UNDELIVERABLE_REJECTED_PLATFORM', 'failed'],
    [6, 'REJECTED_NETWORK', because('failed', 'account')],
    [8, 'REJECTED_PREFIX_MISSING', because('failed', 'invalid-destination')],
    [10, 'REJECTED_DND', because('failed', 'opted-out')],
    [11, 'REJECTED_SOURCE', because('failed', 'sender-unregistered')],
    [12, 'REJECTED_NOT_ENOUGH_CREDITS', because('failed', 'account')],
    [13, 'REJECTED_SENDER', because('failed', 'carrier-rejected')],
    [14, 'REJECTED_DESTINATION_BLOCKLISTED', because('failed', 'opted-out')],
    [17, 'REJECTED_PREPAID_PACKAGE_EXPIRED', because('failed', 'account')],
    [18, 'REJECTED_DESTINATION_NOT_REGISTERED', because('failed', 'account')],
    [19, 'REJECTED_ROUTE_NOT_AVAILABLE', because('failed', 'account')],
    [20, 'REJECTED_FLOODING_FILTER', because('failed', 'throttled')],
    [21, 'REJECTED_SYSTEM_ERROR', 'failed'],
    [23, 'REJECTED_DUPLICATE_MESSAGE_ID', 'failed'],
    [24, 'REJECTED_INVALID_UDH', 'failed'],
    [25, 'REJECTED_MESSAGE_TOO_LONG', 'failed'],
    [51, 'MISSING_TO', because('failed', 'invalid-destination')],
    [52, 'REJECTED_DESTINATION', because('failed', 'invalid-destination')],
    [56, 'REJECTED_INVALID_NOTIFY_URL', 'failed'], // MMS alone
    [77, 'REJECTED_MESSAGE_TEXT_TOO_LONG', 'failed'], // MMS alone
    [87, 'SIGNALS_BLOCKED', because('failed', 'content-blocked')], // in the group EXPIRED, too
  )
}

export const codes = /* @__PURE__ */ codeTable(
  [null, 0],
  [{ reason: 'invalid-destination', permanent: true }, 1, 345, 352, 3041],
  [{ reason: 'invalid-destination', permanent: false }, 5, 351, 1153],
  [{ reason: 'unreachable', permanent: true }, 569, 628],
  [{ reason: 'unreachable', permanent: false }, 2, 6, 7, 8, 13, 24, 27, 31, 32, 33, 256, 257],
  [{ reason: 'unreachable', permanent: false }, 259, 260, 261, 262, 581, 1031, 1152, 1154, 1155],
  [{ reason: 'unreachable', permanent: false }, 1156, 1157, 1158, 1159, 1160, 1161, 1162, 1163],
  [{ reason: 'unreachable', permanent: false }, 1164, 1165, 1166],
  [{ reason: 'landline-unsupported', permanent: true }, 10, 11, 565, 568, 629],
  [{ reason: 'landline-unsupported', permanent: false }, 21, 258],
  [{ reason: 'content-blocked', permanent: true }, 561, 604, 607, 5492],
  [{ reason: 'content-blocked', permanent: false }, 608, 2051],
  ['content-blocked', 4111, 4126, 4127, 4128, 4129, 4130, 4131, 4132, 4133, 4134, 4135, 4136],
  ['content-blocked', 4149, 4150, 4151, 4153],
  [{ reason: 'opted-out', permanent: true }, 560, 566, 573, 603, 2050, 2052],
  ['opted-out', 4137, 4140],
  [{ reason: 'carrier-rejected', permanent: true }, 9, 12, 323, 355, 375, 564, 574, 598, 632],
  [{ reason: 'carrier-rejected', permanent: true }, 2049, 2053, 4096],
  [{ reason: 'carrier-rejected', permanent: false }, 15, 20, 71],
  ['carrier-rejected', 4106, 4138, 4139],
  [{ reason: 'network', permanent: true }, 631],
  [{ reason: 'network', permanent: false }, 34],
  [{ reason: 'expired', permanent: true }, 811, 4101],
  [{ reason: 'expired', permanent: false }, 4098],
  [{ reason: 'throttled', permanent: true }, 51, 609, 630, 4103, 4104, 4202],
  [{ reason: 'throttled', permanent: false }, 541, 542],
  [{ reason: 'account', permanent: true }, 433, 577, 578, 579, 580, 592, 597, 601, 4099],
  [{ reason: 'sender-unregistered', permanent: true }, 368, 488, 562, 563, 572, 594],
  [{ reason: 'sender-unregistered', permanent: false }, 571],
  ['sender-unregistered', 4108, 4109, 4110, 4112, 4113, 4114, 4115, 4116, 4117, 4118, 4119, 4120],
  ['sender-unregistered', 4121, 4122, 4123, 4124, 4125, 4142, 4143, 4146, 4147, 4148, 4154, 4155],
  ['sender-unregistered', 4156, 4157, 4158],
  [{ reason: 'canceled', permanent: true }, 4100],
  [{ reason: 'unknown', permanent: true }, 633, 810, 815, 4102],
  [{ reason: 'unknown', permanent: false }, 35, 36, 255, 500, 501, 502, 503, 504, 507, 508, 509],
  [{ reason: 'unknown', permanent: false }, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1281, 1282],
  [{ reason: 'unknown', permanent: false }, 1283, 1284, 1536, 1537, 1538, 1539, 1540, 1541, 1792],
  [{ reason: 'unknown', permanent: false }, 1793, 1794, 1795, 1796, 2048, 4097],
)
