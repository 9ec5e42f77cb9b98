import { describe, expect, it } from 'vitest'
import { twilio } from '../../src/providers/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'
import { examplesOf } from './receipts.ts'

const sid = 'SM00000000000000000000000000000b01'
const callback = {
  MessageSid: sid,
  MessageStatus: 'delivered',
  RawDlrDoneDate: '2409182112',
  To: '+15550100123',
}
const stream = {
  specversion: '1.0',
  type: 'com.twilio.messaging.message.undelivered',
  id: 'NO00000000000000000000000000000d01',
  time: '2024-09-18T21:12:09Z',
  data: {
    messageSid: sid,
    messageStatus: 'UNDELIVERED',
    errorCode: 30005,
    timestamp: '2024-09-18T21:12:08.5Z',
  },
}
const conversation = {
  EventType: 'onDeliveryUpdated',
  ConversationSid: 'CH00000000000000000000000000000c01',
  MessageSid: 'IM00000000000000000000000000000c01',
  DeliveryReceiptSid: 'DY00000000000000000000000000000c01',
  ChannelMessageSid: sid,
  Status: 'failed',
  ErrorCode: '30005',
  DateCreated: '2026-01-15T10:30:00.000Z',
  DateUpdated: '2026-01-15T10:31:05.250Z',
}
const message = {
  sid,
  status: 'undelivered',
  error_code: 30005,
  date_updated: 'Thu, 24 Aug 2023 05:01:45 +0000',
  direction: 'outbound-api',
}

contract({
  provider: twilio,
  words: {
    accepted: 'accepted',
    scheduled: 'queued',
    queued: 'queued',
    sending: 'queued',
    sent: 'sent',
    delivered: 'delivered',
    undelivered: 'undelivered',
    failed: 'failed',
    canceled: 'failed',
    read: 'delivered',
    receiving: 'inbound',
    received: 'inbound',
  },
  shapes: [
    {
      name: 'a status callback',
      receipt: callback,
      form: true,
      id: ['MessageSid'],
      status: ['MessageStatus'],
      optional: [
        {
          path: ['RawDlrDoneDate'],
          wrong: ['2413182112', '2402302112', '240918211', 'soon', {}, true],
        },
      ],
    },
    {
      name: 'a delivery of Conversations',
      receipt: conversation,
      form: true,
      id: ['ChannelMessageSid'],
      status: ['Status'],
      optional: [
        { path: ['ErrorCode'], wrong: [true, 1.5, {}] },
        { path: ['DateUpdated'], wrong: ['2026-01-15T25:31:05Z', 'soon', {}] },
      ],
    },
    {
      name: 'an event of Event Streams',
      receipt: stream,
      id: ['data', 'messageSid'],
      status: ['data', 'messageStatus'],
      optional: [
        { path: ['data', 'errorCode'], wrong: [true, 1.5, {}] },
        { path: ['id'], wrong: [true, {}] },
      ],
    },
    {
      name: 'a Message resource',
      receipt: message,
      id: ['sid'],
      status: ['status'],
      optional: [
        { path: ['error_code'], wrong: [true, 1.5, []] },
        {
          path: ['date_updated'],
          wrong: ['Thu, 24 Foo 2023 05:01:45 +0000', 'Thu, 31 Feb 2023 05:01:45 +0000', 1, {}],
        },
      ],
    },
  ],
})

holdToFacts(twilio, 'twilio', {
  receipt: (MessageStatus, ErrorCode) => ({ MessageSid: sid, MessageStatus, ErrorCode }),
  failing: 'failed',
  except: [
    // Inbound, or without a documented meaning.
    'receiving',
    'received',
    'partially_delivered',
    '30009',
    '30039',
    // Its page of May 2024 has the words of 30453.
    '30485',
  ],
})

const one = (receipt: unknown) => {
  const { events, issues } = twilio.parse(receipt)
  expect(issues).toEqual([])
  expect(events).toHaveLength(1)
  return events[0]
}

