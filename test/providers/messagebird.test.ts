import { describe, expect, it } from 'vitest'
import { messagebird } from '../../src/providers/messagebird/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const report = {
  id: 'efa6405d518d4c0c88cce11f7db775fb',
  recipient: '15550100123',
  reference: 'order-17',
  status: 'delivery_failed',
  statusErrorCode: '1',
  statusReason: 'unknown subscriber',
  statusDatetime: '2024-09-18T22:12:08+02:00',
  mccmnc: '310010',
}
const message = {
  id: report.id,
  direction: 'mt',
  reference: 'order-17',
  recipients: {
    totalCount: 1,
    items: [
      {
        recipient: 15550100123,
        status: 'delivery_failed',
        statusErrorCode: 1,
        statusDatetime: report.statusDatetime,
      },
    ],
  },
}

contract({
  provider: messagebird,
  words: {
    ...{ scheduled: 'queued', sent: 'sent', buffered: 'sent', delivered: 'delivered' },
    ...{ expired: 'expired', delivery_failed: 'undelivered' },
  },
  shapes: [
    {
      name: 'a status report',
      receipt: { ...report, statusReason: '' },
      form: true,
      id: ['id'],
      status: ['status'],
      optional: [
        { path: ['statusErrorCode'], wrong: [true, 1.5, {}] },
        { path: ['statusDatetime'], wrong: ['2024-09-31T20:12:08Z', 'soon', {}] },
        { path: ['reference'], wrong: [true, {}] },
      ],
    },
    {
      name: 'a message',
      receipt: message,
      id: ['id'],
      status: ['recipients', 'items', 0, 'status'],
      optional: [
        { path: ['recipients', 'items', 0, 'statusErrorCode'], wrong: [true, 1.5, {}] },
        {
          path: ['recipients', 'items', 0, 'statusDatetime'],
          wrong: ['2024-09-31T20:12:08Z', 'soon', {}],
        },
        { path: ['reference'], wrong: [true, {}] },
      ],
    },
  ],
})

holdToFacts(messagebird, 'messagebird', {
  receipt: (status, statusErrorCode) => ({
    ...report,
    status,
    statusErrorCode,
    statusReason: undefined,
  }),
  failing: 'delivery_failed',
})

const one = (changes: object) => messagebird.parse({ ...report, ...changes }).events[0]

describe('messagebird', () => {
  it('joins the recipient to the id, which several share', () => {
    const items = [...message.recipients.items, { recipient: 15550100124, status: 'delivered' }]
    const { events } = messagebird.parse({ ...message, recipients: { items } })
    expect(events.map(({ providerMessageId, source }) => [providerMessageId, source])).toEqual([
      [`${report.id}:15550100123`, 'poll'],
      [`${report.id}:15550100124`, 'poll'],
    ])
    expect(one({})?.providerMessageId).toBe(events[0]?.providerMessageId)
    expect(messagebird.parse({ ...report, recipient: '' })).toMatchObject({
      events: [],
      issues: [{ path: ['recipient'] }],
    })
  })

  it('reads the time with its offset', () => {
    expect(one({})?.occurredAt).toBe(Date.UTC(2024, 8, 18, 20, 12, 8))
  })

  it('reads the reason in words where the code says nothing', () => {
    const statusReason = 'unavailable subscriber'
    for (const statusErrorCode of ['', '0'])
      expect(one({ status: 'expired', statusErrorCode, statusReason })).toMatchObject({
        status: 'expired',
        failure: { reason: 'unreachable', code: statusReason },
      })
    expect(one({ statusErrorCode: '34', statusReason })?.failure).toEqual({
      reason: 'network',
      code: '34',
    })
    expect(
      one({ status: 'sent', statusErrorCode: '', statusReason: 'pending DLR' }),
    ).not.toHaveProperty('failure')
    expect(one({ statusErrorCode: '', statusReason: 'DLR not received' })?.status).toBe('expired')
  })

  it('never writes to somebody again who said STOP', () => {
    expect(one({ statusErrorCode: '103' })?.failure).toEqual({
      reason: 'opted-out',
      code: '103',
      permanent: true,
    })
  })

  it('takes no inbound message for a receipt', () => {
    expect(messagebird.parse({ ...message, direction: 'mo' })).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
  })
})
