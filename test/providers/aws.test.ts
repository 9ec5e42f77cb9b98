import { describe, expect, it } from 'vitest'
import { aws } from '../../src/providers/aws/index.ts'
import { contract } from './contract.ts'
import { factsOf, holdToFacts } from './facts.ts'

const event = {
  eventType: 'TEXT_UNREACHABLE',
  eventVersion: '1.0',
  eventTimestamp: 1768473065000,
  isFinal: true,
  destinationPhoneNumber: '+15550100123',
  messageId: '0a1b2c3d-0000-4000-8000-000000000001',
  context: { order: '42' },
}
const stream = {
  event_type: '_SMS.FAILURE',
  event_timestamp: 1768473065322,
  event_version: '3.1',
  attributes: { message_id: 'ppmsg-1', destination_phone_number: '+15550100123' },
}
const log = {
  notification: {
    messageId: '0000f042-0000-5000-8000-000000000001',
    timestamp: '2026-01-15 10:30:34.558',
  },
  delivery: {
    destination: '+15550100123',
    providerResponse: 'Invalid phone number',
    dwellTimeMsUntilDeviceAck: 1344,
  },
  status: 'FAILURE',
}

const words = {
  QUEUED: 'queued',
  PENDING: 'queued',
  DELIVERED: 'delivered',
  INVALID: 'failed',
  INVALID_MESSAGE: 'failed',
  UNREACHABLE: 'undelivered',
  CARRIER_UNREACHABLE: 'undelivered',
  BLOCKED: 'undelivered',
  CARRIER_BLOCKED: 'failed',
  SPAM: 'failed',
  UNKNOWN: 'unknown',
  TTL_EXPIRED: 'expired',
} as const
const media = Object.fromEntries(
  Object.entries(words).map(([word, status]) => [`MEDIA_${word}`, status]),
)
const wrongTimes = ['soon', -1, {}, true]

contract({
  provider: aws,
  examples: ['aws_eum_sms', 'aws_pinpoint', 'aws_sns_sms'],
  words: {
    ...words,
    ...media,
    MEDIA_SUCCESSFUL: 'delivered',
    TEXT_SUCCESSFUL: 'delivered',
    RCS_READ: 'delivered',
  },
  shapes: [
    {
      name: 'an event of End User Messaging',
      receipt: event,
      id: ['messageId'],
      status: ['eventType'],
      optional: [{ path: ['eventTimestamp'], wrong: wrongTimes }],
    },
    {
      name: 'an event of a Pinpoint stream',
      receipt: stream,
      words: {
        '_SMS.BUFFERED': 'queued',
        '_SMS.SEND': 'sent',
        '_SMS.SUCCESS': 'delivered',
        '_SMS.FAILURE': 'undelivered',
      },
      id: ['attributes', 'message_id'],
      status: ['event_type'],
      missingStatus: ['attributes', 'record_status'],
      optional: [{ path: ['event_timestamp'], wrong: wrongTimes }],
    },
    {
      name: 'a delivery log of SNS',
      receipt: log,
      words: { SUCCESS: 'delivered', FAILURE: 'failed' },
      id: ['notification', 'messageId'],
      status: ['status'],
      optional: [{ path: ['delivery', 'providerResponse'], wrong: [true, 1.5, {}] }],
    },
  ],
})

const isWord = (name: string) => /^(?:TEXT|RCS)_/.test(name)
const { statuses } = factsOf('aws_eum_sms')
const named = (word: string) =>
  isWord(word) ? { eventType: word } : { eventType: undefined, messageStatus: word }
holdToFacts(aws, 'aws_eum_sms', {
  receipt: (word, code) =>
    code === undefined || isWord(code)
      ? { ...event, ...named(code ?? word), isFinal: statuses[code ?? word]?.final }
      : { ...event, ...named('FAILED'), messageStatusDescription: code },
  failing: 'FAILED',
})

const { statuses: streamed } = factsOf('aws_pinpoint')
holdToFacts(aws, 'aws_pinpoint', {
  receipt: (word, code) => {
    const record_status = code ?? (word.startsWith('_') ? '' : word)
    const event_type = word.startsWith('_') ? word : '_SMS.FAILURE'
    return { ...stream, event_type, attributes: { ...stream.attributes, record_status } }
  },
  failing: '_SMS.FAILURE',
  except: ['_SMS.OPTOUT'], // somebody answered
})

