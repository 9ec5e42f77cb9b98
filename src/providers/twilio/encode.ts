import { codes, statuses } from './codes.ts'
import {
  compact,
  FORM,
  hex,
  JSON_TEXT,
  usualFirst,
  type Encoder,
  type Format,
} from '../../reader/encoder.ts'

const ACCOUNT = 'AC0000000000000000000000000000000a'
const FROM = '+15550100001'
const TO = '+15550100123'

const USUAL = ['30003', '30005', '30006', '30007', '21610', '30002', '30018', '30001']

/** What its formats have in common. */
const format = (own: Pick<Format, 'contentType' | 'tick' | 'write'>): Format => ({
  words: Object.keys(statuses),
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: (n) => `SM${hex(n, 32)}`,
  parts: 'whole',
  ...own,
})

/** The form that is posted to a StatusCallback. Its one time is the carrier's, to the minute. */
const callback = /* @__PURE__ */ format({
  contentType: FORM,
  tick: 60_000,
  write: ({ id, word, code, time }) => ({
    ApiVersion: '2010-04-01',
    AccountSid: ACCOUNT,
    From: FROM,
    To: TO,
    MessageSid: id,
    MessageStatus: word,
    SmsSid: id,
    SmsStatus: word,
    ErrorCode: code,
    RawDlrDoneDate: time && compact(time),
  }),
})

/** A CloudEvent of Event Streams, which alone has an id of its own. */
const stream = /* @__PURE__ */ format({
  contentType: JSON_TEXT,
  tick: 1,
  write: ({ id, word, code, time, event }) => ({
    specversion: '1.0',
    type: `com.twilio.messaging.message.${word}`,
    source: `/2010-04-01/Accounts/${ACCOUNT}/Messages/${id}.json`,
    id: event.eventId,
    time,
    data: {
      accountSid: ACCOUNT,
      from: FROM,
      to: TO,
      messageSid: id,
      messageStatus: word.toUpperCase(),
      ...(code !== undefined && { errorCode: numberOf(code) }),
      ...(time !== undefined && { timestamp: time }),
    },
  }),
})

/** The Message resource, as the API answers when it is asked. */
const resource = /* @__PURE__ */ format({
  contentType: JSON_TEXT,
  tick: 1_000,
  write: ({ id, word, code, time }) => ({
    account_sid: ACCOUNT,
    sid: id,
    from: FROM,
    to: TO,
    direction: 'outbound-api',
    num_segments: '1',
    status: word,
    error_code: code === undefined ? null : numberOf(code),
    date_updated: time && new Date(time).toUTCString().replace('GMT', '+0000'),
  }),
})

const numberOf = (code: string): string | number =>
  /^[1-9]\d{0,9}$/.test(code) ? Number(code) : code

export const encoder: Encoder = [callback, stream, resource]
