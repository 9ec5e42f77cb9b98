import type { ShapeSpec } from '../../reader/spec.ts'

/** Several recipients share the id of a message: each one's number is joined to it. */
const shape = (at: '' | 'recipients.items[].', own: Partial<ShapeSpec>): ShapeSpec => ({
  ...own,
  id: 'id',
  recipient: `${at}recipient`,
  status: `${at}status`,
  code: [`${at}statusErrorCode`, `${at}statusReason`],
  time: { path: `${at}statusDatetime`, format: 'iso8601' },
  reference: 'reference',
})

export const shapes: readonly ShapeSpec[] = [
  // The message, as the API answers when it is asked.
  /* @__PURE__ */ shape('recipients.items[].', { source: 'poll', inbound: { direction: 'mo' } }),
  // The query with which MessageBird calls: any one of these fields is enough to know it.
  /* @__PURE__ */ shape('', { when: { statusDatetime: /./ } }),
  /* @__PURE__ */ shape('', { when: { mccmnc: /./ } }),
]
