import { ownProperty } from '../../reader/reading.ts'
import type { ShapeSpec } from '../../reader/spec.ts'
import { TIME_FORMATS } from '../../reader/times.ts'
import { messagesCodes, messagesStatuses, smsCodes, smsStatuses } from './codes.ts'

/**
 * The status webhook of the Messages API: one per message, however many parts it has. The number of
 * an error is its `title`, or in version 0.1 its `code`. Other channels look the same: whether
 * their messages are of interest here is known to whoever sent them.
 */
const messages: ShapeSpec = {
  toFields: withErrorNumber,
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
 * The receipt of the SMS API, as a query, a form or JSON: one per part of a text, each part with an
 * id of its own and nothing that says which it is. `mark` is a field that others do not have; any
 * one of them is enough. `message-timestamp` is when Vonage began to call, in UTC. `scts`, when it
 * heard of it, is nearer to the event, but its zone is not documented: in Vonage's own example it
 * is an hour ahead.
 */
const sms = (mark: 'err-code' | 'scts' | 'message-timestamp'): ShapeSpec => ({
  statuses: smsStatuses,
  codes: smsCodes,
  when: { [mark]: /^\d/ },
  inbound: { type: /^(?:text|unicode|binary)$/ },
  id: 'messageId',
  status: 'status',
  code: 'err-code',
  time: [
    { path: 'message-timestamp', format: (text) => TIME_FORMATS.iso8601(text, 'UTC') },
    { path: 'scts', format: 'yyMMddHHmm' },
  ],
  reference: 'client-ref',
})

export const shapes: readonly ShapeSpec[] = [
  messages,
  /* @__PURE__ */ sms('err-code'),
  /* @__PURE__ */ sms('scts'),
  /* @__PURE__ */ sms('message-timestamp'),
]

/** An error whose `title` is words has its number at the end of its `type`, a URI. */
function withErrorNumber(receipt: unknown): unknown {
  if (typeof receipt !== 'object' || receipt === null || Array.isArray(receipt)) return undefined
  const error = ownProperty(receipt, 'error')
  if (typeof error !== 'object' || error === null) return receipt
  const title = ownProperty(error, 'title') ?? ''
  const type = ownProperty(error, 'type')
  const number = typeof type === 'string' ? /#(\d+)$/.exec(type)?.[1] : undefined
  const isWords = typeof title === 'string' && !/^\d+$/.test(title)
  return number !== undefined && isWords
    ? { ...receipt, error: { ...error, title: number } }
    : receipt
}
