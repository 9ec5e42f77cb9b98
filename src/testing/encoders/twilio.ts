import { codes, statuses } from '../../providers/twilio/codes.ts'
import { compact, hex, type Encoder, type Format } from './encoder.ts'

const ACCOUNT = 'AC0000000000000000000000000000000a'
const FROM = '+15550100001'
const TO = '+15550100123'

/** The form that is posted to a StatusCallback. Its one time is the carrier's, to the minute. */
const callback: Format = {
  contentType: 'application/x-www-form-urlencoded',
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
    RawDlrDoneDate: time && compact(time).slice(0, 10),
  }),
}

/** A CloudEvent of Event Streams, which alone has an id of its own. */
const stream: Format = {
  contentType: 'application/json',
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
      ...(code !== undefined && { errorCode: Number.isSafeInteger(Number(code)) ? Number(code) : code }),
      ...(time !== undefined && { timestamp: time }),
    },
  }),
}

/** The Message resource, as the API answers when it is asked. */
const resource: Format = {
  contentType: 'application/json',
  tick: 1_000,
  write: ({ id, word, code, time }) => ({
    account_sid: ACCOUNT,
    sid: id,
    from: FROM,
    to: TO,
    direction: 'outbound-api',
    num_segments: '1',
    status: word,
    error_code: code === undefined ? null : Number.isSafeInteger(Number(code)) ? Number(code) : code,
    date_updated: time && new Date(time).toUTCString().replace('GMT', '+0000'),
  }),
}

/** A status callback; the Message resource where the source is a poll, an event of Event Streams where there is an `eventId`. */
export const twilio: Encoder = {
  words: Object.keys(statuses),
  codes: ['30003', '30005', '30006', '30007', '21610', '30002', '30018', '30001', ...Object.keys(codes)],
  id: (n) => `SM${hex(n, 32)}`,
  parts: 'whole',
  format: ({ source, eventId }) => (source === 'poll' ? resource : eventId === undefined ? callback : stream),
}
