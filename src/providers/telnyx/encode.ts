import { JSON_TEXT, uuid, type Encoder, type Format, type Said } from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const USUAL = ['40008', '40012', '40001', '40002', '40300', '40004', '40010', '40011']

/** What its formats have in common. */
const format = (write: Format['write']): Format => ({
  words: Object.keys(statuses),
  codes: [...USUAL, ...Object.keys(codes)],
  id: uuid,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write,
})

const message = ({ id, word, code, event }: Said) => ({
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

const webhook = /* @__PURE__ */ format((said) => ({
  data: {
    record_type: 'event',
    ...(said.event.eventId !== undefined && { id: said.event.eventId }),
    event_type: isOpen(said.word) ? 'message.sent' : 'message.finalized',
    ...(said.time !== undefined && { occurred_at: said.time }),
    payload: message(said),
  },
  meta: { attempt: 1 },
}))

/** The message, as the API answers when it is asked. */
const answer = /* @__PURE__ */ format((said) => ({
  data: { ...message(said), completed_at: said.time ?? null },
}))

export const encoder: Encoder = [webhook, answer]
