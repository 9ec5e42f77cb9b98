/**
 * Telnyx' words and codes in ours. Its `delivered` is the upstream provider's confirmation.
 * Codes that name no cause have no row: their reason is `unknown`.
 *
 * https://developers.telnyx.com/docs/messaging/messages/error-codes/index (as of 2026-04-10)
 * https://developers.telnyx.com/docs/messaging/messages/receiving-webhooks
 * https://developers.telnyx.com/api-reference/callbacks/delivery-update
 * npm telnyx 7.24.0 (the list of statuses)
 *
 * Unverified: whether a refusal (403xx) ever comes as a webhook. Telnyx' own material disagrees on
 * 40300 and 40008 (github team-telnyx/ai has them the other way round); the page above is followed.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  scheduled: 'queued',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivery_unconfirmed: 'unknown', // the carrier never reported
  expired: 'expired',
  sending_failed: 'failed',
  cancelled: { status: 'failed', reason: 'canceled' },
  delivery_failed: 'undelivered',
  delivered: 'delivered',
  read: { status: 'delivered', confirmedBy: 'handset' }, // RCS alone
  webhook_delivered: 'inbound',
}

export const codes = /* @__PURE__ */ codeTable(
  [{ reason: 'landline-unsupported', permanent: true }, 40001],
  [{ reason: 'content-blocked', permanent: false }, 40002],
  [{ reason: 'content-blocked', permanent: true }, 40003],
  ['carrier-rejected', 40004, 40009, 40302],
  [{ reason: 'expired', status: 'expired' }, 40005, 40014],
  [{ reason: 'network', permanent: false }, 40006],
  ['throttled', 40011, 40016, 40018, 40318],
  [{ reason: 'invalid-destination', permanent: true }, 40012],
  ['content-blocked', 40015, 40017, 40020, 40322],
  [
    'sender-unregistered',
    10001,
    40010,
    40013,
    40019,
    40100,
    40150,
    40151,
    40155,
    40305,
    40306,
    40307,
    40308,
  ],
  ['sender-unregistered', 40315, 40320, 40321, 40323, 40325, 40329, 40330],
  [{ reason: 'opted-out', permanent: true }, 40300],
  ['landline-unsupported', 40301, 40319],
  ['invalid-destination', 10002, 40310],
  ['account', 20012, 20100, 40309, 40311, 40312, 40313, 40314, 40331, 40333],
)
