import {
  FORM,
  JSON_TEXT,
  uuid,
  usualFirst,
  type Encoder,
  type Format,
  type WordedEvent,
} from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const USUAL = ['1', '12', '8', '10', '11', '19', '14', '16', '17']

/** Its times are whole seconds. */
const format = (own: Pick<Format, 'contentType' | 'write'>): Format => ({
  // Without a number, a receipt is not known for one of theirs.
  words: Object.keys(statuses).filter((word) => /^\d/.test(word)),
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: (n) => uuid(n).toUpperCase(),
  parts: 'whole',
  tick: 1_000,
  ...own,
})

const fields = ({ id, word, code, time, event }: WordedEvent) => ({
  timestamp_send: '1768467600',
  timestamp: time && String(Math.floor(Date.parse(time) / 1_000)),
  message_id: id,
  status_code: word,
  error_code: code ?? '',
  custom_string: event.reference ?? '',
  message_type: 'sms',
})

/** What a rule posts. */
const receipt = /* @__PURE__ */ format({ contentType: FORM, write: fields })

/** A page of receipts, as the API answers. */
const answer = /* @__PURE__ */ format({
  contentType: JSON_TEXT,
  write: (worded) => ({
    http_code: 200,
    response_code: 'SUCCESS',
    data: { total: 1, data: [fields(worded)] },
  }),
})

export const encoder: Encoder = [receipt, answer]
