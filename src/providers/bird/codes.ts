/**
 * The words and codes of Bird's two APIs in ours. `undelivered` of the Bird API is not the last
 * word: Bird goes on trying. Its `delivered` is the handset's word; who vouches for that of the
 * Channels API is not documented, so it is read as the carrier's.
 * Codes that name no cause have no row: their reason is `unknown`.
 *
 * https://docs.bird.com/api/channels-api/message-status-and-interactions
 * https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-codes
 * https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-sources
 * https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-sources,
 *   sms-platform-extended-error-codes
 * github messagebird/bird-sdk-typescript @0ae2c1e (SMSErrorCode, SMSMessageStatus, EventSMS*)
 *
 * Unverified, Channels API: the envelope of the webhook, so a message is read bare and in
 * `payload`; `processing` of an SMS; codes from 12001 that are not listed here; how `details`
 * spells that no receipt came; 103, of which a production gateway (github nyaruka/courier) knows
 * that the recipient sent STOP. The lists of the Bird API are open.
 */
import { codeTable } from '../../reader/code-table.ts'
import type { StatusTable } from '../../reader/spec.ts'

export const channelsStatuses: StatusTable = {
  accepted: 'accepted',
  processing: 'queued',
  sent: 'sent',
  sending_failed: 'failed',
  delivery_failed: 'undelivered',
  delivered: 'delivered',
}

/** Of the SMS platform, from 11001 Bird's own, and `details`. Without a receipt it is expired. */
export const channelsCodes = /* @__PURE__ */ codeTable(
  ['invalid-destination', 1, 5, 15005, 'unknown_subscriber'],
  ['unreachable', 2, 3, 12],
  ['carrier-rejected', 9],
  ['landline-unsupported', 10, 11],
  ['network', 34, 15001, 'received_network_error'],
  [{ reason: 'expired', status: 'expired' }, 'expired', 'dlr_not_received', 'DLR not received'],
  ['opted-out', 103],
  ['account', 12003],
)

/** Those of a message that the Bird API answers. */
export const statuses: StatusTable = {
  scheduled: 'queued',
  accepted: 'accepted',
  sent: 'sent',
  undelivered: { status: 'sent', reason: 'unknown', permanent: false },
  expired: 'expired',
  rejected: 'failed',
  canceled: { status: 'failed', reason: 'canceled' },
  failed: 'undelivered', // by the carrier: a refusal is `rejected`
  delivered: { status: 'delivered', confirmedBy: 'handset' },
  received: 'inbound',
}

/** The same in an event. */
export const eventStatuses: StatusTable = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.entries(statuses).map(([word, row]) => [`sms.${word}`, row]),
)

export const codes = /* @__PURE__ */ codeTable(
  ['invalid-destination', 'invalid_destination'],
  ['unreachable', 'unreachable'],
  ['content-blocked', 'blocked_by_carrier', 'content_rejected'],
  ['opted-out', 'blocked_by_recipient', 'recipient_opted_out'],
  ['landline-unsupported', 'landline_unreachable'],
  ['sender-unregistered', 'sender_unregistered'],
  ['network', 'provider_unavailable'],
  ['account', 'insufficient_balance'],
)
