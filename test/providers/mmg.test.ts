import { describe, expect, it } from 'vitest'
import { mmg } from '../../src/providers/mmg/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'
import { expectLondonTimes } from './london.ts'

const receipt = {
  reference: '1000000042',
  CID: 'order-42',
  MSISDN: '447700900123',
  status: '2',
  substatus: '1',
  deliverytime: '2026-01-15 10:31:05',
}

contract({
  provider: mmg,
  words: { 2: 'undelivered', 3: 'delivered', 4: 'expired', 5: 'failed' },
  shapes: [
    {
      name: 'a receipt',
      receipt,
      id: ['reference'],
      status: ['status'],
      optional: [
        { path: ['substatus'], wrong: [true, 1.5, {}] },
        { path: ['deliverytime'], wrong: ['2026-01-15 25:31:05', 'soon', {}] },
        { path: ['CID'], wrong: [true, {}] },
      ],
    },
  ],
})

// 4/29 names no cause, so what expired has its own reason.
holdToFacts(mmg, 'mmg', {
  receipt: (word, code = word) => {
    const [status, substatus] = code.split('/')
    return { ...receipt, status, substatus }
  },
  failing: '2',
  except: ['4/29'],
})

const one = (fields: object) => mmg.parse({ ...receipt, ...fields }).events[0]

describe('mmg', () => {
  it('says who vouches for what is delivered: the handset, or the operator', () => {
    const by = (substatus?: string | number) => one({ status: '3', substatus })?.confirmedBy
    expect(by('5')).toBe('handset')
    expect(by('2')).toBe('carrier')
    expect(by()).toBe('carrier')
  })

  it('reads a number as its digits, and keeps the pair as the code', () => {
    expect(one({ status: 5, substatus: 11 })).toMatchObject({
      status: 'failed',
      failure: { reason: 'sender-unregistered', code: '5/11' },
    })
    expect(one({ status: 2, substatus: 11 })?.failure).toEqual({
      reason: 'landline-unsupported',
      code: '2/11',
    })
  })

  it('reads an expired one as expired, with the finer reason of its pair', () => {
    expect(one({ status: '4', substatus: '27' })).toMatchObject({
      status: 'expired',
      failure: { reason: 'unreachable', code: '4/27', permanent: false },
    })
    expect(one({ status: '4', substatus: '29' })?.failure).toEqual({
      reason: 'expired',
      code: '4/29',
    })
    expect(one({ status: '4', substatus: undefined })?.failure).toEqual({ reason: 'expired' })
  })

  it('reads times on London’s clocks, unless the context or an offset says otherwise', () => {
    expectLondonTimes((deliverytime: string, timeZone?: string) => {
      const { events, issues } = mmg.parse({ ...receipt, deliverytime }, { timeZone })
      expect(issues).toEqual([])
      return events[0]?.occurredAt
    })
  })

  it('reads the reference under both of its names', () => {
    expect(one({ CID: undefined, cid: 'order-43' })?.reference).toBe('order-43')
    expect(one({})?.reference).toBe('order-42')
  })

  it('makes an issue of what has no status, as when an RCS message was seen', () => {
    const seen = {
      ...receipt,
      status: undefined,
      substatus: undefined,
      seentime: '2026-01-15 10:32:05',
    }
    expect(mmg.parse(seen)).toMatchObject({
      events: [],
      issues: [{ code: 'invalid', path: ['status'] }],
    })
  })
})
