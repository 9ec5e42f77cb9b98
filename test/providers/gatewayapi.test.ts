import { describe, expect, it } from 'vitest'
import { gatewayapi } from '../../src/providers/gatewayapi/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const notification = {
  id: 1000001,
  msisdn: 15550100123,
  time: 1768473065,
  status: 'UNDELIVERABLE',
  userref: 'order-42',
  code: '0x1013',
}
const recipient = {
  msisdn: 15550100123,
  dsnstatus: 'UNDELIVERABLE',
  dsnerrorcode: '0x1013',
  dsntime: 1768473065,
}
const message = { id: 1000001, recipients: [recipient], userref: 'order-42' }
const event = {
  event_id: 'e1',
  timestamp: '2026-01-15T10:31:06Z',
  event_type: 'message.status.sms',
  event: {
    msg_id: '01JNN696A9E0WS89FPYGT15NBX',
    recipient: 15550100123,
    reference: 'order-42',
    status: 'UNDELIVERABLE',
    status_at: '2026-01-15T10:31:05.5Z',
    error: { hex_code: '0x1013', details: '…' },
  },
}
const wrongTimes = ['soon', -1, {}, true]

contract({
  provider: gatewayapi,
  words: {
    UNKNOWN: 'accepted',
    SCHEDULED: 'queued',
    BUFFERED: 'queued',
    ENROUTE: 'sent',
    DELIVERED: 'delivered',
    READ: 'delivered',
    EXPIRED: 'expired',
    DELETED: 'undelivered',
    UNDELIVERABLE: 'undelivered',
    ACCEPTED: 'delivered',
    REJECTED: 'failed',
    SKIPPED: 'failed',
  },
  shapes: [
    {
      name: 'a notification',
      receipt: notification,
      id: ['id'],
      status: ['status'],
      optional: [
        { path: ['code'], wrong: [true, 1.5, {}] },
        { path: ['time'], wrong: wrongTimes },
        { path: ['userref'], wrong: [true, {}] },
      ],
    },
    {
      name: 'a message',
      receipt: message,
      id: ['id'],
      status: ['recipients', 0, 'dsnstatus'],
      optional: [
        { path: ['recipients', 0, 'dsnerrorcode'], wrong: [true, 1.5, {}] },
        { path: ['recipients', 0, 'dsntime'], wrong: wrongTimes },
      ],
    },
    {
      name: 'an event of the Messaging API',
      receipt: event,
      id: ['event', 'msg_id'],
      status: ['event', 'status'],
      optional: [
        { path: ['event', 'error', 'hex_code'], wrong: [true, 1.5, {}] },
        { path: ['event', 'status_at'], wrong: [...wrongTimes, '2026-01-15T25:31:05Z'] },
        { path: ['event', 'reference'], wrong: [true, {}] },
        { path: ['event_id'], wrong: [true, {}] },
      ],
    },
  ],
})

holdToFacts(gatewayapi, 'gatewayapi', {
  receipt: (status, code) => ({ ...notification, status, code }),
  failing: 'UNDELIVERABLE',
})

describe('gatewayapi', () => {
  it('keeps the recipients of one message apart', () => {
    const { events } = gatewayapi.parse({
      ...message,
      recipients: [recipient, { ...recipient, msisdn: 15550100124 }],
    })
    expect(events.map((event) => event.providerMessageId)).toEqual([
      '1000001:15550100123',
      '1000001:15550100124',
    ])
    const hashed = gatewayapi.parse(notification, {
      recipientKey: (recipient) => `#${recipient.length}`,
    })
    expect(hashed.events[0]?.providerMessageId).toBe('1000001:#11')
    expect(gatewayapi.parse({ ...notification, msisdn: undefined }).issues).toMatchObject([
      { path: ['msisdn'] },
    ])
  })

  it('takes the ids of the Messaging API as they are', () => {
    expect(gatewayapi.parse(event).events).toStrictEqual([
      {
        status: 'undelivered',
        occurredAt: Date.UTC(2026, 0, 15, 10, 31, 5, 500),
        provider: 'gatewayapi',
        providerMessageId: '01JNN696A9E0WS89FPYGT15NBX',
        eventId: 'e1',
        source: 'webhook',
        failure: { reason: 'unreachable', code: '0x1013' },
        reference: 'order-42',
      },
    ])
  })

  it('says who vouches for what is delivered: the handset, or the network that accepted it', () => {
    const by = (status: string) =>
      gatewayapi.parse({ ...notification, status, code: null }).events[0]?.confirmedBy
    expect(by('DELIVERED')).toBe('handset')
    expect(by('ACCEPTED')).toBe('carrier')
  })

  it('reads codes in any letter case, and gives the reason of the word if there is none', () => {
    const failure = (status: string, code: string | null) =>
      gatewayapi.parse({ ...notification, status, code }).events[0]?.failure
    expect(failure('REJECTED', '0X102a')).toEqual({ reason: 'unreachable', code: '0X102a' })
    expect(failure('REJECTED', null)).toEqual({ reason: 'carrier-rejected' })
    expect(failure('DELETED', null)).toEqual({ reason: 'canceled' })
    expect(failure('SKIPPED', null)).toEqual({ reason: 'unknown' })
  })

  it('takes no inbound message for a receipt', () => {
    const inbound = {
      id: 1,
      msisdn: 15550100123,
      receiver: 451204,
      message: 'STOP',
      senttime: 1768473065,
    }
    expect(gatewayapi.parse(inbound)).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
  })
})
