import { FORM, hex, type Encoder, type Format } from '../../reader/encoder.ts'
import { statuses } from './codes.ts'

const names = /* @__PURE__ */ Object.keys(statuses).filter((word) => /^\D/.test(word))

/** A callback with one report. Its number has a name, and is the code of a failure. */
const callback: Format = {
  words: /* @__PURE__ */ Object.keys(statuses).filter((word) => /^\d/.test(word)),
  codes: [],
  id: (n) => `5F0A1B2C3D4E5F607182${hex(n, 4).toUpperCase()}`,
  parts: 'whole',
  contentType: FORM,
  tick: 1_000,
  write: ({ id, word, time, event }) => ({
    MsgId: id,
    status: word,
    status_name: names[Number(word) - 401],
    idx: event.reference,
    to: '15550100123',
    from: 'Test',
    donedate: time && String(Math.floor(Date.parse(time) / 1_000)),
  }),
}

export const encoder: Encoder = [callback]
