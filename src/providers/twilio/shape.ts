import type { ShapeSpec } from '../spec.ts'

/** The form that Twilio posts to a StatusCallback. It has no event time; the carrier's own date carries no zone. */
const callback: ShapeSpec = {
  id: ['MessageSid', 'SmsSid'],
  status: ['MessageStatus', 'SmsStatus'],
  code: 'ErrorCode',
  time: { path: 'RawDlrDoneDate', format: 'yyMMddHHmm' },
}

/** An event of Event Streams, a CloudEvent. */
const stream: ShapeSpec = {
  inbound: { type: /^com\.twilio\.messaging\.inbound-message\./ },
  id: 'data.messageSid',
  status: 'data.messageStatus',
  code: 'data.errorCode',
  time: [
    { path: 'data.timestamp', format: 'iso8601' },
    { path: 'time', format: 'iso8601' },
  ],
  eventId: 'id',
}

/** The Message resource as the REST API answers it, or as twilio-node gives it back: camelCase, with dates. */
const message: ShapeSpec = {
  source: 'poll',
  when: { sid: /^[SM]M/, status: true },
  inbound: { direction: 'inbound' },
  id: 'sid',
  status: 'status',
  code: ['error_code', 'errorCode'],
  time: [
    { path: 'date_updated', format: 'rfc2822' },
    { path: 'dateUpdated', format: 'iso8601' },
    { path: 'date_sent', format: 'rfc2822' },
    { path: 'dateSent', format: 'iso8601' },
  ],
}

export const shapes: readonly ShapeSpec[] = [callback, stream, message, { ...message, items: 'messages' }]
