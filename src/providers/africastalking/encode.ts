import { FORM, hex, type Encoder, type Format } from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

/** The form that is posted to the callback URL. It tells no time. */
const report: Format = {
  words: /* @__PURE__ */ Object.keys(statuses),
  codes: /* @__PURE__ */ Object.keys(codes),
  id: (n) => `ATXid_${hex(n, 32)}`,
  parts: 'whole',
  contentType: FORM,
  tick: Infinity,
  write: ({ id, word, code }) => ({
    id,
    status: word,
    phoneNumber: '+15550100123',
    networkCode: '63902',
    failureReason: code,
  }),
}

export const encoder: Encoder = [report]
