import {
  hex,
  JSON_TEXT,
  RECIPIENT,
  splitId,
  usualFirst,
  type Encoder,
  type Format,
  type WordedEvent,
} from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const USUAL = [
  '0x1013',
  '0x1010',
  '0x1035',
  '0x1002',
  '0x1091',
  '0x1015',
  '0x1012',
  '0x0216',
  '0x1006',
  '0x1033',
  '0x0215',
]

/** What its formats have in common. Its ids end in the recipient's number. */
const format = (write: Format['write']): Format => ({
  words: /* @__PURE__ */ Object.keys(statuses),
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: (n) => `${1_000_000 + n}:${RECIPIENT}`,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1_000,
  write,
})

const numberOf = (digits: string) => (/^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : digits)
const idOf = ({ id }: WordedEvent) => numberOf(splitId(id)[0])
const recipientOf = ({ id }: WordedEvent) => numberOf(splitId(id)[1])
const secondsOf = ({ time }: WordedEvent) => time && Math.floor(Date.parse(time) / 1_000)

/** The notification that is posted. */
const notification = /* @__PURE__ */ format((worded) => ({
  id: idOf(worded),
  msisdn: recipientOf(worded),
  time: secondsOf(worded),
  status: worded.word,
  error: null,
  code: worded.code ?? null,
  userref: worded.event.reference,
  country_code: 'US',
  country_prefix: 1,
}))

/** A message, as the API answers when it is asked. */
const message = /* @__PURE__ */ format((worded) => ({
  class: 'standard',
  id: idOf(worded),
  recipients: [
    {
      msisdn: recipientOf(worded),
      dsnstatus: worded.word,
      dsntime: secondsOf(worded) ?? null,
      dsnerror: null,
      dsnerrorcode: worded.code ?? null,
    },
  ],
  userref: worded.event.reference,
}))

/** An event of the Messaging API, which alone has an id of its own. */
const event: Format = {
  words: [
    'ENROUTE',
    'DELIVERED',
    'READ',
    'EXPIRED',
    'DELETED',
    'UNDELIVERABLE',
    'ACCEPTED',
    'UNKNOWN',
    'REJECTED',
  ],
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: (n) => `01JNN696A9${hex(n, 16).toUpperCase()}`,
  hasId: /^[^:]+$/,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write: ({ id, word, code, time, event: { eventId, reference } }) => ({
    event_id: eventId,
    event_type: 'message.status.sms',
    event: {
      msg_id: id,
      recipient: Number(RECIPIENT),
      reference: reference ?? null,
      status: word,
      status_at: time ?? null,
      error: code === undefined ? null : { hex_code: code, details: '' },
    },
  }),
}

export const encoder: Encoder = [notification, message, event]
