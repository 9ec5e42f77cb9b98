import { JSON_TEXT, type Encoder, type Format, type Said } from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const TO = '15550100123'
const USUAL = ['0x1013', '0x1010', '0x1035', '0x1002', '0x1091', '0x1015', '0x1012', '0x0216', '0x1006', '0x1033', '0x0215']

/** What its formats have in common: an id of ours holds the message's and the recipient's. */
const format = (write: (said: Said, id: string | number, msisdn: string | number) => Record<string, unknown>): Format => ({
  words: Object.keys(statuses),
  codes: [...USUAL, ...Object.keys(codes)],
  id: (n) => `${1_000_000 + n}:${TO}`,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1_000,
  write: (said) => {
    const [id = '', msisdn = TO] = said.id.split(':')
    return write(said, numberOf(id), numberOf(msisdn))
  },
})

const numberOf = (digits: string) => (/^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : digits)
const seconds = (time: string | undefined) => time && Math.floor(Date.parse(time) / 1_000)

/** The notification that is posted. */
const notification = /* @__PURE__ */ format(({ word, code, time, event }, id, msisdn) => ({
  id,
  msisdn,
  time: seconds(time),
  status: word,
  error: null,
  code: code ?? null,
  userref: event.reference,
  country_code: 'US',
  country_prefix: 1,
}))

/** A message, as the API answers when it is asked. */
const message = /* @__PURE__ */ format(({ word, code, time, event }, id, msisdn) => ({
  class: 'standard',
  id,
  recipients: [{ msisdn, dsnstatus: word, dsntime: seconds(time) ?? null, dsnerror: null, dsnerrorcode: code ?? null }],
  userref: event.reference,
}))

export const encoder: Encoder = [notification, message]
