import type { ShapeSpec } from '../../reader/spec.ts'
import { channelsCodes, channelsStatuses, codes, eventStatuses, statuses } from './codes.ts'

/**
 * A message of the Channels API: in the envelope of a webhook, or bare. What fails has a code of
 * Bird's own, and the name of a source; the SMS platform as a source adds its own code.
 */
const message = (within: 'payload' | undefined, own: Partial<ShapeSpec>): ShapeSpec => ({
  code: ['failure.code', 'details'],
  unlistedCodes: { reason: 'unknown', warning: true },
  ...own,
  within,
  when: { channelId: /./, ...own.when },
  statuses: channelsStatuses,
  codes: channelsCodes,
  inbound: { direction: 'incoming' },
  id: 'id',
  status: 'status',
  time: { path: ['lastStatusAt', 'updatedAt'], format: 'iso8601' },
  reference: 'reference',
})

const messages = (within?: 'payload'): readonly ShapeSpec[] => [
  message(within, {
    when: { 'failure.source.name': 'sms-messagebird' },
    code: ['failure.source.code', 'failure.code', 'details'],
  }),
  message(within, {
    when: { 'failure.source.name': 'accounting' },
    code: 'failure.code',
    unlistedCodes: 'account',
  }),
  message(within, {}),
]

/** An event of the Bird API, whose own id is in a header. */
const event: ShapeSpec = {
  statuses: eventStatuses,
  codes,
  id: 'data.sms_id',
  status: 'type',
  code: 'data.error.code',
  time: { path: 'timestamp', format: 'iso8601' },
}

/** An SMS, as the Bird API answers when it is asked. */
const resource: ShapeSpec = {
  source: 'poll',
  statuses,
  codes,
  when: { id: /^sms_/ },
  id: 'id',
  status: 'status',
  code: 'last_error.code',
  time: { path: ['delivered_at', 'last_error.occurred_at'], format: 'iso8601' },
}

export const shapes: readonly ShapeSpec[] = /* @__PURE__ */ allShapes()

function allShapes(): ShapeSpec[] {
  return [event, resource, ...messages('payload'), ...messages()]
}
