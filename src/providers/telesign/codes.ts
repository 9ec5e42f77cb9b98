/**
 * TeleSign's numbers in ours, as statuses and as errors. It marks 200, 207, 210, 211, 220 and 221
 * as final and 203 as not; the other numbers are read by what they say. Unverified: whether 251 is
 * final (it stays `sent`), and 295 and 599, which say only that TeleSign cannot tell at the moment.
 *
 * https://developer.telesign.com/enterprise/reference/smsdeliveryreports
 * https://developer.telesign.com/enterprise/reference/smscallbacks
 * https://developer.telesign.com/enterprise/reference/getsmsstatus
 * github api-evangelist/telesign (schemas)
 */
import { codeTable } from '../../reader/code-table.ts'
import type { CodeTable, StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  200: { status: 'delivered', confirmedBy: 'handset' },
  203: 'sent',
  207: 'undelivered',
  210: 'undelivered',
  211: 'undelivered',
  220: 'undelivered',
  221: 'expired',
  222: 'undelivered',
  229: 'failed',
  230: 'failed',
  231: 'failed',
  233: 'failed',
  237: 'failed',
  238: 'failed',
  250: 'unknown',
  251: 'sent',
  290: 'queued',
  291: 'queued',
  292: 'queued',
  295: 'unknown',
  500: 'failed',
  501: 'failed',
  502: 'failed',
  503: 'failed',
  504: 'failed',
  505: 'failed',
  506: 'failed',
  507: 'failed',
  508: 'failed',
  509: 'failed',
  510: 'undelivered',
  511: 'undelivered',
  512: 'undelivered',
  513: 'undelivered',
  514: 'undelivered',
  515: 'undelivered',
  599: 'unknown',
}

export const codes: CodeTable = /* @__PURE__ */ codeTable(
  ['unknown', 207, 250, 295, 509, 599],
  [{ reason: 'unknown', permanent: false }, 505],
  [{ reason: 'unknown', permanent: true }, 506],
  [{ reason: 'unreachable', permanent: false }, 210, 514],
  ['unreachable', 220, 512],
  [{ reason: 'landline-unsupported', permanent: true }, 211],
  ['landline-unsupported', 222],
  ['expired', 221],
  ['opted-out', 229, 510],
  ['content-blocked', 230, 231, 233, 515],
  ['account', 237, 238, 500, 501],
  ['sender-unregistered', 502, 508],
  ['carrier-rejected', 511, 513],
  [{ reason: 'carrier-rejected', permanent: false }, 503],
  [{ reason: 'carrier-rejected', permanent: true }, 504],
  [{ reason: 'invalid-destination', permanent: true }, 507],
)
