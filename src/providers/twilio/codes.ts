/**
 * Twilio's words and codes in ours. Twilio says of its codes that they may change: a code that is not here is kept as it came.
 *
 * https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
 * https://www.twilio.com/docs/messaging/api/message-resource
 * https://www.twilio.com/docs/events/event-types/messaging/outbound-message
 * https://www.twilio.com/docs/api/errors
 * https://support.twilio.com/hc/en-us/articles/223134347 (meaning of the statuses)
 * github twilio/twilio-oai spec/json/twilio_api_v2010.json (the list of statuses)
 */
import type { FailureReason } from '../../event/failure.ts'
import type { CodeRow, CodeTable, StatusTable } from '../../reader/spec.ts'

/** `partially_delivered` is in Twilio's list too; what it means is documented nowhere, so it stays an issue. */
export const statuses: StatusTable = {
  accepted: 'accepted',
  scheduled: 'queued',
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: { status: 'failed', reason: 'canceled' },
  read: { status: 'delivered', confirmedBy: 'handset' },
  receiving: 'inbound',
  received: 'inbound',
}

/** Of itself no failure. */
const warning = (reason: FailureReason): CodeRow => ({ reason, warning: true })

/**
 * Rows marked "unverified" come from somebody else's list alone.
 * 30008, 30009, 30014, 30020, 30021, 30410, 30485 and 30500 are documented too, but name no cause: without a row their reason is `unknown`.
 */
export const codes: CodeTable = {
  14107: 'throttled',
  21211: 'invalid-destination',
  21408: 'account',
  21610: 'opted-out',
  21611: 'throttled',
  21612: 'unreachable',
  21614: 'landline-unsupported',
  30001: 'throttled',
  30002: 'account',
  30003: 'unreachable',
  30004: 'opted-out',
  30005: 'invalid-destination',
  30006: 'landline-unsupported',
  30007: 'content-blocked',
  30010: 'account',
  30011: 'landline-unsupported',
  30012: 'expired',
  30013: 'expired',
  30015: 'landline-unsupported',
  30016: 'landline-unsupported',
  30017: 'throttled',
  30018: 'sender-unregistered',
  30019: 'carrier-rejected',
  30022: 'throttled',
  30023: 'throttled',
  30024: 'sender-unregistered',
  30025: /* @__PURE__ */ warning('throttled'),
  30026: /* @__PURE__ */ warning('throttled'),
  30027: 'throttled',
  30032: 'sender-unregistered',
  30033: 'sender-unregistered', // unverified
  30034: 'sender-unregistered',
  30035: 'sender-unregistered', // unverified
  30036: { reason: 'expired', status: 'expired' },
  30037: 'account',
  30038: 'content-blocked',
  30039: 'content-blocked', // unverified
  30040: 'sender-unregistered',
  30041: 'sender-unregistered',
  30043: 'carrier-rejected',
  30045: /* @__PURE__ */ warning('expired'),
  30046: 'unreachable', // unverified
  30450: 'content-blocked',
  30453: 'content-blocked', // unverified
  30454: 'throttled',
  63018: 'throttled',
}
