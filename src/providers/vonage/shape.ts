import type { ShapeSpec } from '../../reader/spec.ts'
import { messagesCodes, messagesStatuses, smsCodes, smsStatuses } from './codes.ts'

/**
 * The status webhook of the Messages API: one per message, however many parts it has. Version 0.1 had a number in `error.code`.
 * Other channels look the same: whether their messages are of interest here is known to whoever sent them.
 */
const messages: ShapeSpec = {
  statuses: messagesStatuses,
  codes: messagesCodes,
  inbound: { message_type: /./ },
  id: 'message_uuid',
  status: 'status',
  code: ['error.title', 'error.code'],
  time: { path: 'timestamp', format: 'iso8601' },
  reference: 'client_ref',
}

/**
 * The receipt of the SMS API, as a query, a form or JSON: one per part of a text, each part with an id of its own and nothing that says which it is.
 * `mark` is a field that others do not have; any one of them is enough. `message-timestamp` is when Vonage called, not when it happened.
 */
const sms = (mark: 'err-code' | 'scts' | 'message-timestamp'): ShapeSpec => ({
  statuses: smsStatuses,
  codes: smsCodes,
  when: { [mark]: /^\d/ },
  inbound: { type: /^(?:text|unicode|binary)$/ },
  id: 'messageId',
  status: 'status',
  code: 'err-code',
  time: { path: 'scts', format: 'yyMMddHHmm' },
  reference: 'client-ref',
})

export const shapes: readonly ShapeSpec[] = [
  messages,
  /* @__PURE__ */ sms('err-code'),
  /* @__PURE__ */ sms('scts'),
  /* @__PURE__ */ sms('message-timestamp'),
]
