import { describe, expect, it } from 'vitest'
import { otp, reduceReceiptsByMessage } from 'sms-delivery-state'
import { firetext } from '../../src/providers/firetext/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'
import { expectLondonTimes } from './london.ts'

const receipt = {
  mobile: '447700900123',
  status: '1',
  time: '2026-01-15 10:31:05',
  reference: 'order-42',
  code: '102',
}

contract({
  provider: firetext,
  words: { 0: 'delivered', 1: 'undelivered', 2: 'queued' },
  shapes: [
    {
      name: 'a receipt',
      receipt,
      form: true,
      status: ['status'],
      optional: [
        { path: ['code'], wrong: [true, 1.5, {}] },
        { path: ['time'], wrong: ['2026-01-15 25:31:05', 'soon', {}] },
      ],
    },
  ],
})

holdToFacts(firetext, 'firetext', {
  receipt: (status, code) => ({ ...receipt, status, code }),
  failing: '1',
})

const one = (fields: object) => firetext.parse({ ...receipt, ...fields }).events[0]

describe('firetext', () => {
  it('sees no failure in 000 beside what is pending or delivered', () => {
    for (const status of ['0', '2'])
      expect(one({ status, code: '000' })).not.toHaveProperty('failure')
    expect(one({ status: '1', code: '000' })?.failure).toEqual({
      reason: 'unknown',
      code: '000',
      permanent: false,
    })
  })

  it('takes 1 for the end, also after a 2', () => {
    const receivedAt = Date.UTC(2026, 0, 15, 10, 31)
    for (const words of [['2', '1'], ['1', '2'], ['1']]) {
      const receipts = words.map((status) => ({ body: { ...receipt, status }, receivedAt }))
      const context = { messageId: () => 'm' }
      const { states, issues } = reduceReceiptsByMessage(
        firetext,
        receipts,
        otp,
        receivedAt,
        context,
      )
      expect(issues).toEqual([])
      expect(states.get('m')).toMatchObject({
        status: 'undelivered',
        failure: { reason: 'unreachable' },
      })
    }
  })

  it('reads times on London’s clocks, unless the context or an offset says otherwise', () => {
    expectLondonTimes((time: string, timeZone?: string) => {
      const { events, issues } = firetext.parse({ ...receipt, time }, { timeZone })
      expect(issues).toEqual([])
      return events[0]?.occurredAt
    })
  })

  it('has no id but the reference: without the service’s own it is tied to no message', () => {
    expect(one({})).toMatchObject({ reference: 'order-42' })
    expect(one({})).not.toHaveProperty('providerMessageId')
    const { states, issues } = reduceReceiptsByMessage(firetext, [receipt], otp, 0)
    expect(states.size).toBe(0)
    expect(issues).toMatchObject([{ code: 'invalid', index: 0 }])
  })

  it('takes no inbound message for a receipt', () => {
    const inbound = {
      source: '447700900123',
      destination: '82228',
      message: 'STOP',
      time: '2026-01-15 10:31:05',
      reference: '7',
    }
    expect(firetext.parse(inbound)).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt' }],
    })
  })
})
