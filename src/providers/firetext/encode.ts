import { FORM, londonClock, uuid, type Encoder, type Format } from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

/** The form that is posted. */
const receipt: Format = {
  words: /* @__PURE__ */ Object.keys(statuses),
  codes: /* @__PURE__ */ Object.keys(codes),
  id: uuid,
  isNameless: true,
  parts: 'whole',
  contentType: FORM,
  tick: 1_000,
  write: ({ id, word, code, time, event }) => ({
    mobile: '447700900123',
    status: word,
    time: time && londonClock(time),
    reference: event.reference ?? id,
    code,
  }),
}

export const encoder: Encoder = [receipt]
