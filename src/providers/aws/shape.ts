import type { CodeRow, Conditions, ShapeSpec, StatusTable } from '../../reader/spec.ts'
import { TIME_FORMATS, type ReadTime } from '../../reader/times.ts'
import * as tables from './codes.ts'
import { unwrap } from './envelopes.ts'

const toFields = (receipt: unknown): unknown =>
  typeof receipt === 'object' ? unwrap(receipt) : undefined

/** Words of success are among the codes, too. */
const unlistedCodes: CodeRow = { reason: 'unknown', warning: true }

/** An event of End User Messaging (Pinpoint SMS and Voice, version 2). */
const event = (statuses: StatusTable, isFinal: Conditions): ShapeSpec => ({
  toFields,
  when: { eventVersion: /./, ...isFinal },
  intermediate: { isFinal: 'false' },
  statuses,
  codes: tables.eventCodes,
  unlistedCodes,
  id: 'messageId',
  status: ['eventType', 'messageStatus'],
  code: ['eventType', 'messageStatusDescription'],
  time: { path: 'eventTimestamp', format: 'epoch-milliseconds' },
  eventId: 'envelopeId',
  reference: 'reference',
})

/** An event of a Pinpoint stream (version 1). */
const stream = (statuses: StatusTable, type: RegExp): ShapeSpec => ({
  toFields,
  when: { event_type: type },
  intermediate: { event_type: /^_SMS\.BUFFERED$/i },
  statuses,
  codes: tables.streamCodes,
  unlistedCodes,
  id: 'attributes.message_id',
  status: ['attributes.record_status', 'event_type'],
  code: 'attributes.record_status',
  time: { path: 'event_timestamp', format: 'epoch-milliseconds' },
  eventId: 'envelopeId',
})

/** When the phone answered, as "time of publishing + ms". */
const answeredAt: ReadTime = (text, zone) => {
  const [published = '', ms] = text.split(' + ')
  return TIME_FORMATS.iso8601(published, zone) + Number(ms)
}

/** A delivery log of SNS, about a phone number. */
const log: ShapeSpec = {
  toFields,
  when: { 'delivery.destination': /^\+?\d/ },
  statuses: tables.logStatuses,
  codes: tables.logCodes,
  id: 'notification.messageId',
  status: 'status',
  code: 'delivery.providerResponse',
  time: { path: 'answeredAt', format: answeredAt },
  eventId: 'envelopeId',
}

export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ event(tables.finalEventStatuses, { isFinal: 'true' }),
  /* @__PURE__ */ event(tables.eventStatuses, {}),
  /* @__PURE__ */ stream(tables.finalStreamStatuses, /^_SMS\.SUCCESS$/i),
  /* @__PURE__ */ stream(tables.streamStatuses, /^_SMS\./i),
  log,
]
