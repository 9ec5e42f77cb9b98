import { describe, expect, it } from 'vitest'
import { telnyx } from '../../src/providers/telnyx/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const message = {
  record_type: 'message',
  direction: 'outbound',
  id: '40000000-0000-4000-8000-000000000001',
  to: [{ phone_number: '+15550100123', status: 'delivery_failed' }],
  errors: [{ code: '40008', title: 'Undeliverable' }],
  tags: ['order-17'],
}
const answer = { data: { ...message, completed_at: '2024-09-18T20:12:08.500+00:00' } }
const webhook = {
  data: {
    record_type: 'event',
    event_type: 'message.finalized',
    id: 'eeeeeeee-0000-4000-8000-000000000001',
    occurred_at: '2024-09-18T20:12:08.574Z',
    payload: message,
  },
  meta: { attempt: 1 },
}
const wrongTimes = ['2024-09-31T20:12:08Z', 'soon', {}]

contract({
  provider: telnyx,
  words: {
    ...{
      queued: 'queued',
      sending: 'queued',
      scheduled: 'queued',
      sent: 'sent',
      delivered: 'delivered',
      read: 'delivered',
    },
    ...{
      sending_failed: 'failed',
      cancelled: 'failed',
      delivery_failed: 'undelivered',
      delivery_unconfirmed: 'unknown',
    },
    ...{ expired: 'expired', webhook_delivered: 'inbound' },
  },
  shapes: [
    {
      name: 'a webhook',
      receipt: webhook,
      id: ['data', 'payload', 'id'],
      status: ['data', 'payload', 'to', 0, 'status'],
      optional: [
        { path: ['data', 'payload', 'errors', 0, 'code'], wrong: [true, 1.5, {}] },
        { path: ['data', 'payload', 'tags', 0], wrong: [true, {}] },
        { path: ['data', 'id'], wrong: [true, {}] },
        { path: ['data', 'occurred_at'], wrong: wrongTimes },
      ],
    },
    {
      name: 'an answer of the API',
      receipt: answer,
      id: ['data', 'id'],
      status: ['data', 'to', 0, 'status'],
      optional: [
        { path: ['data', 'errors', 0, 'code'], wrong: [true, 1.5, {}] },
        { path: ['data', 'tags', 0], wrong: [true, {}] },
        { path: ['data', 'completed_at'], wrong: wrongTimes },
      ],
    },
  ],
})

const withStatus = (status: string, code?: string) => ({
  data: {
    ...webhook.data,
    payload: { ...message, to: [{ status }], errors: code === undefined ? [] : [{ code }] },
  },
})

// What came in is no receipt.
holdToFacts(telnyx, 'telnyx', {
  receipt: withStatus,
  failing: 'delivery_failed',
  except: ['webhook_delivered'],
})

describe('telnyx', () => {
  it.each(['40005', '40014'])('takes %s for expired, whatever failed', (code) => {
    for (const status of ['sending_failed', 'delivery_failed'])
      expect(telnyx.parse(withStatus(status, code)).events).toMatchObject([
        { status: 'expired', failure: { reason: 'expired', code } },
      ])
  })

  it('believes the status, not the name of the event', () => {
    const queued = {
      ...webhook,
      data: {
        ...webhook.data,
        event_type: 'message.sent',
        payload: { ...message, to: [{ status: 'queued' }], errors: [] },
      },
    }
    expect(telnyx.parse(queued).events).toMatchObject([
      { status: 'queued', eventId: webhook.data.id, reference: 'order-17' },
    ])
  })

  it('gives each member of a group an id of its own', () => {
    const to = [...message.to, { phone_number: '+15550100124', status: 'delivered' }]
    for (const group of [
      { data: { ...webhook.data, payload: { ...message, to } } },
      { data: { ...message, to } },
    ]) {
      const { events, issues } = telnyx.parse(group, { recipientKey: (number) => number.slice(-3) })
      expect(issues).toEqual([])
      expect(events).toMatchObject([
        { status: 'undelivered', providerMessageId: `${message.id}:123` },
        { status: 'delivered', providerMessageId: `${message.id}:124` },
      ])
    }
  })

  it('takes no inbound message for a receipt', () => {
    const inbound = {
      data: {
        ...webhook.data,
        event_type: 'message.received',
        payload: { ...message, direction: 'inbound' },
      },
    }
    expect(telnyx.parse(inbound)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
  })
})
