import type { ShapeSpec } from '../../reader/spec.ts'

/** A list of reports. `sentAt` is no time of an event: it may be when the text is to be sent. */
const reports = (own: Partial<ShapeSpec>): ShapeSpec => ({
  within: 'results[]',
  ...own,
  // An inbound message stands in such a list, too.
  inbound: { receivedAt: /./ },
  id: 'messageId',
  status: ['status.name', 'status.id'],
  code: 'error.id',
  permanent: 'error.permanent',
  time: { path: 'doneAt', format: 'iso8601' },
  reference: 'callbackData',
})

export const shapes: readonly ShapeSpec[] = [
  // What is posted, or is answered to a query of reports: both look the same.
  /* @__PURE__ */ reports({ when: { to: /./ } }),
  // Logs, since version 3: the number has another name.
  /* @__PURE__ */ reports({ source: 'poll' }),
  // The answer to a request to send.
  /* @__PURE__ */ reports({ source: 'response', within: 'messages[]' }),
]
