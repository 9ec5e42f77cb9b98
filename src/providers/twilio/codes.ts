/**
 * Twilio's words and codes in ours. Twilio says of its codes that they may change: a code that is
 * not here is kept as it came.
 *
 * https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
 * https://www.twilio.com/docs/messaging/api/message-resource
 * https://www.twilio.com/docs/events/event-types/messaging/outbound-message
 * https://www.twilio.com/docs/api/errors, and twilio-error-codes.json there (a copy of December
 *   2024, with the newer pages 30047 and 63014)
 * https://www.twilio.com/docs/whatsapp/api/error-code-mapping
 * https://support.twilio.com/hc/en-us/articles/223134347 (meaning of the statuses)
 * github twilio/twilio-oai spec/json/twilio_api_v2010.json (the list of statuses)
 */
import { codeTable } from '../../reader/code-table.ts'
import type { CodeTable, StatusTable } from '../../reader/spec.ts'

/**
 * `partially_delivered` is in Twilio's list too; what it means is documented nowhere, so it stays
 * an issue.
 */
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
  read: { status: 'delivered', confirmedBy: 'handset', read: true }, // never of an SMS
  receiving: 'inbound',
  received: 'inbound',
}

/**
 * The codes that a message can fail with: 21xxx where a Messaging Service looks at a request after
 * it was accepted, 30xxx, and 63xxx of WhatsApp, RCS and Messenger. Those of registrations (304xx,
 * 307xx to 309xx), of templates (63043 to 63047) and of senders (631xx) come of no message. 30033,
 * 30035 and 30046 come from somebody else's list, or from a copy, alone. What is wrong with a text,
 * media or template is `content-blocked`.
 */
export const codes: CodeTable = /* @__PURE__ */ codeTable(
  [null, 0],
  ['invalid-destination', 21211, 21217, 21265, 21266, 21268, 30005, 63003, 63024, 63031],
  ['unreachable', 21612, 30003, 30046, 63036],
  ['landline-unsupported', 21614, 21635, 30006, 30011, 30015, 30016],
  ['content-blocked', 11751, 21617, 21618, 30007, 30019, 30038],
  [
    'content-blocked',
    63005,
    63006,
    63013,
    63016,
    63019,
    63021,
    63026,
    63027,
    63028,
    63030,
    63034,
    63040,
    63041,
    63042,
  ],
  ['opted-out', 21610, 30004, 30630, 63014, 63033],
  ['carrier-rejected', 30043, 63032],
  ['network', 30410, 63009, 63012],
  ['expired', 30012, 30013],
  [{ reason: 'expired', status: 'expired' }, 30036],
  [{ reason: 'expired', warning: true }, 30045],
  ['throttled', 14107, 21611, 30001, 30017, 30022, 30023, 30027, 30454, 63017, 63018, 63038],
  // For some hours: blocked as fraud, or at night, by law; Meta limits marketing for each person.
  [{ reason: 'throttled', permanent: false }, 30450, 30453, 30485, 30610, 30615, 63049],
  [{ reason: 'throttled', warning: true }, 30025, 30026, 63039],
  ['account', 21267, 21408, 21608, 21622, 30002, 30010, 30037, 63001, 63008, 63015, 63020, 63051],
  [
    'sender-unregistered',
    21212,
    21264,
    21606,
    21621,
    21657,
    21659,
    21660,
    21661,
    21703,
    21704,
    21709,
  ],
  [
    'sender-unregistered',
    30018,
    30024,
    30032,
    30033,
    30034,
    30035,
    30040,
    30041,
    30042,
    30620,
    30990,
  ],
  ['sender-unregistered', 63002, 63007, 63022, 63035],
  // These name no cause.
  [
    'unknown',
    30008,
    30014,
    30020,
    30021,
    30028,
    30029,
    30030,
    30031,
    30500,
    63010,
    63011,
    63023,
    63025,
    63029,
  ],
  [{ reason: 'unknown', permanent: false }, 30047],
  [{ reason: 'unknown', warning: true }, 63037],
)
