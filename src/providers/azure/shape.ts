import type { Conditions, ShapeSpec } from '../../reader/spec.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Takes out of the details the code that they begin with, and of the attempts the last one. */
function toFields(receipt: unknown): unknown {
  if (!isObject(receipt) || !isObject(receipt.data) || !Object.hasOwn(receipt, 'data')) return undefined
  const { data, ...event } = receipt
  const { deliveryStatusDetails: details, DeliveryStatusDetails: older = details, deliveryAttempts: attempts, ...rest } = data
  const code = typeof older === 'string' ? (/^\d{4}(?!\d)/.exec(older)?.[0] ?? older) : older
  const attempt: unknown = Array.isArray(attempts) ? attempts.at(-1) : undefined
  return { ...event, data: { ...rest, deliveryStatusDetails: code, deliveryAttempts: attempt } }
}

/** An event of Event Grid: `type` is where it says what it is. In the data, older documentation has capital letters. */
const event = (type: string, time: string): ShapeSpec => {
  const is = (name: string): Conditions => ({ [type]: new RegExp(`^Microsoft\\.Communication\\.${name}$`, 'i') })
  return {
    toFields,
    when: is('SMSDeliveryReportReceived'),
    inbound: { 'data.message': /./ },
    id: ['data.messageId', 'data.MessageId'],
    status: ['data.deliveryStatus', 'data.DeliveryStatus'],
    code: 'data.deliveryStatusDetails',
    time: {
      path: ['data.receivedTimestamp', 'data.ReceivedTimestamp', 'data.deliveryAttempts.timestamp', time],
      format: 'iso8601',
    },
    eventId: 'id',
    reference: ['data.Tag', 'data.tag'],
  }
}

export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ event('eventType', 'eventTime'),
  /* @__PURE__ */ event('type', 'time'),
]
