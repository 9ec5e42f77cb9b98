import {
  JSON_TEXT,
  usualFirst,
  type Encoder,
  type Format,
  type WordedEvent,
} from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const USUAL = ['6', '1', '27', '9', '34', '11', '573', '607', '541']
const isName = (word: string): boolean => !/^\d/.test(word)

/** What its formats have in common. */
const format = (write: Format['write']): Format => ({
  words: Object.keys(statuses).filter(isName),
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: (n) => `${3_000_000_000 + n}0000000001`,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write,
})

const result = ({ id, word, code, time, event }: WordedEvent) => ({
  messageId: id,
  messageCount: 1,
  sender: 'AcmeInc',
  status: { name: word },
  error: code === undefined ? { id: 0, name: 'NO_ERROR' } : errorOf(code, event.failure?.permanent),
  ...(time !== undefined && { doneAt: time.replace('Z', '+0000') }),
  ...(event.reference !== undefined && { callbackData: event.reference }),
})

const errorOf = (code: string, permanent: boolean | undefined) => ({
  id: /^\d{1,9}$/.test(code) ? Number(code) : code,
  ...(permanent !== undefined && { permanent }),
})

/** What is posted. */
const webhook = /* @__PURE__ */ format((worded) => ({
  results: [{ to: '15550100123', ...result(worded) }],
}))

/** What is answered to a query of the logs. */
const logs = /* @__PURE__ */ format((worded) => ({
  results: [{ destination: '15550100123', ...result(worded) }],
}))

export const encoder: Encoder = [webhook, logs]
