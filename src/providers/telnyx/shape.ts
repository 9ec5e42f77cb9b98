import type { ShapeSpec } from '../../reader/spec.ts'

/**
 * The message stands in the event, and in the answer of the API; its status stands beside each
 * recipient. The name of the event is no status: `message.sent` comes with `queued`, too.
 * The members of a group share an id; `group` says that there is more than one.
 */
const message = (
  at: 'data.payload' | 'data',
  own: Partial<ShapeSpec>,
  group: boolean,
): ShapeSpec => ({
  ...own,
  ...(group && {
    when: { [`${at}.to.1.phone_number`]: /./ },
    recipient: `${at}.to[].phone_number`,
  }),
  inbound: { [`${at}.direction`]: 'inbound' },
  id: `${at}.id`,
  status: `${at}.to[].status`,
  code: [`${at}.errors.0.code`, `${at}.errors.1.code`],
  reference: `${at}.tags.0`,
})

const webhook: Partial<ShapeSpec> = {
  eventId: 'data.id',
  time: { path: ['data.occurred_at', 'data.payload.completed_at'], format: 'iso8601' },
}

const poll: Partial<ShapeSpec> = {
  source: 'poll',
  time: { path: 'data.completed_at', format: 'iso8601' },
}

export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ message('data.payload', webhook, true),
  /* @__PURE__ */ message('data.payload', webhook, false),
  /* @__PURE__ */ message('data', poll, true),
  /* @__PURE__ */ message('data', poll, false),
]
