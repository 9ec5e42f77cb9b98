import {
  JSON_TEXT,
  uuid,
  usualFirst,
  type Encoder,
  type Format,
  type WordedEvent,
} from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const USUAL = ['40008', '40012', '40001', '40002', '40300', '40004', '40010', '40011']

/** What its formats have in common. */
const format = (write: Format['write']): Format => ({
  words: Object.keys(statuses),
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: uuid,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write,
})

const message = ({ id, word, code, event }: WordedEvent) => ({
  record_type: 'message',
  direction: 'outbound',
  id,
  type: 'SMS',
  from: { phone_number: '+15550100001', carrier: 'TELNYX LLC', line_type: 'Wireless' },
  to: [{ phone_number: '+15550100123', status: word, carrier: 'EXAMPLE', line_type: 'Wireless' }],
  errors: code === undefined ? [] : [{ code }],
  parts: 1,
  tags: event.reference === undefined ? [] : [event.reference],
})

const isOpen = (word: string): boolean => /^(?:scheduled|queued|sending|sent)$/.test(word)

const webhook = /* @__PURE__ */ format((worded) => ({
  data: {
    record_type: 'event',
    ...(worded.event.eventId !== undefined && { id: worded.event.eventId }),
    event_type: isOpen(worded.word) ? 'message.sent' : 'message.finalized',
    ...(worded.time !== undefined && { occurred_at: worded.time }),
    payload: message(worded),
  },
  meta: { attempt: 1 },
}))

/** The message, as the API answers when it is asked. */
const answer = /* @__PURE__ */ format((worded) => ({
  data: { ...message(worded), completed_at: worded.time ?? null },
}))

export const encoder: Encoder = [webhook, answer]
