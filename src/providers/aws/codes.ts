/**
 * The words and codes of Amazon's three ways to tell of an SMS, in ours. End User Messaging says
 * with `isFinal` whether more will come: a word of failure is then not the last one, and SUCCESSFUL
 * (a carrier took the message) is `delivered` only if nothing more will come. MEDIA_ words (MMS)
 * mean what the TEXT_ words do. Codes that name no cause have no row: their reason is `unknown`.
 *
 * Unverified: ACCEPTED, FAILED and UNROUTABLE, which others saw as `messageStatus`; they count only
 * where there is no `eventType`. What RCS_FAILED means in detail, and whether RCS events have
 * `isFinal`. Of the responses, "Rate exceeded" and "Unhandled provider". That
 * `notification.timestamp` is in UTC. Values of `record_status` beyond those of Amazon's page.
 *
 * https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html
 * https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-format.html
 * https://docs.aws.amazon.com/sms-voice/latest/userguide/rcs-events.html
 * https://docs.aws.amazon.com/end-user-messaging/latest/userguide/nx-features-messaging-events.html
 * https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html (responses)
 * https://docs.aws.amazon.com/pinpoint/latest/developerguide/event-streams-data-sms.html
 * npm @aws-sdk/client-pinpoint-sms-voice-v2 dist-types/models/enums.d.ts (EventType)
 */
import type { CodeRow, CodeTable, StatusRow, StatusTable } from '../../reader/spec.ts'

/** Words that all of them share, each with a prefix of its own or none. */
const common = {
  QUEUED: 'queued',
  PENDING: 'queued',
  SUCCESSFUL: 'sent',
  DELIVERED: 'delivered',
  INVALID: 'failed',
  INVALID_MESSAGE: 'failed',
  UNREACHABLE: 'undelivered',
  CARRIER_UNREACHABLE: 'undelivered',
  BLOCKED: 'undelivered',
  CARRIER_BLOCKED: 'failed',
  SPAM: 'failed',
  UNKNOWN: 'unknown',
  TTL_EXPIRED: 'expired',
} as const satisfies StatusTable

const reasons = {
  INVALID: { reason: 'invalid-destination', permanent: true },
  INVALID_MESSAGE: 'content-blocked',
  UNREACHABLE: { reason: 'unreachable', permanent: false },
  CARRIER_UNREACHABLE: { reason: 'unreachable', permanent: false },
  BLOCKED: 'opted-out',
  CARRIER_BLOCKED: 'carrier-rejected',
  SPAM: 'content-blocked',
  UNKNOWN: 'unknown',
  TTL_EXPIRED: 'expired',
} as const satisfies CodeTable

/** A table whose words have one of several prefixes. */
const prefixed = <Row>(
  prefixes: readonly string[],
  table: Readonly<Record<string, Row>>,
): Record<string, Row> =>
  Object.fromEntries(
    prefixes.flatMap((prefix) => Object.entries(table).map(([word, row]) => [prefix + word, row])),
  )

/** `eventType`, or else `messageStatus`, of End User Messaging. */
export const eventStatuses: StatusTable = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ prefixed<StatusRow>(['TEXT_', 'MEDIA_', ''], common),
  {
    TEXT_SENT: 'sent',
    TEXT_PROTECT_BLOCKED: 'failed',
    MEDIA_FILE_INACCESSIBLE: 'failed',
    MEDIA_FILE_SIZE_EXCEEDED: 'failed',
    MEDIA_FILE_TYPE_UNSUPPORTED: 'failed',
    RCS_QUEUED: 'queued',
    RCS_SENT: 'sent',
    RCS_DELIVERED: { status: 'delivered', confirmedBy: 'handset' },
    RCS_READ: { status: 'delivered', confirmedBy: 'handset' },
    RCS_FAILED: 'undelivered',
    RCS_TTL_EXPIRED: 'expired',
    RCS_PROTECT_BLOCKED: 'failed',
    RCS_FALLEN_BACK_TO_SMS: 'sent',
    ACCEPTED: 'accepted',
    FAILED: 'failed',
    UNROUTABLE: 'failed',
  } satisfies StatusTable,
)

/** The same, if nothing more will come. */
export const finalEventStatuses: StatusTable = /* @__PURE__ */ Object.assign({}, eventStatuses, {
  TEXT_SUCCESSFUL: 'delivered',
  MEDIA_SUCCESSFUL: 'delivered',
  SUCCESSFUL: 'delivered',
} satisfies StatusTable)

/**
 * What Amazon says of a carrier's answer, in any letter case: `delivery.providerResponse`,
 * `messageStatusDescription`.
 */
const responses: CodeTable = {
  'Message has been accepted by phone carrier': null,
  'Blocked as spam by phone carrier': 'content-blocked',
  'Destination is on a blocked list': 'opted-out',
  'Invalid phone number': { reason: 'invalid-destination', status: 'failed', permanent: true },
  'Message body is invalid': 'content-blocked',
  'Phone carrier has blocked this message': 'carrier-rejected',
  'Phone carrier is currently unreachable/unavailable': { reason: 'unreachable', permanent: false },
  'Phone has blocked SMS': 'opted-out',
  'Phone is on a blocked list': 'opted-out',
  'Phone is currently unreachable/unavailable': { reason: 'unreachable', permanent: false },
  'Phone number is opted out': { reason: 'opted-out', status: 'failed', permanent: true },
  'This delivery would exceed max price': { reason: 'account', status: 'failed' },
  'No quota left for account': { reason: 'account', status: 'failed' },
  'Rate exceeded': 'throttled',
}

/** The same of SNS, where it tells too who vouches for the delivery. */
export const logCodes: CodeTable = /* @__PURE__ */ Object.assign(
  { 'Message has been accepted by phone': { confirmedBy: 'handset' } } satisfies CodeTable,
  responses,
)
export const logStatuses: StatusTable = { SUCCESS: 'delivered', FAILURE: 'undelivered' }

/** The word itself, or else the response. */
export const eventCodes: CodeTable = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ prefixed<CodeRow>(['TEXT_', 'MEDIA_'], reasons),
  {
    TEXT_PROTECT_BLOCKED: 'account',
    RCS_PROTECT_BLOCKED: 'account',
    RCS_TTL_EXPIRED: 'expired',
  } satisfies CodeTable,
  responses,
)

/** `record_status` of Pinpoint, or else `event_type`. Of a SUCCESS event nothing more will come. */
export const streamStatuses: StatusTable = /* @__PURE__ */ Object.assign({}, common, {
  MAX_PRICE_EXCEEDED: 'failed',
  OPTED_OUT: 'failed',
  '_SMS.BUFFERED': 'queued',
  '_SMS.SEND': 'sent',
  '_SMS.SUCCESS': 'delivered',
  '_SMS.FAILURE': 'undelivered',
  '_SMS.OPTOUT': 'inbound', // somebody answered STOP
} satisfies StatusTable)
export const finalStreamStatuses: StatusTable = /* @__PURE__ */ Object.assign({}, streamStatuses, {
  SUCCESSFUL: 'delivered',
} satisfies StatusTable)
export const streamCodes: CodeTable = /* @__PURE__ */ Object.assign({}, reasons, {
  MAX_PRICE_EXCEEDED: 'account',
  OPTED_OUT: 'opted-out',
} satisfies CodeTable)
