import {
  FORM,
  hex,
  JSON_TEXT,
  RECIPIENT,
  splitId,
  type Encoder,
  type Format,
} from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

/** What its formats have in common. Its ids end in the recipient's number. */
const format = (own: Pick<Format, 'contentType' | 'tick' | 'write'>): Format => ({
  words: Object.keys(statuses),
  codes: Object.keys(codes).filter((code) => /^\d+$/.test(code)),
  id: (n) => `${hex(n, 32)}:${RECIPIENT}`,
  parts: 'whole',
  ...own,
})

const seconds = (time: string | undefined): string | undefined => time?.replace(/\.\d+Z$/, '+00:00')

const report = /* @__PURE__ */ format({
  contentType: FORM,
  tick: 1_000,
  write: ({ id, word, code, time, event }) => ({
    id: splitId(id)[0],
    recipient: splitId(id)[1],
    status: word,
    statusErrorCode: code,
    statusDatetime: seconds(time),
    reference: event.reference,
    datacoding: 'plain',
    messageLength: '4',
    messagePartCount: '1',
    mccmnc: '310010',
    ported: '0',
  }),
})

/** The message, as the API answers when it is asked. */
const message = /* @__PURE__ */ format({
  contentType: JSON_TEXT,
  tick: 1_000,
  write: ({ id, word, code, time, event }) => ({
    id: splitId(id)[0],
    direction: 'mt',
    reference: event.reference ?? null,
    recipients: {
      totalCount: 1,
      items: [
        {
          recipient: splitId(id)[1],
          status: word,
          ...(code !== undefined && { statusErrorCode: code }),
          ...(time !== undefined && { statusDatetime: seconds(time) }),
        },
      ],
    },
  }),
})

export const encoder: Encoder = [report, message]
