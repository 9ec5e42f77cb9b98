import type { ShapeSpec } from '../../reader/spec.ts'

/** The form that is posted to `whendelivered`. It tells a time only of what was delivered. */
const callback: ShapeSpec = {
  when: { id: /^s[\da-f]{16,}$/i },
  inbound: { direction: 'incoming' },
  id: 'id',
  status: 'status',
  time: { path: 'delivered', format: 'iso8601' },
}

/** A message as the API answers it, alone or in the history. */
const message = (at: '' | 'data[].'): ShapeSpec => ({
  source: 'poll',
  when: { [`${at}direction`]: /^outgoing/, [`${at}id`]: /^s[\da-f]{16,}$/i },
  inbound: { [`${at}direction`]: 'incoming' },
  id: `${at}id`,
  status: `${at}status`,
  time: { path: `${at}delivered`, format: 'iso8601' },
})

export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ message(''),
  /* @__PURE__ */ message('data[].'),
  callback,
]
