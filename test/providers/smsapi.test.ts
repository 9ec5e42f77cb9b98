import { describe, expect, it } from 'vitest'
import { smsapi } from '../../src/providers/smsapi/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const callback = {
  MsgId: '5F0A',
  status: '405',
  idx: 'order-42',
  donedate: '1768473065',
  to: '15550100123',
  username: 'example',
}

contract({
  provider: smsapi,
  words: {
    401: 'unknown',
    402: 'expired',
    403: 'sent',
    404: 'delivered',
    405: 'undelivered',
    406: 'failed',
    407: 'failed',
    408: 'unknown',
    409: 'queued',
    410: 'accepted',
    411: 'sent',
    412: 'failed',
    NOT_FOUND: 'unknown',
    EXPIRED: 'expired',
    SENT: 'sent',
    DELIVERED: 'delivered',
    UNDELIVERED: 'undelivered',
    FAILED: 'failed',
    REJECTED: 'failed',
    UNKNOWN: 'unknown',
    QUEUE: 'queued',
    ACCEPTED: 'accepted',
    RENEWAL: 'sent',
    STOP: 'failed',
  },
  shapes: [
    {
      name: 'a callback',
      receipt: callback,
      form: true,
      id: ['MsgId'],
      status: ['status'],
      optional: [
        { path: ['donedate'], wrong: ['soon', '-1', {}, true] },
        { path: ['idx'], wrong: [true, {}] },
      ],
    },
  ],
})

holdToFacts(smsapi, 'smsapi', {
  receipt: (word, code = word) => ({ ...callback, status: code }),
  failing: '405',
})

describe('smsapi', () => {
  it('takes the reports of one callback apart, and keeps what is right of them', () => {
    const { events, issues } = smsapi.parse(
      '/dlr?MsgId=A,B,C&status=404%2C9%2C407&donedate=1768473065,1768473066,x&idx=1%2C%2C3',
    )
    expect(events).toMatchObject([
      { status: 'delivered', providerMessageId: 'A', occurredAt: 1768473065000, reference: '1' },
      {
        status: 'failed',
        providerMessageId: 'C',
        reference: '3',
        failure: { reason: 'carrier-rejected', code: '407' },
      },
    ])
    expect(issues).toMatchObject([
      { code: 'unrecognized-status', received: '9' },
      { code: 'invalid', received: 'x' },
    ])
  })

  it('gives no report what belongs to another: lists of another length are issues, references are left out', () => {
    for (const status of ['404', '404,405,403'])
      expect(smsapi.parse({ MsgId: 'A,B', status })).toMatchObject({
        events: [],
        issues: [{ code: 'invalid' }, { code: 'invalid' }],
      })
    const { events, issues } = smsapi.parse('MsgId=A,B&status=404,405&donedate=1,2,3&idx=1,2,3')
    expect(events).toMatchObject([{ status: 'delivered' }, { status: 'undelivered' }])
    for (const event of events)
      for (const field of ['occurredAt', 'reference']) expect(event).not.toHaveProperty(field)
    expect(issues).toMatchObject([{ received: ['1', '2', '3'] }, { received: ['1', '2', '3'] }])
  })

  it('takes a name where there is no number, and 0 for no time', () => {
    expect(smsapi.parse('MsgId=A,B&status_name=DELIVERED,STOP&donedate=0,0').events).toEqual([
      {
        status: 'delivered',
        provider: 'smsapi',
        providerMessageId: 'A',
        source: 'webhook',
        confirmedBy: 'carrier',
      },
      {
        status: 'failed',
        provider: 'smsapi',
        providerMessageId: 'B',
        source: 'webhook',
        failure: { reason: 'opted-out' },
      },
    ])
  })
})