holdToFacts(aws, 'aws_sns_sms', {
  receipt: (status, providerResponse) => ({
    ...log,
    status,
    delivery: { ...log.delivery, providerResponse },
  }),
  failing: 'FAILURE',
})

const one = (receipt: unknown) => {
  const { events, issues } = aws.parse(receipt)
  expect(issues).toEqual([])
  expect(events).toHaveLength(1)
  return events[0]
}
const read = (fields: object) => one({ ...event, ...fields })
const logged = (status: string, delivery: object) =>
  one({ ...log, status, delivery: { destination: '+15550100123', ...delivery } })

describe('aws', () => {
  it('takes no success and no failure for the last word while more will come', () => {
    for (const eventType of ['TEXT_SUCCESSFUL', 'MEDIA_SUCCESSFUL'])
      for (const [isFinal, status] of [
        [true, 'delivered'],
        [false, 'sent'],
        [undefined, 'sent'],
      ] as const)
        expect(
          read({
            eventType,
            isFinal,
            messageStatusDescription: 'Message has been accepted by phone carrier',
          }),
        ).toMatchObject({ status })
    expect(read({ eventType: 'TEXT_DELIVERED', isFinal: false })).not.toHaveProperty('failure')
    expect(read({ eventType: 'TEXT_SPAM', isFinal: false })).toMatchObject({
      status: 'sent',
      failure: { reason: 'content-blocked' },
    })
  })

  it.each(Object.entries(statuses).filter(([word]) => word.startsWith('TEXT_')))(
    'reads MEDIA_ like %s',
    (eventType) => {
      const { failure, ...rest } = read({ eventType }) ?? {}
      if (eventType === 'TEXT_SENT' || eventType === 'TEXT_PROTECT_BLOCKED') return
      const media = eventType.replace('TEXT_', 'MEDIA_')
      expect(read({ eventType: media })).toEqual({
        ...rest,
        ...(failure && { failure: { ...failure, code: media } }),
      })
    },
  )

  it('keeps the word as the code, and takes the reason of the description where the word names none', () => {
    expect(
      read({ eventType: 'RCS_FAILED', messageStatusDescription: 'phone has blocked sms' })?.failure,
    ).toEqual({
      reason: 'opted-out',
      code: 'RCS_FAILED',
    })
    expect(
      read({ eventType: 'TEXT_QUEUED', messageStatusDescription: 'another text' }),
    ).not.toHaveProperty('failure')
  })

  it('takes the value of a context of one entry for the reference', () => {
    expect(read({})?.reference).toBe('42')
    for (const context of [{}, { a: '1', b: '2' }, null, 'order'])
      expect(read({ context })).not.toHaveProperty('reference')
  })

  it('reads a SUCCESS of Pinpoint as the last word, and takes the answer STOP for no receipt', () => {
    const attributes = { ...stream.attributes, record_status: 'SUCCESSFUL' }
    expect(one({ ...stream, event_type: '_SMS.SUCCESS', attributes })?.status).toBe('delivered')
    expect(one({ ...stream, event_type: '_SMS.BUFFERED', attributes })?.status).toBe('sent')
    expect(aws.parse({ ...stream, event_type: '_SMS.OPTOUT' })).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
    expect(Object.keys(streamed)).toContain('_SMS.OPTOUT')
  })

  it('takes the time of a delivery log from the answer of the phone, and none from its publication', () => {
    const at = (delivery: object, timeZone?: string) =>
      aws.parse(
        { ...log, status: 'SUCCESS', delivery: { ...log.delivery, ...delivery } },
        { timeZone },
      ).events[0]?.occurredAt
    expect(at({})).toBe(Date.UTC(2026, 0, 15, 10, 30, 35, 902))
    expect(at({}, '+01:00')).toBe(Date.UTC(2026, 0, 15, 9, 30, 35, 902))
    expect(at({ dwellTimeMsUntilDeviceAck: undefined })).toBeUndefined()
    expect(one(log)).not.toHaveProperty('occurredAt')
    const wrong = {
      ...log,
      status: 'SUCCESS',
      notification: { ...log.notification, timestamp: 'soon' },
    }
    expect(aws.parse(wrong)).toMatchObject({
      events: [{ status: 'delivered' }],
      issues: [{ path: ['answeredAt'] }],
    })
  })

  it.each([
    ['failed', 'Invalid phone number'],
    ['failed', 'phone number is opted out'],
    ['failed', 'This delivery would exceed max price'],
    ['failed', 'No quota left for account'],
    ['undelivered', 'Phone has blocked SMS'],
    ['undelivered', 'another text'],
  ])('reads FAILURE as %s with "%s"', (status, providerResponse) => {
    expect(logged('FAILURE', { providerResponse })?.status).toBe(status)
  })

  it('says who vouches for a delivery: the carrier, or where a log names the phone or RCS speaks, the handset', () => {
    expect(
      logged('SUCCESS', { providerResponse: 'Message has been accepted by phone carrier' })
        ?.confirmedBy,
    ).toBe('carrier')
    expect(
      logged('SUCCESS', { providerResponse: 'Message has been accepted by phone' })?.confirmedBy,
    ).toBe('handset')
    expect(read({ eventType: 'TEXT_DELIVERED' })?.confirmedBy).toBe('carrier')
    expect(read({ eventType: 'RCS_DELIVERED' })?.confirmedBy).toBe('handset')
  })

  const text = JSON.stringify(event)
  const notification = {
    Type: 'Notification',
    MessageId: 'n1',
    TopicArn: 'arn:aws:sns:us-east-1:1:t',
    Message: text,
  }
  const base64 = Buffer.from(JSON.stringify({ ...event, context: { order: 'ü' } })).toString(
    'base64',
  )
  it.each([
    ['an SNS notification', notification, 'n1'],
    [
      'EventBridge',
      { id: 'b1', 'detail-type': 'Text Message Delivery Status Updated', detail: event },
      'b1',
    ],
    ['Firehose', { requestId: 'r', timestamp: 1, records: [{ data: base64 }] }, undefined],
    [
      'SNS in Firehose',
      { records: [{ data: Buffer.from(JSON.stringify(notification)).toString('base64') }] },
      'n1',
    ],
    ['SNS in Lambda', { Records: [{ EventSource: 'aws:sns', Sns: notification }] }, 'n1'],
    [
      'SNS in SQS in Lambda',
      { Records: [{ messageId: 'q', body: JSON.stringify(notification) }] },
      'n1',
    ],
    ['Kinesis in Lambda', { Records: [{ kinesis: { data: base64 } }] }, undefined],
    ['log events', { logEvents: [{ id: 'l1', timestamp: 1, message: text }] }, 'l1'],
    ['filtered log events', { events: [{ eventId: 'l2', timestamp: 1, message: text }] }, 'l2'],
  ])('reads an event in %s', (_, receipt, eventId) => {
    const { reference, ...rest } = read({}) ?? {}
    expect(one(receipt)).toMatchObject(eventId === undefined ? rest : { ...rest, eventId })
    expect(['42', 'ü']).toContain(one(receipt)?.reference ?? reference)
  })

  it('reads the rest of a batch that has one bad record', () => {
    const { events, issues } = aws.parse({ records: [{ data: '!' }, { data: base64 }, {}, 5] })
    expect(events).toMatchObject([{ status: 'undelivered', reference: 'ü' }])
    expect(issues.map(({ code }) => code)).toEqual([
      'not-a-receipt',
      'not-a-receipt',
      'not-a-receipt',
    ])
  })

  it.each([
    {
      Type: 'SubscriptionConfirmation',
      Message: 'You have chosen to subscribe',
      SubscribeURL: 'https://example.org',
    },
    {
      ...notification,
      Message: '{"originationNumber":"+15550100123","messageBody":"STOP","inboundMessageId":"i1"}',
    },
    { eventType: 'REGISTRATION_STATUS_CHANGED', eventVersion: '1.0' },
  ])('makes no event of %j', (stranger) => {
    expect(aws.parse(stranger).events).toEqual([])
  })
})
