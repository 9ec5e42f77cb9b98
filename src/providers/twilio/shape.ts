import type { ShapeSpec } from '../../reader/spec.ts'

/**
 * The form that Twilio posts to a StatusCallback. It has no event time; the carrier's own date
 * carries no zone. Two codes are of messages that came in.
 */
const callback: ShapeSpec = {
  inbound: { ErrorCode: /^(?:30009|30039)$/ },
  id: ['MessageSid', 'SmsSid'],
  status: ['MessageStatus', 'SmsStatus'],
  code: 'ErrorCode',
  time: { path: 'RawDlrDoneDate', format: 'yyMMddHHmm' },
}

/**
 * What Conversations posts when a message to a participant of SMS, WhatsApp or the like has a new
 * status: the id is that of the SMS. `DateCreated` is when the first of these came.
 */
const conversation: ShapeSpec = {
  when: { EventType: 'onDeliveryUpdated' },
  id: 'ChannelMessageSid',
  status: 'Status',
  code: 'ErrorCode',
  time: { path: 'DateUpdated', format: 'iso8601' },
}

/** An event of Event Streams, a CloudEvent. */
const stream: ShapeSpec = {
  inbound: { type: /^com\.twilio\.messaging\.inbound-message\./ },
  id: 'data.messageSid',
  status: 'data.messageStatus',
  code: 'data.errorCode',
  time: { path: ['data.timestamp', 'time'], format: 'iso8601' },
  eventId: 'id',
}

/**
 * The Message resource as the REST API answers it, alone or in a list, or as twilio-node gives it
 * back: camelCase, with dates.
 */
const message = (at: '' | 'messages[].'): ShapeSpec => ({
  source: 'poll',
  when: { [`${at}sid`]: /^[SM]M/ },
  inbound: { [`${at}direction`]: 'inbound' },
  id: `${at}sid`,
  status: `${at}status`,
  code: [`${at}error_code`, `${at}errorCode`],
  time: [
    { path: [`${at}date_updated`, `${at}date_sent`], format: 'rfc2822' },
    { path: [`${at}dateUpdated`, `${at}dateSent`], format: 'iso8601' },
  ],
})

export const shapes: readonly ShapeSpec[] = [
  callback,
  conversation,
  stream,
  /* @__PURE__ */ message(''),
  /* @__PURE__ */ message('messages[].'),
]
