import { describe, expect, it } from 'vitest'
import type { DeliveryEvent } from '../../../src/event/event.ts'
import type { ReceiptContext } from '../../../src/receipts/provider.ts'
import { anyProvider, twilio } from '../../../src/providers/index.ts'

const receipt = { MessageSid: 'SM1', MessageStatus: 'failed', RawDlrDoneDate: '2409182112' }

describe('a context that is wrong', () => {
  it.each([
    ['context', null],
    ['context', 5],
    ['context.receivedAt', { receivedAt: NaN }],
    ['context.receivedAt', { receivedAt: null }],
    ['context.receivedAt', { receivedAt: '5' }],
    ['context.messageId', { messageId: '' }],
    ['context.messageId', { messageId: 5 }],
    ['context.messageId', { messageId: null }],
    ['context.attemptId', { attemptId: '' }],
    ['context.segment', { segment: null }],
    ['context.segment.index', { segment: { index: 0 } }],
    ['context.segment.index', { segment: { index: 3, count: 2 } }],
    ['context.segment.count', { segment: { index: 1, count: 256 } }],
    ['context.source', { source: 'fax' }],
    ['context.source', { source: null }],
    ['context.ref', { ref: 5 }],
    ['context.timeZone', { timeZone: 'Mars/Olympus' }],
    ['context.timeZone', { timeZone: null }],
    ['context.timeZone', { timeZone: '' }],
    ['context.recipientKey', { recipientKey: 'last4' }],
    ['context.recipientKey', { recipientKey: null }],
  ])('throws and names %s: %j', (field, context) => {
    expect(() => twilio.parse(receipt, context as ReceiptContext)).toThrow(TypeError)
    expect(() => twilio.parse(receipt, context as ReceiptContext)).toThrow(
      `sms-delivery-state: twilio.parse: ${field} must be `,
    )
    expect(() => anyProvider.parse(receipt, context as ReceiptContext)).toThrow(
      `sms-delivery-state: anyProvider.parse: ${field} must be `,
    )
  })

  it('throws for a key that is misspelt: without its time, an event would count as in time', () => {
    expect(() => twilio.parse(receipt, { recievedAt: 5 } as ReceiptContext)).toThrow(
      'sms-delivery-state: twilio.parse: context: each key must be one of receivedAt, messageId',
    )
  })

  it('throws whatever the receipt is', () => {
    for (const data of [undefined, [], {}, '{'])
      expect(() => twilio.parse(data, { receivedAt: NaN })).toThrow(TypeError)
  })
})

describe('a context', () => {
  it('may leave out all and any of it', () => {
    const nothing: ReceiptContext = {
      receivedAt: undefined,
      messageId: undefined,
      attemptId: undefined,
      segment: undefined,
      source: undefined,
      ref: undefined,
      timeZone: undefined,
      recipientKey: undefined,
    }
    expect(twilio.parse(receipt, nothing)).toStrictEqual(twilio.parse(receipt))
    expect(twilio.parse(receipt, {})).toStrictEqual(twilio.parse(receipt))
  })

  it('finds the message id from the event, which has none yet', () => {
    const seen: unknown[] = []
    const context: ReceiptContext = {
      receivedAt: 7,
      messageId: (event) => {
        seen.push(event)
        return `own-${event.providerMessageId}`
      },
    }
    const [event] = twilio.parse(receipt, context).events
    expect(seen).toStrictEqual(twilio.parse(receipt, { receivedAt: 7 }).events)
    expect(event).toStrictEqual({
      ...twilio.parse(receipt, { receivedAt: 7 }).events[0],
      messageId: 'own-SM1',
    })
    expect(Object.keys(event ?? {}).slice(0, 4)).toEqual([
      'status',
      'receivedAt',
      'occurredAt',
      'messageId',
    ])
  })

  it('may not know the message of an event', () => {
    expect(twilio.parse(receipt, { messageId: () => undefined })).toStrictEqual(
      twilio.parse(receipt),
    )
  })

  it.each([
    ['', 'twilio: context.messageId(…) is no id: it must be a text that is not empty'],
    [null, 'twilio: context.messageId(…) is no id: it must be a text that is not empty'],
    [5, 'twilio: context.messageId(…) is no id: it must be a text that is not empty'],
    [Promise.resolve('m'), 'twilio: context.messageId(…) is a promise: look it up before'],
    [
      'm'.repeat(513),
      'twilio: context.messageId(…) has a NUL or a lone surrogate, or is longer than 512 code units',
    ],
    [
      'm\0',
      'twilio: context.messageId(…) has a NUL or a lone surrogate, or is longer than 512 code units',
    ],
  ])('that answers %j for a message id makes an issue of that receipt alone', (answer, message) => {
    const messageId = ({ providerMessageId }: DeliveryEvent) =>
      providerMessageId === 'SM1' ? (answer as string) : 'm'
    const { events, issues } = twilio.parse([receipt, { ...receipt, MessageSid: 'SM2' }], {
      messageId,
      ref: 'r',
    })
    expect(events).toMatchObject([{ providerMessageId: 'SM2', messageId: 'm' }])
    const received = typeof answer === 'string' ? answer.slice(0, 512) : answer
    expect(issues).toStrictEqual([{ code: 'invalid', message, received, index: 0, ref: 'r' }])
  })

  it('is named by an issue, so that the receipt is not lost to its message', () => {
    const [issue] = twilio.parse(
      { ...receipt, MessageStatus: 'odd' },
      { messageId: 'm', ref: 'log/1' },
    ).issues
    expect(issue).toMatchObject({ code: 'unrecognized-status', messageId: 'm', ref: 'log/1' })
    const [other] = twilio.parse(5, { messageId: () => 'm' }).issues
    expect(other).not.toHaveProperty('messageId')
  })

  it('is not asked about what could not be read', () => {
    const messageId = () => expect.fail('asked')
    expect(twilio.parse([{ MessageSid: 'SM1' }, 5], { messageId }).issues).toHaveLength(2)
  })

  it('is never changed, nor shared with the events', () => {
    const segment = Object.freeze({ index: 1, count: 2 })
    const [event] = twilio.parse(receipt, Object.freeze({ segment })).events
    expect(event?.segment).toEqual(segment)
    expect(event?.segment).not.toBe(segment)
  })
})
