/**
 * ClickSend's words, most of them numbers, and its error codes in ours. A code can say that nothing
 * has failed: 4 is a success.
 * Unverified: `Delivered` and `Undelivered` are documented for voice, and are read where a receipt
 * has no `status_code`.
 *
 * https://help.clicksend.com/article/8cc479qlbb-list-of-status-and-error-codes
 * https://developers.clicksend.com/docs/messaging/sms/delivery-receipts
 * github ClickSend/clicksend-python-v2 docs/SmsReceipt.md
 */
import type { CodeRow, CodeTable, StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  200: 'sent',
  201: { status: 'delivered', confirmedBy: 'handset' },
  300: { status: 'sent', reason: 'network', permanent: false }, // it will be tried again
  301: 'undelivered',
  Delivered: 'delivered',
  Undelivered: 'undelivered',
}

/** The same with a code that says that it waits. */
export const waiting: StatusTable = /* @__PURE__ */ Object.assign({}, statuses, {
  200: 'queued',
} satisfies StatusTable)

const temporary = (reason: 'network' | 'throttled' | 'unreachable'): CodeRow => ({
  reason,
  permanent: false,
})

export const codes: CodeTable = {
  1: null,
  2: null,
  3: null,
  4: null,
  5: { reason: 'canceled', status: 'failed' },
  6: null,
  8: { reason: 'invalid-destination', permanent: true },
  9: 'invalid-destination',
  10: 'carrier-rejected',
  11: 'landline-unsupported',
  12: /* @__PURE__ */ temporary('unreachable'),
  13: /* @__PURE__ */ temporary('unreachable'),
  14: /* @__PURE__ */ temporary('throttled'),
  15: 'carrier-rejected',
  16: /* @__PURE__ */ temporary('network'),
  17: { reason: 'expired', status: 'expired' },
  18: 'unreachable',
  19: 'content-blocked',
  20: { reason: 'expired', status: 'unknown' }, // no report came
}
