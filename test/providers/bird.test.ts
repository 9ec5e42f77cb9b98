import { describe, expect, it } from 'vitest'
import { bird } from '../../src/providers/bird/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const message = {
  id: '3fa85f64-0000-4000-8000-000000000001',
  channelId: '3fa85f64-0000-4000-8000-000000000002',
  reference: 'order-17',
  status: 'delivery_failed',
  direction: 'outgoing',
  failure: { code: 15005, source: { name: 'sms-messagebird', code: '1' } },
  lastStatusAt: '2024-09-18T20:12:09.660Z',
}
const event = {
  type: 'sms.failed',
  timestamp: '2026-05-21T12:04:10.000Z',
  data: {
    sms_id: 'sms_01krdgeqcxet5s7t44vh8rt9mg',
    to: '+15550100124',
    error: { code: 'invalid_destination', carrier_error_code: '1' },
  },
}
const resource = {
  id: event.data.sms_id,
  status: 'failed',
  last_error: { code: 'invalid_destination', occurred_at: '2026-05-21T12:04:09.000Z' },
}

const words = {
  accepted: 'accepted',
  sent: 'sent',
  undelivered: 'sent',
  failed: 'undelivered',
  rejected: 'failed',
} as const
const more = {
  expired: 'expired',
  delivered: 'delivered',
  scheduled: 'queued',
  canceled: 'failed',
  received: 'inbound',
} as const
const wrongTimes = ['2024-09-31T20:12:09Z', 'soon', {}]
const inChannels = (path: (string | number)[]) => ({
  id: [...path, 'id'],
  status: [...path, 'status'],
  optional: [
    { path: [...path, 'lastStatusAt'], wrong: wrongTimes },
    { path: [...path, 'reference'], wrong: [true, {}] },
  ],
})

contract({
  provider: bird,
  examples: ['bird_channels', 'bird_api'],
  words: {
    ...{ accepted: 'accepted', processing: 'queued', sent: 'sent', sending_failed: 'failed' },
    ...{ delivered: 'delivered', delivery_failed: 'undelivered' },
  },
  shapes: [
    {
      name: 'a webhook of the Channels API',
      receipt: { event: 'sms.outbound', payload: message },
      ...inChannels(['payload']),
    },
    { name: 'a message of the Channels API', receipt: message, ...inChannels([]) },
    {
      name: 'an event of the Bird API',
      receipt: event,
      words: Object.fromEntries(
        Object.entries({ ...words, ...more }).map(([word, status]) => [`sms.${word}`, status]),
      ),
      id: ['data', 'sms_id'],
      status: ['type'],
      optional: [
        { path: ['data', 'error', 'code'], wrong: [true, 1.5, {}] },
        { path: ['timestamp'], wrong: wrongTimes },
      ],
    },
    {
      name: 'an SMS of the Bird API',
      receipt: resource,
      words: { ...words, ...more },
      id: ['id'],
      status: ['status'],
      optional: [
        { path: ['last_error', 'code'], wrong: [true, 1.5, {}] },
        { path: ['last_error', 'occurred_at'], wrong: wrongTimes },
      ],
    },
  ],
})

holdToFacts(bird, 'bird_channels', {
  receipt: (status, code) => ({
    ...message,
    status,
    failure: code && { source: { name: 'sms-messagebird', code } },
  }),
  failing: 'delivery_failed',
})

holdToFacts(bird, 'bird_api', {
  receipt: (word, code) =>
    word.startsWith('sms.')
      ? { type: word, data: { sms_id: 'sms_1', ...(code && { error: { code } }) } }
      : { id: 'sms_1', status: word },
  failing: 'sms.failed',
  // What came in is no receipt.
  except: ['received'],
})

const failureOf = (failure: object) => bird.parse({ ...message, failure }).events[0]?.failure

describe('bird', () => {
  it('does not take undelivered of the Bird API for the last word', () => {
    for (const receipt of [
      { ...event, type: 'sms.undelivered' },
      { ...resource, status: 'undelivered' },
    ])
      expect(bird.parse(receipt).events).toMatchObject([
        {
          status: 'sent',
          failure: { reason: 'invalid-destination', code: 'invalid_destination', permanent: false },
        },
      ])
  })

  it('says who vouches for delivered: the handset in the Bird API, else the carrier', () => {
    expect(bird.parse({ ...event, type: 'sms.delivered' }).events).toMatchObject([
      { confirmedBy: 'handset' },
    ])
    expect(bird.parse({ ...message, status: 'delivered' }).events).toMatchObject([
      { confirmedBy: 'carrier' },
    ])
  })

  it.each([
    [{ code: 15005, source: { name: 'sms-messagebird', code: '34' } }, 'network', '34'],
    [{ code: 15005, source: { name: 'sms-messagebird' } }, 'invalid-destination', '15005'],
    [{ code: 12001, source: { name: 'accounting' } }, 'account', '12001'],
    [{ code: 12003, source: { name: 'pre-processing' } }, 'account', '12003'],
    [{ code: 11002, source: { name: 'pre-processing' } }, 'unknown', '11002'],
    [{ code: 15001 }, 'network', '15001'],
  ])('reads %j as %s', (failure, reason, code) => {
    expect(failureOf(failure)).toEqual({ reason, code })
  })

  it('calls expired what nobody reported of', () => {
    for (const details of ['dlr_not_received', 'DLR not received', 'expired'])
      expect(bird.parse({ ...message, details, failure: undefined }).events).toMatchObject([
        { status: 'expired' },
      ])
    expect(
      bird.parse({ ...message, status: 'sent', details: 'on its way', failure: undefined })
        .events[0],
    ).not.toHaveProperty('failure')
  })

  it('reads when an SMS was delivered', () => {
    const delivered = {
      ...resource,
      status: 'delivered',
      delivered_at: '2026-05-21T12:04:10Z',
      last_error: null,
    }
    expect(bird.parse(delivered).events).toMatchObject([
      { source: 'poll', occurredAt: Date.UTC(2026, 4, 21, 12, 4, 10) },
    ])
  })

  it('takes no inbound message for a receipt', () => {
    const inbound = { ...message, direction: 'incoming', status: 'delivered' }
    expect(bird.parse(inbound)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
  })
})
