import { codes, statuses } from './codes.ts'
import { compact, hex, JSON_TEXT, type Encoder } from '../../reader/encoder.ts'

/** A code of the network, which stands in a TLV of its own: the type of network, and two bytes. */
const OF_NETWORK = /^(?:gsm:(\d{1,3})|nec:0x([\da-f]{3,4}))$/

/**
 * A `deliver_sm` as JSON, with a receipt in its text and the same in its TLVs. Its time is to the
 * minute. Over SMPP itself there is no content type.
 */
export const encoder: Encoder = [
  {
    words: /* @__PURE__ */ usualFirst([
      'ENROUTE',
      'DELIVRD',
      'UNDELIV',
      'REJECTD',
      'EXPIRED',
      'ACCEPTD',
      'UNKNOWN',
      'BUFFRED',
    ]),
    codes: /* @__PURE__ */ Object.keys(codes).filter((code) => OF_NETWORK.test(code)),
    id: (n) => hex(n, 10),
    parts: 'id',
    contentType: JSON_TEXT,
    tick: 60_000,
    write: ({ id, word, code, time }) => ({
      command: 'deliver_sm',
      esm_class: 4,
      source_addr: '15550100123',
      destination_addr: '15550100900',
      short_message: textOf(id, word, code, time),
      receipted_message_id: id,
      network_error_code: networkCode(code),
    }),
  },
]

function usualFirst(usual: readonly string[]): readonly string[] {
  return [...usual, ...Object.keys(statuses).filter((word) => !usual.includes(word))]
}

/** Zeros stand where nothing is known. */
function textOf(
  id: string,
  word: string,
  code: string | undefined,
  time: string | undefined,
): string {
  const done = time === undefined ? '0000000000' : compact(time)
  const error = code === undefined || OF_NETWORK.test(code) ? '000' : code
  return `id:${id} sub:001 dlvrd:${word === 'DELIVRD' ? '001' : '000'} submit date:${done} done date:${done} stat:${word} err:${error} text:`
}

function networkCode(code: string | undefined): string | undefined {
  const [, gsm, other] = OF_NETWORK.exec(code ?? '') ?? []
  return gsm === undefined ? other && `03${other.padStart(4, '0')}` : `03${hex(Number(gsm), 4)}`
}
