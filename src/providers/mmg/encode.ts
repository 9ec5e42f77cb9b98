import { JSON_TEXT, londonClock, type Encoder, type Format } from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

/** The JSON that is posted. A code is the status and the substatus. */
const receipt: Format = {
  words: /* @__PURE__ */ Object.keys(statuses),
  codes: /* @__PURE__ */ Object.keys(codes),
  id: (n) => `${1_000_000_000 + n}`,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1_000,
  write: ({ id, word, code, time, event }) => ({
    reference: id,
    CID: event.reference,
    MSISDN: '447700900123',
    status: word,
    substatus: code?.replace(`${word}/`, ''),
    deliverytime: time && londonClock(time),
  }),
}

export const encoder: Encoder = [receipt]
