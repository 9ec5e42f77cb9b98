import { ownProperty } from '../../reader/reading.ts'
import { utf8 } from '../../reader/utf8.ts'

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? ownProperty(value, key) : undefined

/** What a text becomes; what is no such text stays. */
function read(text: unknown, as: (text: string) => unknown): unknown {
  try {
    return typeof text === 'string' ? as(text) : text
  } catch {
    return text
  }
}

function fromBase64(text: string): string {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return utf8(bytes)
}

/** The list in each kind of batch; what an item of it holds, and its id. */
const BATCHES: readonly (readonly [
  list: string,
  content: (item: unknown) => unknown,
  id?: string,
])[] = [
  ['records', (item) => read(at(item, 'data'), fromBase64)],
  [
    'Records',
    (item) =>
      at(item, 'Sns') ?? at(item, 'body') ?? read(at(at(item, 'kinesis'), 'data'), fromBase64),
  ],
  ['logEvents', (item) => at(item, 'message'), 'id'],
  ['events', (item) => at(item, 'message'), 'eventId'],
]

/**
 * Takes events out of what they came in: an SNS notification, an EventBridge event, the batch of a
 * Firehose endpoint, what a Lambda function gets from SNS, SQS or Kinesis, log events of
 * CloudWatch; and out of one in another. A batch becomes a list. What is in no envelope stays as it
 * is.
 */
export function unwrap(received: unknown, id?: unknown, depth = 0): unknown {
  const content = read(received, JSON.parse)
  if (typeof content !== 'object' || content === null || depth > 3) return content
  const message = at(content, 'Message')
  if (typeof message === 'string') return unwrap(message, at(content, 'MessageId'), depth + 1)
  const detail = at(content, 'detail')
  if (typeof detail === 'object') return unwrap(detail, at(content, 'id'), depth + 1)
  for (const [name, contentOf, idOf = ''] of BATCHES) {
    const items = at(content, name)
    if (Array.isArray(items))
      return items.flatMap((item: unknown) => unwrap(contentOf(item), at(item, idOf), depth + 1))
  }
  return withOwnFields(content, id)
}

/**
 * Adds what no field of an event says by itself, to all that is read of it: several times as fast as
 * to a copy of the whole.
 */
function withOwnFields(event: object, envelopeId: unknown): object {
  const reference = onlyValueOf(at(event, 'context'))
  const answeredAt = answerOf(event)
  if ((envelopeId ?? reference ?? answeredAt) === undefined) return event
  return {
    envelopeId,
    reference,
    answeredAt,
    eventVersion: at(event, 'eventVersion'),
    eventType: at(event, 'eventType'),
    messageStatus: at(event, 'messageStatus'),
    messageStatusDescription: at(event, 'messageStatusDescription'),
    isFinal: at(event, 'isFinal'),
    messageId: at(event, 'messageId'),
    eventTimestamp: at(event, 'eventTimestamp'),
    event_type: at(event, 'event_type'),
    event_timestamp: at(event, 'event_timestamp'),
    attributes: at(event, 'attributes'),
    notification: at(event, 'notification'),
    delivery: at(event, 'delivery'),
    status: at(event, 'status'),
  }
}

function onlyValueOf(context: unknown): unknown {
  const values = typeof context === 'object' && context !== null ? Object.values(context) : []
  return values.length === 1 ? values[0] : undefined
}

/** When the phone answered, of a delivery log of SNS: the time of publishing, and ms. */
function answerOf(log: object): string | undefined {
  const dwell = at(at(log, 'delivery'), 'dwellTimeMsUntilDeviceAck')
  if (typeof dwell !== 'number' || !/^success$/i.test(String(at(log, 'status')))) return undefined
  return `${String(at(at(log, 'notification'), 'timestamp'))} + ${dwell}`
}
