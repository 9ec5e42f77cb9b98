/**
 * MMG's words and codes in ours. A code is the status and the substatus, `5/11`: the second number
 * alone means something else under another status. Pairs that name no cause have no row: their
 * reason is `unknown`.
 *
 * https://www.quicksms.com/api-reference-new
 * https://www.quicksms.com/apiguide
 * github alphagov/notifications-api app/clients/sms/mmg.py (the substatuses)
 *
 * Unverified: MMG's own list of substatuses is not public; the one here is from code that runs on
 * it. Its numbers equal Infobip's, by which the less telling names are read.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  2: 'undelivered',
  3: 'delivered',
  4: 'expired',
  5: 'failed',
}

export const codes = /* @__PURE__ */ codeTable(
  [{ confirmedBy: 'carrier' }, '3/2'],
  [{ confirmedBy: 'handset' }, '3/5'],
  [{ reason: 'invalid-destination', permanent: true }, '2/1', '2/5', '5/8', '5/51', '5/52'],
  [{ reason: 'unreachable', permanent: false }, '4/6', '4/8', '4/27', '4/32'],
  ['landline-unsupported', '2/11', '4/13'],
  ['carrier-rejected', '2/4', '2/2049', '2/2053', '5/13'],
  [{ reason: 'carrier-rejected', permanent: true }, '2/12'],
  ['opted-out', '2/2050', '2/2052', '5/10', '5/14'],
  ['sender-unregistered', '5/11'],
  ['account', '5/6', '5/19'],
  ['throttled', '5/20'],
  ['network', '5/21'],
  ['expired', '4/15'],
)
