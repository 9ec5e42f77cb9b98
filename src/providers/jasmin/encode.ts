import { compact, FORM, uuid, type Encoder, type Format } from '../../reader/encoder.ts'
import { statuses, submitCodes } from './codes.ts'

/** A receipt of level 2. Its `err` is the SMSC's own, and its time is to the minute. */
const terminal: Format = {
  words: /* @__PURE__ */ Object.keys(statuses),
  codes: [],
  id: uuid,
  parts: 'whole',
  contentType: FORM,
  tick: 60_000,
  write: ({ id, word, code, time }) => ({
    id,
    message_status: word,
    level: '2',
    connector: 'smppc01',
    id_smsc: 'bc614e',
    subdate: '2601150900',
    donedate: time === undefined ? 'ND' : compact(time),
    sub: 'ND',
    dlvrd: 'ND',
    err: code,
    text: 'ND',
  }),
}

/** A receipt of level 1, whose word is the code. It tells no time. */
const submission: Format = {
  words: ['ESME_ROK'],
  codes: /* @__PURE__ */ Object.keys(submitCodes),
  id: uuid,
  parts: 'whole',
  contentType: FORM,
  tick: Infinity,
  write: ({ id, word, code = word }) => ({
    id,
    message_status: code,
    level: '1',
    connector: 'smppc01',
  }),
}

export const encoder: Encoder = [terminal, submission]
