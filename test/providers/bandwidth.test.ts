import { describe, expect, it } from 'vitest'
import { bandwidth } from '../../src/providers/bandwidth/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const event = {
  type: 'message-failed',
  time: '2024-09-18T20:12:09Z',
  description: 'invalid destination',
  to: '+15550100123',
  errorCode: 4720,
  message: {
    id: '1726690321875xo7watq5px6rbe5f',
    time: '2024-09-18T20:12:01.876Z',
    to: ['+15550100123'],
    direction: 'out',
    segmentCount: 2,
    tag: 'order-17',
  },
}
const row = {
  messageId: event.message.id,
  destinationTn: '+15550100123',
  messageStatus: 'FAILED',
  messageDirection: 'OUTBOUND',
  errorCode: 4720,
  recipientCount: 1,
  receiveTime: '2024-09-18T20:12:01.876Z',
}

contract({
  provider: bandwidth,
  words: {
    ...{
      'message-sending': 'sent',
      'message-sent': 'sent',
      'message-delivered': 'delivered',
      'message-read': 'delivered',
    },
    ...{ 'message-failed': 'undelivered', 'message-received': 'inbound' },
    ...{ 'requested-location-response': 'inbound', 'suggestion-response': 'inbound' },
  },
  shapes: [
    {
      name: 'an event',
      receipt: event,
      id: ['message', 'id'],
      status: ['type'],
      optional: [
        { path: ['errorCode'], wrong: [true, 1.5, {}] },
        { path: ['time'], wrong: ['2024-09-31T20:12:09Z', 'soon', {}] },
        { path: ['message', 'tag'], wrong: [true, {}] },
      ],
    },
    {
      name: 'a list of messages',
      receipt: { messages: [row] },
      words: {
        ...{
          ACCEPTED: 'accepted',
          QUEUED: 'queued',
          SENDING: 'queued',
          SENT: 'sent',
          DLR_EXPIRED: 'unknown',
        },
        ...{
          FAILED: 'undelivered',
          UNDELIVERED: 'undelivered',
          DELIVERED: 'delivered',
          RECEIVED: 'inbound',
        },
      },
      id: ['messages', 0, 'messageId'],
      status: ['messages', 0, 'messageStatus'],
      optional: [{ path: ['messages', 0, 'errorCode'], wrong: [true, 1.5, {}] }],
    },
  ],
})

holdToFacts(bandwidth, 'bandwidth', {
  receipt: (type, errorCode) => ({ ...event, type, errorCode: errorCode && Number(errorCode) }),
  failing: 'message-failed',
  // What came in is no receipt.
  except: ['message-received', 'requested-location-response', 'suggestion-response'],
})

const one = (changes: object) => bandwidth.parse([{ ...event, ...changes }]).events[0]

describe('bandwidth', () => {
  it.each([
    [4001, 'failed', true],
    [4470, 'failed', true],
    [4360, 'expired', undefined],
    [4750, 'undelivered', true],
    [4702, 'undelivered', undefined],
    [5106, 'failed', false],
    [5620, 'undelivered', false],
    [9902, 'unknown', undefined],
    [9999, 'undelivered', undefined],
    // Not listed: by its second digit.
    [4498, 'failed', undefined],
    [5598, 'failed', undefined],
    [4798, 'undelivered', undefined],
    [5698, 'undelivered', undefined],
  ])('takes %i for %s', (errorCode, status, permanent) => {
    const failed = one({ errorCode })
    expect(failed).toMatchObject({ status, failure: { code: `${errorCode}` } })
    expect(failed?.failure?.permanent).toBe(permanent)
  })

  it('does not take what was handed on for delivered', () => {
    const handedOn = {
      type: 'message-delivered',
      description: 'Message delivered to carrier',
      errorCode: undefined,
    }
    expect(one(handedOn)).toMatchObject({ status: 'sent' })
    expect(one(handedOn)).not.toHaveProperty('failure')
    expect(one({ ...handedOn, description: 'ok' })).toMatchObject({
      status: 'delivered',
      confirmedBy: 'carrier',
    })
  })

  it('gives each member of a group an id of its own, and no other message', () => {
    const context = { recipientKey: (number: string) => number.slice(-3) }
    const group = { ...event, message: { ...event.message, to: ['+15550100123', '+15550100124'] } }
    expect(
      bandwidth.parse([group, event], context).events.map((each) => each.providerMessageId),
    ).toEqual([`${event.message.id}:123`, event.message.id])
    const messages = [row, { ...row, recipientCount: 2 }]
    expect(
      bandwidth.parse({ messages }, context).events.map((each) => each.providerMessageId),
    ).toEqual([event.message.id, `${event.message.id}:123`])
  })

  it('reads when a message was read, and sees no failure in code 0', () => {
    const read = { type: 'message-read', eventTime: '2024-09-18T20:15:00Z', errorCode: undefined }
    expect(one(read)).toMatchObject({
      status: 'delivered',
      confirmedBy: 'handset',
      occurredAt: Date.UTC(2024, 8, 18, 20, 15),
    })
    const { events } = bandwidth.parse({
      messages: [{ ...row, messageStatus: 'SENT', errorCode: 0 }],
    })
    expect(events).toStrictEqual([
      { status: 'sent', provider: 'bandwidth', providerMessageId: row.messageId, source: 'poll' },
    ])
  })

  it.each([
    [{ ...event, message: { ...event.message, direction: 'in' } }],
    { messages: [{ ...row, messageDirection: 'INBOUND' }] },
  ])('takes no inbound message for a receipt: %#', (inbound) => {
    expect(bandwidth.parse(inbound)).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
  })
})
