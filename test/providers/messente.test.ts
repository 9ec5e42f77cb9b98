import { describe, expect, it } from 'vitest'
import { messente } from '../../src/providers/index.ts'
import { codes, omnichannelStatuses, smsStatuses } from '../../src/providers/messente/codes.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const sms = { sms_unique_id: '4a5b6c7d8e9f0a1b2c3d', stat: 'UNDELIV', 'dlr-mask': '2', err: '003' }
const webhook = {
  status: 'UNDELIV',
  sender: 'MySender',
  err: 3,
  message_id: '2a3b4c5d-6e7f-4081-92a3-b4c5d6e7f809',
  to: '+15550100123',
  channel: 'sms',
  error: 'Invalid number',
  omnimessage_id: '0f1e2d3c-4b5a-4697-8879-6a5b4c3d2e1f',
  timestamp: '2026-01-15T10:31:05.389630',
}
const { omnimessage_id, to, ...report } = webhook
const query = { omnimessage_id, to, statuses: [report] }

const common = {
  UNDELIV: 'undelivered',
  FAILED: 'failed',
  UNKNOWN: 'unknown',
  ACCEPTD: 'sent',
  REJECTD: 'failed',
  DELETED: 'undelivered',
  EXPIRED: 'expired',
  NACK: 'failed',
  DELIVRD: 'delivered',
} as const
const smsWords = { ...common, DELIVERED: 'delivered', SENT: 'sent' } as const
const omnichannelWords = { ...common, ACK: 'sent', SEEN: 'delivered', null: 'queued' } as const
const wrongTimes = ['2026-01-15T25:31:05', '15.01.2026', 1768473065, {}]

contract({
  provider: messente,
  examples: ['messente_sms', 'messente_omnichannel'],
  words: omnichannelWords,
  shapes: [
    {
      name: 'a call of the SMS API',
      receipt: sms,
      form: true,
      words: smsWords,
      id: ['sms_unique_id'],
      status: ['stat'],
      optional: [{ path: ['err'], wrong: [true, 1.5, {}] }],
    },
    {
      name: 'a webhook of the Omnichannel API',
      receipt: webhook,
      id: ['message_id'],
      status: ['status'],
      optional: [
        { path: ['err'], wrong: [true, 1.5, []] },
        { path: ['timestamp'], wrong: wrongTimes },
      ],
    },
    {
      name: 'an answer of the Omnichannel API',
      receipt: query,
      id: ['statuses', 0, 'message_id'],
      status: ['statuses', 0, 'status'],
      optional: [
        { path: ['statuses', 0, 'err'], wrong: [true, 1.5, []] },
        { path: ['statuses', 0, 'timestamp'], wrong: wrongTimes },
      ],
    },
  ],
})

holdToFacts(messente, 'messente_sms', {
  receipt: (word, err) => {
    const detail = word.split('=')[1]
    return { ...sms, stat: detail, status: detail === undefined ? word : undefined, err }
  },
  failing: 'stat=FAILED',
})
holdToFacts(messente, 'messente_omnichannel', {
  receipt: (status, err) => ({ ...webhook, status, err: err && Number(err) }),
  failing: 'FAILED',
  // An operator has accepted it, as the support pages say.
  except: ['ACK'],
})

const one = (receipt: unknown) => {
  const { events, issues } = messente.parse(receipt)
  expect(issues).toEqual([])
  expect(events).toHaveLength(1)
  return events[0]
}

