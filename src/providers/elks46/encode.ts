import { FORM, hex, JSON_TEXT, type Encoder, type Format } from '../../reader/encoder.ts'
import { statuses } from './codes.ts'

/** What its formats have in common: times are in UTC, and only of what was delivered. */
const format = (own: Pick<Format, 'contentType' | 'write'>): Format => ({
  words: Object.keys(statuses),
  codes: [],
  id: (n) => `s${hex(n, 32)}`,
  parts: 'whole',
  tick: 1,
  ...own,
})

/** The form that is posted to `whendelivered`. */
const callback = /* @__PURE__ */ format({
  contentType: FORM,
  write: ({ id, word, time }) => ({ id, status: word, delivered: time?.replace('Z', '000') }),
})

/** A message, as the API answers when it is asked. */
const message = /* @__PURE__ */ format({
  contentType: JSON_TEXT,
  write: ({ id, word, time }) => ({
    id,
    direction: 'outgoing',
    from: 'MyService',
    to: '+15550100123',
    created: '2026-01-15T09:00:00.000000',
    status: word,
    delivered: time,
    cost: 3500,
  }),
})

export const encoder: Encoder = [callback, message]
