import {
  FORM,
  JSON_TEXT,
  uuid,
  usualFirst,
  type Encoder,
  type Format,
} from '../../reader/encoder.ts'
import { codes, statuses } from './codes.ts'

const USUAL = ['80', '50', '70', '30', '200', '10', '40', '900']

/** What its formats have in common. A time that the message is not about is left out. */
const format = (own: Pick<Format, 'contentType' | 'tick' | 'write'>): Format => ({
  words: Object.keys(statuses),
  codes: /* @__PURE__ */ usualFirst(USUAL, codes),
  id: uuid,
  parts: 'whole',
  ...own,
})

const written = (time: string | undefined, zone: string): string | undefined =>
  time?.replace('T', ' ').replace('Z', zone)

const callback = /* @__PURE__ */ format({
  contentType: FORM,
  tick: 1,
  write: ({ id, word, code, time }) => ({
    MessageUUID: id,
    From: '15550100001',
    To: '15550100123',
    Status: word,
    Type: 'sms',
    Units: '1',
    ErrorCode: code,
    [word === 'queued' ? 'QueuedTime' : word === 'sent' ? 'SentTime' : 'DeliveryReportTime']:
      written(time, '000'),
  }),
})

/** The Message resource, as the API answers when it is asked. */
const resource = /* @__PURE__ */ format({
  contentType: JSON_TEXT,
  tick: 1,
  write: ({ id, word, code, time }) => ({
    message_uuid: id,
    message_state: word,
    message_direction: 'outbound',
    from_number: '15550100001',
    to_number: '15550100123',
    units: 1,
    error_code: code ?? null,
    message_updated_time: written(time, '+00:00'),
  }),
})

export const encoder: Encoder = [callback, resource]
