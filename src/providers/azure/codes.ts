/**
 * The words and codes of Azure Communication Services in ours. A code says which side refused:
 * without one, a carrier did. Codes that name no cause have no row: their reason is `unknown`.
 * Unverified: how `deliveryStatusDetails` writes a code. One that it begins with is taken, else its
 * whole text is looked up.
 *
 * https://learn.microsoft.com/azure/event-grid/communication-services-telephony-sms-events
 * github MicrosoftDocs/azure-docs, codes/sms-sdk.md (codes)
 * npm @azure/eventgrid (AcsSmsDeliveryReportReceivedEventData)
 */
import type { FailureReason } from '../../event/failure.ts'
import type { CodeRow, CodeTable, StatusTable } from '../../reader/spec.ts'

export const statuses: StatusTable = {
  Delivered: 'delivered',
  Failed: 'undelivered',
}

/** Refused by Azure, before any carrier saw it. */
const refused = (reason: FailureReason, permanent?: true): CodeRow => ({
  reason,
  status: 'failed',
  permanent,
})

export const codes: CodeTable = {
  2000: null,
  'No error.': null,
  4000: /* @__PURE__ */ refused('content-blocked'),
  4001: /* @__PURE__ */ refused('sender-unregistered'),
  4002: /* @__PURE__ */ refused('invalid-destination', true),
  4003: /* @__PURE__ */ refused('landline-unsupported'),
  4004: { reason: 'invalid-destination', permanent: true },
  4005: 'carrier-rejected',
  4006: { reason: 'unreachable', permanent: false },
  4007: /* @__PURE__ */ refused('opted-out', true),
  'Sender blocked for given recipient.': /* @__PURE__ */ refused('opted-out'),
  4008: /* @__PURE__ */ refused('throttled'),
  4009: /* @__PURE__ */ refused('content-blocked'),
  4010: /* @__PURE__ */ refused('sender-unregistered'),
  4020: 'throttled',
  5001: { reason: 'network', permanent: false },
  5002: { reason: 'unknown', status: 'unknown' }, // its carrier reports nothing
}
