import { omitUndefined } from '../../event/omit-undefined.ts'
import { OUTCOMES } from '../../event/status.ts'
import {
  JSON_TEXT,
  uuid,
  type Encoder,
  type Format,
  type WordedEvent,
} from '../../reader/encoder.ts'
import { eventStatuses } from './codes.ts'

const TO = '+15550100123'
const ms = (time: string | undefined) => time && Date.parse(time)

const isSms = (word: string) => word.startsWith('TEXT_')

/** More may come after a word of failure: what is meant decides that. */
const isFinal = ({ word, event }: WordedEvent) =>
  word === 'TEXT_DELIVERED' || (word !== 'TEXT_SUCCESSFUL' && OUTCOMES[event.status] !== 'open')

const fields = (worded: WordedEvent) => ({
  eventType: worded.word,
  eventVersion: '1.0',
  eventTimestamp: ms(worded.time),
  isFinal: isFinal(worded),
  originationPhoneNumber: '+15550100001',
  destinationPhoneNumber: TO,
  messageId: worded.id,
  messageStatus: worded.word.replace('TEXT_', ''),
  context: worded.event.reference === undefined ? {} : { reference: worded.event.reference },
  totalMessageParts: 1,
})

/** An event of End User Messaging. Its word is its code. */
const format = (write: Format['write']): Format => ({
  words: Object.keys(eventStatuses).filter(isSms),
  codes: [],
  id: uuid,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write,
})

const bare = /* @__PURE__ */ format(fields)

/** The same in the envelope of SNS, which alone gives it an id. */
const notification = /* @__PURE__ */ format((worded) => ({
  Type: 'Notification',
  MessageId: worded.event.eventId,
  TopicArn: 'arn:aws:sns:us-east-1:123456789012:sms-events',
  Message: JSON.stringify(omitUndefined(fields(worded))),
}))

/** The service that sends today. Logs and Pinpoint streams are read, but not written. */
export const encoder: Encoder = [bare, notification]
