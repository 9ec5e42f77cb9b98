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

export const shapes: readonly ShapeSpec[] = [message, notification]
