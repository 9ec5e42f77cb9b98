import { codes, omnichannelStatuses } from './codes.ts'
import { omitUndefined } from '../../event/omit-undefined.ts'
import {
  FORM,
  hex,
  JSON_TEXT,
  UUID,
  uuid,
  type Encoder,
  type Format,
  type WordedEvent,
} from '../../reader/encoder.ts'

const isOfSms = (code: string) => code.length === 3
const all = /* @__PURE__ */ Object.keys(codes)

/**
 * The query with which the SMS API calls: `stat` has the word, and `status` is a coarser one. It
 * tells no time.
 */
const sms: Format = {
  words: [
    'ACCEPTD',
    'DELIVRD',
    'UNDELIV',
    'FAILED',
    'REJECTD',
    'EXPIRED',
    'UNKNOWN',
    'DELETED',
    'NACK',
  ],
  codes: /* @__PURE__ */ all.filter(isOfSms),
  id: (n) => hex(n, 20),
  parts: 'whole',
  contentType: FORM,
  tick: Infinity,
  write: ({ id, word, code }) => ({
    sms_unique_id: id,
    status:
      word === 'DELIVRD'
        ? 'DELIVERED'
        : word === 'ACCEPTD' || word === 'UNKNOWN'
          ? 'SENT'
          : 'FAILED',
    stat: word,
    err: code,
  }),
}

/** The formats of the Omnichannel API differ in what they write alone. */
const omnichannel = (write: Format['write']): Format => ({
  words: Object.keys(omnichannelStatuses),
  codes: all.filter((code) => !isOfSms(code) || code === '999'),
  id: uuid,
  hasId: UUID,
  parts: 'whole',
  contentType: JSON_TEXT,
  tick: 1,
  write,
})

const report = ({ id, word, code, time }: WordedEvent) => ({
  message_id: id,
  channel: 'sms',
  status: word === 'null' ? null : word,
  err: code === undefined || !/^\d{1,9}$/.test(code) ? code : Number(code),
  error: null,
  // Without a zone.
  timestamp: time?.replace('Z', '000'),
})

/** The webhook. */
const webhook = /* @__PURE__ */ omnichannel((worded) => ({
  omnimessage_id: uuid(0),
  sender: 'MySender',
  to: '+15550100123',
  ...report(worded),
}))

/** The answer to a query of the status. */
const query = /* @__PURE__ */ omnichannel((worded) => ({
  omnimessage_id: uuid(0),
  to: '+15550100123',
  statuses: [{ sender: 'MySender', ...omitUndefined(report(worded)) }],
}))

/**
 * The Omnichannel API speaks where the id is a UUID, or where the SMS API has no word or tells no
 * time.
 */
export const encoder: Encoder = [sms, webhook, query]
