import { describe, expect, it } from 'vitest'
import { clicksend } from '../../src/providers/clicksend/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const receipt = {
  timestamp_send: '1768473001',
  timestamp: '1768473065',
  message_id: 'AB12CD34-0000-4000-8000-000000000001',
  status_code: '301',
  error_code: '12',
  custom_string: 'order-42',
  message_type: 'sms',
}
const wrongTimes = ['soon', -1, {}, true]

contract({
  provider: clicksend,
  words: {
    200: 'sent',
    201: 'delivered',
    300: 'sent',
    301: 'undelivered',
    Delivered: 'delivered',
    Undelivered: 'undelivered',
  },
  shapes: [
    {
      name: 'a receipt',
      receipt,
      form: true,
      id: ['message_id'],
      status: ['status_code'],
      optional: [
        { path: ['error_code'], wrong: [true, 1.5, {}] },
        { path: ['timestamp'], wrong: wrongTimes },
        { path: ['custom_string'], wrong: [true, {}] },
      ],
    },
    {
      name: 'a page of receipts',
      receipt: { http_code: 200, data: { total: 1, data: [receipt] } },
      id: ['data', 'data', 0, 'message_id'],
      status: ['data', 'data', 0, 'status_code'],
      optional: [
        { path: ['data', 'data', 0, 'error_code'], wrong: [true, 1.5, {}] },
        { path: ['data', 'data', 0, 'timestamp'], wrong: wrongTimes },
      ],
    },
  ],
})

const named = (word: string) =>
  /^\d/.test(word) ? { status_code: word } : { status_code: undefined, status: word }
holdToFacts(clicksend, 'clicksend', {
  receipt: (word, error_code = '') => ({ ...receipt, ...named(word), error_code }),
  failing: '301',
})

const one = (fields: object) => clicksend.parse({ ...receipt, ...fields }).events[0]

describe('clicksend', () => {
  it.each([
    ['200', ['1', '2', '6'], 'queued'],
    ['200', ['3', ''], 'sent'],
    ['301', ['5'], 'failed'],
    ['301', ['17'], 'expired'],
    ['301', ['20'], 'unknown'],
  ])('reads %s with %j as %s', (status_code, codes, status) => {
    for (const error_code of codes) {
      expect(one({ status_code, error_code })?.status).toBe(status)
      const page = { data: { data: [receipt, { ...receipt, status_code, error_code }] } }
      expect(clicksend.parse(page).events[1]?.status).toBe(status)
    }
  })

  it('leaves a temporary failure on its way, and keeps its reason', () => {
    const failure = { reason: 'network', permanent: false }
    expect(one({ status_code: '300', error_code: '' })).toMatchObject({ status: 'sent', failure })
    expect(one({ status_code: '300', error_code: '16' })).toMatchObject({
      status: 'sent',
      failure: { ...failure, code: '16' },
    })
  })

  it('says who vouches for what is delivered, and reads the word only where there is no number', () => {
    expect(one({ status_code: '201', error_code: '4' })).toMatchObject({
      status: 'delivered',
      confirmedBy: 'handset',
    })
    expect(one({ status_code: undefined, status: 'Delivered' })).toMatchObject({
      status: 'delivered',
      confirmedBy: 'carrier',
    })
    expect(one({ status: 'Delivered' })?.status).toBe('undelivered')
  })

  it('takes no inbound message for a receipt', () => {
    const inbound = {
      message_id: 'A',
      from: '+15550100123',
      to: '+15550100001',
      body: 'STOP',
      timestamp: '1768473065',
    }
    expect(clicksend.parse(inbound)).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
  })
})
