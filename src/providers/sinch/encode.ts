import {
  hex,
  JSON_TEXT,
  RECIPIENT,
  splitId,
  type Encoder,
  type Format,
} from '../../reader/encoder.ts'
import { conversationCodes, conversationStatuses, smsCodes, smsStatuses } from './codes.ts'

const isNoError = /^(?:Queued|Dispatched|Delivered)$/

/** A ULID of nobody. */
const ulid = (n: number): string => `01FC66621${hex(n, 17).toUpperCase()}`

/** The report about one recipient, which always has a code. Its ids end in a recipient's number. */
const sms: Format = {
  words: /* @__PURE__ */ Object.keys(smsStatuses),
  codes: /* @__PURE__ */ Object.keys(smsCodes),
  id: (n) => `${ulid(n)}:${RECIPIENT}`,
  hasId: /.:./,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write: ({ id, word, code, time, event }) => ({
    type: 'recipient_delivery_report_sms',
    batch_id: splitId(id)[0],
    recipient: `+${splitId(id)[1]}`,
    code: code === undefined ? (isNoError.test(word) ? 0 : undefined) : numberOf(code),
    status: word,
    at: time,
    client_reference: event.reference,
  }),
}

const numberOf = (code: string): string | number => (/^\d{1,9}$/.test(code) ? Number(code) : code)

/** What the Conversation API posts. */
const conversation: Format = {
  words: /* @__PURE__ */ Object.keys(conversationStatuses),
  codes: /* @__PURE__ */ Object.keys(conversationCodes),
  id: ulid,
  hasId: /^[^:]+$/,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write: ({ id, word, code, time, event }) => ({
    app_id: ulid(0),
    event_time: time,
    message_delivery_report: {
      message_id: id,
      status: word,
      channel_identity: { channel: 'SMS', identity: RECIPIENT, app_id: '' },
      ...(code !== undefined && { reason: { code } }),
      ...(event.reference !== undefined && { metadata: event.reference }),
    },
  }),
}

/** The SMS API speaks where the id ends in a recipient, or where none is given. */
export const encoder: Encoder = [sms, conversation]
