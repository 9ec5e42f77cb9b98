import { ownProperty } from '../../reader/reading.ts'

const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce((each, key) => (typeof each === 'object' && each !== null ? ownProperty(each, key) : undefined), value)

/** What a text becomes; what is no such text stays. */
function read(text: unknown, as: (text: string) => unknown): unknown {
  try {
    return typeof text === 'string' ? as(text) : text
  } catch {
    return text
  }
}

const fromBase64 = (text: string) => new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))

/** What an item of each kind of batch holds, and its id. */
const BATCHES: Readonly<Record<string, (item: unknown) => readonly [content: unknown, id?: unknown]>> = {
  records: (item) => [read(at(item, 'data'), fromBase64)],
  Records: (item) => [at(item, 'Sns') ?? at(item, 'body') ?? read(at(item, 'kinesis', 'data'), fromBase64)],
  logEvents: (item) => [at(item, 'message'), at(item, 'id')],
  events: (item) => [at(item, 'message'), at(item, 'eventId')],
}

/**
 * Takes events out of what they came in: an SNS notification, an EventBridge event, the batch of a Firehose endpoint, what a Lambda function gets from
 * SNS, SQS or Kinesis, log events of CloudWatch; and out of one in another. A batch becomes a list. What is in no envelope stays as it is.
 */
export function unwrap(received: unknown, id?: unknown, depth = 0): unknown {
  const content = read(received, JSON.parse)
  if (typeof content !== 'object' || content === null || depth > 3) return content
  const message = at(content, 'Message')
  if (typeof message === 'string') return unwrap(message, at(content, 'MessageId'), depth + 1)
  const detail = at(content, 'detail')
  if (typeof detail === 'object') return unwrap(detail, at(content, 'id'), depth + 1)
  for (const [name, open] of Object.entries(BATCHES)) {
    const items = at(content, name)
    if (Array.isArray(items))
      return items.flatMap((item: unknown) => {
        const [inside, itemId] = open(item)
        return unwrap(inside, itemId, depth + 1)
      })
  }
  return withOwnFields(content, id)
}

/** Adds what no field of an event says by itself: the id of its envelope, the only value of its context, when the phone answered. */
function withOwnFields(event: object, envelopeId: unknown): object {
  const values = Object.values(at(event, 'context') ?? {})
  const reference: unknown = values.length === 1 ? values[0] : undefined
  const [published, dwell] = [at(event, 'notification', 'timestamp'), at(event, 'delivery', 'dwellTimeMsUntilDeviceAck')]
  const isSuccess = read(at(event, 'status'), (word) => word.toUpperCase()) === 'SUCCESS'
  const hasAnswered = isSuccess && typeof published === 'string' && typeof dwell === 'number'
  const answeredAt = hasAnswered ? `${published} + ${dwell}` : undefined
  return (envelopeId ?? reference ?? answeredAt) === undefined ? event : { ...event, envelopeId, reference, answeredAt }
}