describe('twilio', () => {
  it('reads the date of the carrier in the zone that the context names, UTC by default', () => {
    const at = (timeZone?: string) =>
      new Date(twilio.parse(callback, { timeZone }).events[0]?.occurredAt ?? NaN).toISOString()
    expect(at()).toBe('2024-09-18T21:12:00.000Z')
    expect(at('America/New_York')).toBe('2024-09-19T01:12:00.000Z')
    expect(at('+02:00')).toBe('2024-09-18T19:12:00.000Z')
  })

  it('prefers MessageSid and MessageStatus to the legacy names', () => {
    expect(
      one({ SmsSid: 'SM2', SmsStatus: 'queued', MessageSid: 'SM1', MessageStatus: 'sent' }),
    ).toMatchObject({
      status: 'sent',
      providerMessageId: 'SM1',
    })
    expect(
      one({ SmsSid: 'SM2', SmsStatus: 'queued', MessageSid: '', MessageStatus: null }),
    ).toMatchObject({
      status: 'queued',
      providerMessageId: 'SM2',
    })
  })

  it('does not choose between two values of one name', () => {
    const { events, issues } = twilio.parse(
      `MessageSid=${sid}&MessageStatus=sent&MessageStatus=delivered`,
    )
    expect(events).toEqual([])
    expect(issues).toMatchObject([
      { code: 'invalid', path: ['MessageStatus'], received: ['sent', 'delivered'] },
    ])
  })

  it('takes 30036 for expired, and keeps the code', () => {
    for (const MessageStatus of ['failed', 'undelivered']) {
      expect(one({ MessageSid: sid, MessageStatus, ErrorCode: '30036' })).toMatchObject({
        status: 'expired',
        failure: { reason: 'expired', code: '30036' },
      })
    }
    expect(one({ MessageSid: sid, MessageStatus: 'delivered', ErrorCode: '30036' })?.status).toBe(
      'delivered',
    )
  })

  it('reads a delivery of Conversations by the id of the channel, at the time of its last change', () => {
    expect(one(conversation)).toStrictEqual({
      status: 'failed',
      occurredAt: Date.UTC(2026, 0, 15, 10, 31, 5, 250),
      provider: 'twilio',
      providerMessageId: sid,
      source: 'webhook',
      failure: { reason: 'invalid-destination', code: '30005' },
    })
    expect(
      one({ ...conversation, Status: 'sent', ErrorCode: '0', DateUpdated: undefined }),
    ).toStrictEqual({
      status: 'sent',
      provider: 'twilio',
      providerMessageId: sid,
      source: 'webhook',
    })
    expect(one({ ...conversation, Status: 'read' })).toMatchObject({
      status: 'delivered',
      read: true,
    })
  })

  it.each([
    ['30007', { reason: 'content-blocked' }],
    ['30485', { reason: 'throttled', permanent: false }],
    ['63016', { reason: 'content-blocked' }],
    ['63024', { reason: 'invalid-destination' }],
    ['63049', { reason: 'throttled', permanent: false }],
    ['30008', { reason: 'unknown' }],
  ])('says why in %s', (ErrorCode, failure) => {
    const expected = { ...failure, code: ErrorCode }
    expect(
      one({ MessageSid: sid, MessageStatus: 'undelivered', ErrorCode })?.failure,
    ).toStrictEqual(expected)
    expect(one({ ...message, error_code: Number(ErrorCode) })?.failure).toStrictEqual(expected)
  })

  it.each(['30025', '30026', '30045', '63039'])(
    'sees no failure in the warning %s, but a reason where something has failed',
    (ErrorCode) => {
      expect(one({ MessageSid: sid, MessageStatus: 'sent', ErrorCode })).not.toHaveProperty(
        'failure',
      )
      expect(one({ MessageSid: sid, MessageStatus: 'failed', ErrorCode })?.failure).toEqual({
        reason: ErrorCode === '30045' ? 'expired' : 'throttled',
        code: ErrorCode,
      })
    },
  )

  it('keeps a code that it does not know, and never says that what was delivered has failed', () => {
    expect(one({ MessageSid: sid, MessageStatus: 'failed', ErrorCode: '39999' })?.failure).toEqual({
      reason: 'unknown',
      code: '39999',
    })
    expect(
      one({ MessageSid: sid, MessageStatus: 'failed', ErrorCode: 'constructor' })?.failure,
    ).toEqual({
      reason: 'unknown',
      code: 'constructor',
    })
    expect(one({ MessageSid: sid, MessageStatus: 'failed' })?.failure).toEqual({
      reason: 'unknown',
    })
    expect(
      one({ MessageSid: sid, MessageStatus: 'delivered', ErrorCode: '30003' }),
    ).not.toHaveProperty('failure')
  })

  it('says who vouches for delivered: the carrier, or with read the handset', () => {
    expect(one(callback)?.confirmedBy).toBe('carrier')
    expect(one(callback)).not.toHaveProperty('read')
    expect(one({ ...callback, MessageStatus: 'read' })).toMatchObject({
      confirmedBy: 'handset',
      read: true,
    })
    expect(one({ ...callback, MessageStatus: 'sent' })).not.toHaveProperty('confirmedBy')
  })

  it('reads no meaning into partially_delivered', () => {
    expect(twilio.parse({ ...message, status: 'partially_delivered' })).toStrictEqual({
      events: [],
      issues: [
        {
          code: 'unrecognized-status',
          message: 'twilio: status "partially_delivered" is not a status that we know',
          path: ['status'],
          received: 'partially_delivered',
        },
      ],
    })
  })

  it.each([
    { MessageSid: sid, SmsStatus: 'received', Body: 'STOP', From: '+15550100123' },
    { MessageSid: sid, MessageStatus: 'failed', ErrorCode: '30039' },
    { MessageSid: sid, SmsStatus: 'failed', ErrorCode: 30009 },
    { ...message, status: 'received', direction: 'inbound' },
    { ...message, status: 'delivered', direction: 'inbound' },
    { ...stream, data: { ...stream.data, messageStatus: 'RECEIVED' } },
    {
      type: 'com.twilio.messaging.inbound-message.received',
      id: 'NO1',
      data: { messageSid: sid, body: 'STOP' },
    },
  ])('takes no inbound message for a receipt: %j', (inbound) => {
    expect(twilio.parse(inbound)).toStrictEqual({
      events: [],
      issues: [
        {
          code: 'not-a-receipt',
          message: 'twilio: an inbound message is not a receipt',
          received: inbound,
        },
      ],
    })
  })

  it('takes the time of the event, else of its envelope', () => {
    expect(one(stream)?.occurredAt).toBe(Date.UTC(2024, 8, 18, 21, 12, 8, 500))
    expect(one({ ...stream, data: { ...stream.data, timestamp: undefined } })?.occurredAt).toBe(
      Date.UTC(2024, 8, 18, 21, 12, 9),
    )
  })

  it('reads what twilio-node gives back, with its dates', () => {
    const given = {
      _version: {},
      sid,
      status: 'failed',
      errorCode: 21610,
      dateUpdated: new Date(1000),
      dateSent: null,
      direction: 'outbound-api',
    }
    expect(one(given)).toStrictEqual({
      status: 'failed',
      occurredAt: 1000,
      provider: 'twilio',
      providerMessageId: sid,
      source: 'poll',
      failure: { reason: 'opted-out', code: '21610' },
    })
    expect(twilio.parse({ ...given, dateUpdated: new Date(NaN) }).issues).toMatchObject([
      { code: 'invalid', path: ['dateUpdated'] },
    ])
    expect(
      twilio.parse({ ...given, dateUpdated: Object.create(Date.prototype) as Date }).issues,
    ).toMatchObject([{ path: ['dateUpdated'] }])
  })

  it('names the place in a list of messages', () => {
    const bad = { ...message, status: 'teleported' }
    const { events, issues } = twilio.parse({ messages: [message, bad, {}, 5], page: 0 })
    expect(events).toHaveLength(1)
    expect(issues).toMatchObject([
      { code: 'unrecognized-status', path: ['messages', 1, 'status'] },
      { code: 'not-a-receipt', path: ['messages', 2], received: {} },
      { code: 'not-a-receipt', path: ['messages', 3], received: 5 },
    ])
    expect(twilio.parse({ messages: [] })).toEqual({ events: [], issues: [] })
    expect(twilio.parse({ messages: true }).issues).toMatchObject([
      { code: 'invalid', path: ['messages'], received: true },
    ])
  })

  it('does not take the number of segments for a segment', () => {
    for (const { payload } of examplesOf('twilio')) {
      for (const event of twilio.parse(payload).events) expect(event).not.toHaveProperty('segment')
    }
  })

  it.each([undefined, null, 5, 'hello', '', '{', '[', {}, 'null', '5', true, new Uint8Array()])(
    'says that %s is not a receipt',
    (data) => {
      expect(twilio.parse(data)).toStrictEqual({
        events: [],
        issues: [
          {
            code: 'not-a-receipt',
            message: expect.stringMatching(
              /^twilio: (?:not a receipt of a shape that we know: its receipts have MessageSid and |this is)/,
            ) as unknown,
            ...(data !== undefined && { received: data }),
          },
        ],
      })
    },
  )
})