describe('messente', () => {
  const reasons = [
    ['001', 1, 'unknown'],
    ['002', 2, 'expired'],
    ['003', 3, 'invalid-destination'],
    ['004', 4, 'account'],
    ['005', 5, 'invalid-destination'],
    ['006', 6, 'throttled'],
    ['007', 7, 'sender-unregistered'],
    ['008', 8, 'opted-out'],
  ] as const

  it.each(reasons)('reads err %s, and %i, as %s', (digits, number, reason) => {
    expect(one({ ...sms, err: digits })?.failure).toStrictEqual({ reason, code: digits })
    expect(one({ ...webhook, err: number })?.failure).toStrictEqual({ reason, code: `${number}` })
  })

  it('reads 9 as unreachable, and 999 as something that will pass', () => {
    expect(one({ ...webhook, err: 9 })?.failure).toStrictEqual({ reason: 'unreachable', code: '9' })
    const failure = { reason: 'unknown', code: '999', permanent: false }
    expect(one({ ...sms, err: '999' })?.failure).toStrictEqual(failure)
    expect(one({ ...webhook, err: 999 })?.failure).toStrictEqual(failure)
  })

  it('sees no failure in 000, 0 and 10', () => {
    expect(one({ ...sms, stat: 'ACCEPTD', err: '000' })).not.toHaveProperty('failure')
    for (const err of [0, 10, '0'])
      expect(one({ ...webhook, status: 'ACK', err })).not.toHaveProperty('failure')
  })

  it('has a row for nothing else', () => {
    expect(Object.keys(smsStatuses).sort()).toEqual(Object.keys(smsWords).sort())
    expect(Object.keys(omnichannelStatuses).sort()).toEqual(Object.keys(omnichannelWords).sort())
    const known = [
      '000',
      '0',
      '9',
      '10',
      '999',
      ...reasons.flatMap(([digits, number]) => [digits, `${number}`]),
    ]
    expect(Object.keys(codes).sort()).toEqual(known.sort())
  })

  it.each([
    ['FAILED', 'EXPIRED', 'expired'],
    ['FAILED', 'UNDELIV', 'undelivered'],
    ['FAILED', 'DELETED', 'undelivered'],
    ['FAILED', 'REJECTD', 'failed'],
    ['FAILED', 'NACK', 'failed'],
    ['SENT', 'UNKNOWN', 'unknown'],
    ['FAILED', 'UNKNOWN', 'failed'],
    ['failed', 'unknown', 'failed'],
    ['DELIVERED', 'DELIVRD', 'delivered'],
    ['FAILED', '', 'failed'],
    ['SENT', undefined, 'sent'],
  ])('reads the coarse word %s with the detailed one %s as %s', (status, stat, expected) => {
    expect(one({ ...sms, status, stat })?.status).toBe(expected)
  })

  it('says who vouches for delivered: in the SMS API the handset, in the other the carrier, or with SEEN the handset', () => {
    for (const stat of ['DELIVRD', 'DELIVERED'])
      expect(one({ ...sms, stat })?.confirmedBy).toBe('handset')
    expect(one({ ...sms, stat: undefined, status: 'delivered' })?.confirmedBy).toBe('handset')
    expect(one({ ...webhook, status: 'DELIVRD' })?.confirmedBy).toBe('carrier')
    expect(one({ ...webhook, status: 'DELIVRD' })).not.toHaveProperty('read')
    expect(one({ ...webhook, status: 'SEEN' })).toMatchObject({
      confirmedBy: 'handset',
      read: true,
    })
  })

  it.each([
    [sms, 'ACK'],
    [sms, 'SEEN'],
    [{ ...webhook, stat: undefined }, 'DELIVERED'],
    [{ ...webhook, stat: undefined }, 'SENT'],
  ])('lends no word of one API to the other: %j %s', (receipt, word) => {
    const { events, issues } = messente.parse({
      ...receipt,
      [receipt === sms ? 'stat' : 'status']: word,
    })
    expect(events).toEqual([])
    expect(issues).toMatchObject([{ code: 'unrecognized-status', received: word }])
  })

  it('reads a timestamp in the zone that the context names, UTC by default', () => {
    const at = (timeZone?: string) =>
      new Date(messente.parse(webhook, { timeZone }).events[0]?.occurredAt ?? NaN).toISOString()
    expect(at()).toBe('2026-01-15T10:31:05.389Z')
    expect(at('Europe/Tallinn')).toBe('2026-01-15T08:31:05.389Z')
  })

  it('names the place in the answer to a query', () => {
    const { events, issues } = messente.parse({
      ...query,
      statuses: [report, { ...report, status: 'LOST' }, {}],
    })
    expect(events).toMatchObject([{ status: 'undelivered', source: 'poll' }])
    expect(issues).toMatchObject([
      { code: 'unrecognized-status', path: ['statuses', 1, 'status'], received: 'LOST' },
      { code: 'not-a-receipt', path: ['statuses', 2] },
    ])
    expect(messente.parse({ ...query, statuses: [] })).toEqual({ events: [], issues: [] })
  })
})
