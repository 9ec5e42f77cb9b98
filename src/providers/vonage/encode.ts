import { messagesCodes, messagesStatuses, smsCodes, smsStatuses } from './codes.ts'
import {
  compact,
  FORM,
  hex,
  JSON_TEXT,
  UUID,
  uuid,
  type Encoder,
  type Format,
} from '../../reader/encoder.ts'

const FROM = '15550100001'
const TO = '15550100123'

/** The receipt of the SMS API: one for each part of a text. Its time is to the minute. */
const sms: Format = {
  words: /* @__PURE__ */ Object.keys(smsStatuses),
  codes: /* @__PURE__ */ Object.keys(smsCodes),
  id: (n) => hex(n, 16).toUpperCase(),
  parts: 'id',
  contentType: FORM,
  tick: 60_000,
  write: ({ id, word, code, time, event }) => ({
    msisdn: TO,
    to: FROM,
    'network-code': '310090',
    messageId: id,
    price: '0.03330000',
    status: word,
    scts: time && compact(time),
    // 0 is no error, 1 one without a known cause.
    'err-code': code ?? (/^(?:failed|rejected|expired)$/.test(word) ? '1' : '0'),
    'api-key': 'abcd1234',
    'client-ref': event.reference,
  }),
}

/** The status webhook of the Messages API: one for the whole text. */
const messages: Format = {
  words: /* @__PURE__ */ Object.keys(messagesStatuses),
  codes: /* @__PURE__ */ Object.keys(messagesCodes),
  id: uuid,
  hasId: UUID,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write: ({ id, word, code, time, event }) => ({
    message_uuid: id,
    to: TO,
    from: FROM,
    timestamp: time,
    status: word,
    channel: 'sms',
    client_ref: event.reference,
    error: code && {
      type: `https://developer.vonage.com/api-errors/messages#${code}`,
      title: code,
    },
  }),
}

/** The Messages API speaks where the id is a UUID, or where the SMS API has no word. */
export const encoder: Encoder = [sms, messages]
