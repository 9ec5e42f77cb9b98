import { hex, JSON_TEXT, type Encoder, type Format } from '../../reader/encoder.ts'
import { statuses } from './codes.ts'

/** A callback. Its number is both word and code. */
const callback: Format = {
  words: /* @__PURE__ */ Object.keys(statuses),
  codes: [],
  id: (n) => hex(n, 32).toUpperCase(),
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write: ({ id, word, time, event }) => ({
    reference_id: id,
    external_id: event.reference,
    sub_resource: 'sms',
    errors: [],
    status: {
      code: Number(word),
      ...(time !== undefined && { updated_on: time.replace('Z', '000Z') }),
    },
  }),
}

export const encoder: Encoder = [callback]
