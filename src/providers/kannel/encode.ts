import { FORM, hex, type Encoder, type Format } from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

/**
 * The query of the user guide's example. The SMSC's answer says why it refused; its own receipt
 * stands there else.
 */
const call: Format = {
  words: /* @__PURE__ */ Object.keys(statuses),
  codes: /* @__PURE__ */ Object.keys(codes).filter((code) => code.startsWith('NACK/')),
  id: (n) => hex(n, 8),
  parts: 'whole',
  contentType: FORM,
  tick: 1_000,
  write: ({ id, word, code = '', time, event }) => {
    const isRefusal = code.startsWith('NACK/')
    return {
      id: event.reference,
      type: word,
      to: '+15550100123',
      from: '5550',
      t: time === undefined ? '' : `${Math.floor(Date.parse(time) / 1_000)}`,
      fid: id,
      err: isRefusal ? '' : code,
      answer: isRefusal ? `${code}/` : word === '8' ? 'ACK/' : '',
    }
  },
}

export const encoder: Encoder = [call]
