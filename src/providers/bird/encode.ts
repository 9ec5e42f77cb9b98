import { hex, JSON_TEXT, UUID, uuid, type Encoder, type Format } from '../../reader/encoder.ts'
import { channelsCodes, channelsStatuses, codes, eventStatuses, statuses } from './codes.ts'

const FROM = '+15550100001'
const TO = '+15550100123'

/** What its formats have in common. */
const format = (own: Pick<Format, 'words' | 'codes' | 'id' | 'hasId' | 'write'>): Format => ({
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  ...own,
})

/** The webhook of the Channels API. */
const channels = /* @__PURE__ */ format({
  words: Object.keys(channelsStatuses),
  codes: Object.keys(channelsCodes),
  id: uuid,
  hasId: UUID,
  write: ({ id, word, code, time, event }) => ({
    service: 'channels',
    event: 'sms.outbound',
    payload: {
      id,
      channelId: uuid(0),
      direction: 'outgoing',
      status: word,
      ...(event.reference !== undefined && { reference: event.reference }),
      ...(time !== undefined && { lastStatusAt: time }),
      ...(code !== undefined && { failure: failureOf(code) }),
    },
  }),
})

/** Codes of five digits are Bird's own, the others those of the SMS platform. */
const failureOf = (code: string) =>
  /^\d{5}$/.test(code) ? { code: Number(code) } : { source: { name: 'sms-messagebird', code } }

const smsId = (n: number): string => `sms_${hex(n, 26)}`

/** An event of the Bird API. */
const event = /* @__PURE__ */ format({
  words: Object.keys(eventStatuses),
  codes: Object.keys(codes),
  id: smsId,
  hasId: /^sms_/,
  write: ({ id, word, code, time }) => ({
    type: word,
    timestamp: time,
    data: { sms_id: id, to: TO, from: FROM, tags: null, ...(code !== undefined && { error: { code } }) },
  }),
})

/** An SMS, as the Bird API answers when it is asked. */
const resource = /* @__PURE__ */ format({
  words: Object.keys(statuses),
  codes: Object.keys(codes),
  id: smsId,
  hasId: /^sms_/,
  write: ({ id, word, code, time }) => ({
    id,
    status: word,
    to: TO,
    from: FROM,
    segments: { count: 1 },
    last_error: code === undefined ? null : { code },
    delivered_at: time,
  }),
})

/** The Bird API speaks where the id is one of its own, or where the Channels API has no word. */
export const encoder: Encoder = [channels, event, resource]
