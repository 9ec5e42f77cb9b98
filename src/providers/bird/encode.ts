import { hex, JSON_TEXT, UUID, uuid, type Encoder, type Format } from '../../reader/encoder.ts'
import { channelsCodes, channelsStatuses, codes, eventStatuses, statuses } from './codes.ts'

const NUMBERS = { to: '+15550100123', from: '+15550100001' }

/** The webhook of the Channels API. Codes of five digits are Bird's own, others the platform's. */
const channels: Format = {
  words: /* @__PURE__ */ Object.keys(channelsStatuses),
  codes: /* @__PURE__ */ Object.keys(channelsCodes).filter((code) => /^\d+$/.test(code)),
  id: uuid,
  hasId: UUID,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
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
}

const failureOf = (code: string) =>
  /^\d{5}$/.test(code) ? { code: Number(code) } : { source: { name: 'sms-messagebird', code } }

/** What the formats of the Bird API have in common. */
const birdApi = (words: Format['words'], write: Format['write']): Format => ({
  words,
  codes: Object.keys(codes),
  id: (n) => `sms_${hex(n, 26)}`,
  hasId: /^sms_/,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write,
})

const event = /* @__PURE__ */ birdApi(
  /* @__PURE__ */ Object.keys(eventStatuses),
  ({ id, word, code, time }) => ({
    type: word,
    timestamp: time,
    data: { sms_id: id, ...NUMBERS, tags: null, ...(code !== undefined && { error: { code } }) },
  }),
)

/** An SMS, as the Bird API answers when it is asked. */
const resource = /* @__PURE__ */ birdApi(
  /* @__PURE__ */ Object.keys(statuses),
  ({ id, word, code, time }) => ({
    id,
    status: word,
    ...NUMBERS,
    last_error: code === undefined ? null : { code },
    delivered_at: time,
  }),
)

/** The Bird API speaks where the id is one of its own, or where the Channels API has no word. */
export const encoder: Encoder = [channels, event, resource]
