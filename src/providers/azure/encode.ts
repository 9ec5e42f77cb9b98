import {
  hex,
  JSON_TEXT,
  usualFirst,
  type Encoder,
  type Format,
  type WordedEvent,
} from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const TYPE = 'Microsoft.Communication.SMSDeliveryReportReceived'
const USUAL = ['4006', '4004', '4005', '4000', '4007', '4010', '4008', '5001', '4003', '5002']

/** What the schemas have in common. The text behind a code is ours. */
const format = (write: (worded: WordedEvent, data: object) => Record<string, unknown>): Format => ({
  words: Object.keys(statuses),
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: (n) => `Outgoing_202601150900_${hex(n, 32)}`,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 0,
  write: (worded) =>
    write(worded, {
      messageId: worded.id,
      from: '15550100001',
      to: '+15550100123',
      deliveryStatus: worded.word,
      deliveryStatusDetails: worded.code ?? 'No error.',
      ...(worded.time !== undefined && { receivedTimestamp: worded.time.replace('Z', '0000Z') }),
      ...(worded.event.reference !== undefined && { Tag: worded.event.reference }),
    }),
})

/** The schema of Event Grid. */
const eventGrid = /* @__PURE__ */ format(({ event }, data) => ({
  id: event.eventId,
  subject: '/phonenumber/15550100001',
  data,
  eventType: TYPE,
  dataVersion: '1.0',
  metadataVersion: '1',
}))

/** CloudEvents 1.0. */
const cloudEvents = /* @__PURE__ */ format(({ event }, data) => ({
  specversion: '1.0',
  type: TYPE,
  source:
    '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Communication/communicationServices/acs',
  id: event.eventId,
  data,
}))

export const encoder: Encoder = [eventGrid, cloudEvents]
