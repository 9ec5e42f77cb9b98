import { ownProperty } from '../../reader/reading.ts'
import type { ShapeSpec } from '../../reader/spec.ts'

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? ownProperty(value, key) : undefined

/** A code with something behind it. */
const CODE = /^(\d{4})(?!\d)./s

/** Takes out of the details the code that they begin with, and of several attempts the last one. */
function toFields(receipt: unknown): unknown {
  const data = at(receipt, 'data')
  if (typeof data !== 'object' || data === null) return undefined
  const details = at(data, 'deliveryStatusDetails') ?? at(data, 'DeliveryStatusDetails')
  const attempts = at(data, 'deliveryAttempts')
  const code = typeof details === 'string' ? CODE.exec(details)?.[1] : undefined
  const last: unknown = Array.isArray(attempts) && attempts.length > 1 ? attempts.at(-1) : undefined
  if ((code ?? last) === undefined) return receipt
  return {
    ...Object(receipt),
    data: {
      ...data,
      deliveryStatusDetails: code ?? details,
      deliveryAttempts: last === undefined ? attempts : [last],
    },
  }
}

/**
 * An event of Event Grid: `type` is where it says what it is. In the data, older documentation has
 * capital letters.
 */
const event = (type: string, time: string): ShapeSpec => ({
  toFields,
  when: { [type]: /^Microsoft\.Communication\.SMSDeliveryReportReceived$/i },
  inbound: { 'data.message': /./ },
  id: ['data.messageId', 'data.MessageId'],
  status: ['data.deliveryStatus', 'data.DeliveryStatus'],
  code: ['data.deliveryStatusDetails', 'data.DeliveryStatusDetails'],
  time: {
    path: [
      'data.receivedTimestamp',
      'data.ReceivedTimestamp',
      'data.deliveryAttempts.0.timestamp',
      time,
    ],
    format: 'iso8601',
  },
  eventId: 'id',
  reference: ['data.Tag', 'data.tag'],
})

export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ event('eventType', 'eventTime'),
  /* @__PURE__ */ event('type', 'time'),
]
