/**
 * Firetext's words and codes in ours. `1` is final, also after a `2`: the code tells whether a
 * later try may get through.
 *
 * github alphagov/notifications-api app/clients/sms/firetext.py,
 * app/notifications/notifications_sms_callback.py
 *
 * Unverified: Firetext's own pages (https://www.firetext.co.uk/docs) were not to be had. Words and
 * codes come from code that runs on it.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  0: 'delivered',
  1: 'undelivered',
  2: 'queued',
}

export const codes = /* @__PURE__ */ codeTable(
  // No error: beside a failure, one that may pass.
  [{ reason: 'unknown', permanent: false, warning: true }, '000'],
  [{ reason: 'invalid-destination', permanent: true }, '101', '201'],
  [{ reason: 'unreachable', permanent: false }, '102', '103', '104', '900'],
  [{ reason: 'landline-unsupported', permanent: true }, '301'],
  [{ reason: 'landline-unsupported', permanent: false }, '302'],
  [{ reason: 'carrier-rejected', permanent: true }, '401'],
)
