import { JSON_TEXT, usualFirst, type Encoder, type Format } from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const FROM = '+15550100001'
const TO = '+15550100123'
const USUAL = ['4720', '4702', '4770', '4775', '4406', '4432', '4780', '5620', '9902']

const numberOf = (code: string): string | number => (/^\d{1,9}$/.test(code) ? Number(code) : code)

const callback: Format = {
  words: /* @__PURE__ */ Object.keys(statuses),
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: (n) => `${1726690321875 + n}xo7watq5px6rbe5d`,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write: ({ id, word, code, time, event }) => ({
    type: word,
    time,
    description: word === 'message-delivered' ? 'ok' : word,
    to: TO,
    errorCode: code === undefined ? undefined : numberOf(code),
    message: {
      id,
      ...(event.reference !== undefined && { tag: event.reference }),
      owner: FROM,
      applicationId: '93de2206-0000-4000-8000-000000000001',
      segmentCount: 1,
      direction: 'out',
      to: [TO],
      from: FROM,
      text: '',
    },
  }),
}

/** The events alone: what the API answers when it is asked tells no time. */
export const encoder: Encoder = [callback]
