import type { ShapeSpec } from '../../reader/spec.ts'

/**
 * The notification that GatewayAPI posts, one per recipient. A message has one id, whomever it goes
 * to.
 */
const notification: ShapeSpec = {
  when: { id: /^\d+$/, msisdn: /^\d+$/ },
  inbound: { receiver: /./ },
  id: 'id',
  recipient: 'msisdn',
  status: 'status',
  code: 'code',
  time: { path: 'time', format: 'epoch-seconds' },
  reference: 'userref',
}

/** A message as the API answers it, with all its recipients. */
const message: ShapeSpec = {
  source: 'poll',
  id: 'id',
  recipient: 'recipients[].msisdn',
  status: 'recipients[].dsnstatus',
  code: 'recipients[].dsnerrorcode',
  time: { path: 'recipients[].dsntime', format: 'epoch-seconds' },
  reference: 'userref',
}

/** An event of the newer Messaging API, where each recipient has a message and an id of its own. */
const event: ShapeSpec = {
  when: { event_type: /^message\.status\./ },
  id: 'event.msg_id',
  status: 'event.status',
  code: 'event.error.hex_code',
  time: { path: 'event.status_at', format: 'iso8601' },
  eventId: 'event_id',
  reference: 'event.reference',
}

export const shapes: readonly ShapeSpec[] = [message, notification, event]
