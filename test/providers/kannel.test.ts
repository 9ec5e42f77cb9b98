import { describe, expect, it } from 'vitest'
import { kannel, kannelProvider, type KannelNames } from '../../src/providers/kannel/index.ts'
import { detect } from '../../src/providers/index.ts'
import { contract } from './contract.ts'
import { holdToFacts } from './facts.ts'

const receipt = {
  id: '42',
  type: '2',
  to: '+15550100123',
  from: '5550',
  t: '1768473065',
  fid: 'bc614e',
  err: '027',
  answer: 'id:bc614e stat:UNDELIV err:027 text:',
}

contract({
  provider: kannel,
  words: {
    1: 'delivered',
    2: 'undelivered',
    4: 'queued',
    8: 'sent',
    16: 'failed',
    32: 'unknown',
    34: 'expired',
    66: 'unknown',
  },
  shapes: [
    {
      name: 'a call',
      receipt,
      form: true,
      id: ['fid'],
      nameless: true,
      status: ['type'],
      optional: [
        { path: ['t'], wrong: ['soon', '2026-01-15 25:31', {}] },
        { path: ['err'], wrong: [true, 1.5, {}] },
        { path: ['id'], wrong: [true, {}] },
      ],
    },
    {
      name: 'a call about a refusal',
      receipt: { ...receipt, type: '16', err: '', answer: 'NACK/0x00000058/Throttling error' },
      form: true,
      id: ['fid'],
      nameless: true,
      status: ['type'],
      optional: [{ path: ['t'], wrong: ['soon', {}] }],
    },
  ],
})

// NACK/<n> stands for all refusals by number.
holdToFacts(kannel, 'kannel', {
  receipt: (type, answer) => ({ ...receipt, type, err: '', answer }),
  failing: '16',
  except: ['NACK/<n>'],
})

const one = (fields: object) => kannel.parse({ ...receipt, ...fields }).events[0]

describe('kannel', () => {
  it.each([
    ['0x0000000b', 'invalid-destination', true],
    ['0x00000050', 'invalid-destination', true],
    ['0x00000051', 'invalid-destination', true],
    ['0x0000000a', 'sender-unregistered', undefined],
    ['0x00000048', 'sender-unregistered', undefined],
    ['0x00000049', 'sender-unregistered', undefined],
    ['0x00000014', 'throttled', false],
    ['0x00000058', 'throttled', false],
    ['0x00000008', 'network', undefined],
    ['0x00000064', 'network', false],
    ['0x00000045', 'carrier-rejected', undefined],
    ['0x00000065', 'carrier-rejected', true],
    ['0x00000066', 'carrier-rejected', undefined],
    ['0x00000101', 'carrier-rejected', undefined],
    ['0x00000004', 'account', undefined],
    ['0x0000000d', 'account', undefined],
    ['0x0000000e', 'account', undefined],
    ['0x0000000f', 'account', undefined],
    ['0x00000100', 'account', undefined],
    ['0x00000103', 'account', undefined],
    ['0x00000062', 'expired', undefined],
    ['0x000000ff', 'unknown', undefined],
  ])('reads the refusal %s as %s, without the text behind it', (number, reason, permanent) => {
    const failure = {
      reason,
      code: `NACK/${number}`,
      ...(permanent !== undefined && { permanent }),
    }
    for (const answer of [`NACK/${number}`, `NACK/${number}/Some text`]) {
      expect(one({ type: '16', err: '', answer })).toMatchObject({ status: 'failed', failure })
      expect(
        kannel.parse(`/dlr?type=16&t=1768473065&err=&fid=&answer=${encodeURIComponent(answer)}`)
          .events,
      ).toEqual([
        {
          status: 'failed',
          occurredAt: 1768473065000,
          provider: 'kannel',
          source: 'webhook',
          failure,
        },
      ])
    }
  })

  it('takes nothing of another answer for a code', () => {
    for (const answer of ['ACK/', 'id:bc614e stat:UNDELIV err:027 text:', 'NACK', 'NACK/'])
      expect(one({ err: '', answer })?.failure).toEqual({ reason: 'unknown' })
    expect(one({ type: '8', err: '', answer: 'ACK/0x00000000' })).not.toHaveProperty('failure')
  })

  it('has no id until the SMSC has given one', () => {
    const { events, issues } = kannel.parse({
      id: '42',
      type: '8',
      t: '1768473001',
      fid: '',
      err: '',
      answer: 'ACK/',
    })
    expect(issues).toEqual([])
    expect(events).toEqual([
      {
        status: 'sent',
        occurredAt: 1768473001000,
        provider: 'kannel',
        source: 'webhook',
        reference: '42',
      },
    ])
  })

  it('reads times in seconds, and as text in GMT with seconds or without', () => {
    for (const t of [1768473060, '1768473060', '2026-01-15 10:31', '2026-01-15 10:31:00'])
      expect(one({ t })?.occurredAt).toBe(Date.UTC(2026, 0, 15, 10, 31))
  })

  it('reads the other names that are in use', () => {
    expect(kannel.parse('/status?uuid=42&status=1').events).toMatchObject([
      { status: 'delivered', reference: '42' },
    ])
    expect(kannel.parse('/dlr?oa=1&da=2&smsc=a&dlr-type=4').events).toMatchObject([
      { status: 'queued' },
    ])
  })

  it('does not claim what might be anybody’s', () => {
    for (const query of [
      '/status?uuid=42&status=1',
      '/dlr?id=42&type=1',
      '/dlr?type=7&fid=a&t=1768473065',
    ])
      expect(detect(query)).toBeUndefined()
    expect(detect('/dlr?type=8&fid=&t=1768473001')).toBe(kannel)
  })

  it('takes the names of your own', () => {
    const mine = kannelProvider(
      { status: 'event', id: ['smsc', 'box'], time: 'at', code: 'why', answer: 'reply' },
      'my-kannel',
    )
    expect(mine.name).toBe('my-kannel')
    expect(
      mine.parse('/dlr?event=16&box=b1&at=1768473065&reply=NACK%2F0x0000000b%2Ftext').events,
    ).toMatchObject([
      {
        status: 'failed',
        provider: 'my-kannel',
        providerMessageId: 'b1',
        failure: { reason: 'invalid-destination' },
      },
    ])
    expect(kannelProvider({ status: 'event' }).parse('event=4&fid=a').events).toEqual([
      { status: 'queued', provider: 'kannel', source: 'webhook' },
    ])
    expect(mine.parse('/dlr?type=1&fid=a').issues).toMatchObject([{ code: 'not-a-receipt' }])
  })

  it.each<[unknown, string]>([
    [undefined, 'names must be an object, got undefined'],
    [{ id: 'fid' }, 'status must be a text that is not empty, got undefined'],
    [{ status: 'type', id: '' }, 'id must be a text that is not empty, got ""'],
    [{ status: [] }, 'status must be a text that is not empty, got undefined'],
    [{ status: [1] }, 'status must be a text that is not empty, got 1'],
    [
      { status: 'type', to: 'to' },
      'names: each key must be one of status, id, time, code, answer, reference, got "to"',
    ],
  ])('names %j are misuse', (names, message) => {
    expect(() => kannelProvider(names as KannelNames)).toThrow(TypeError)
    expect(() => kannelProvider(names as KannelNames)).toThrow(
      `sms-delivery-state: kannelProvider: ${message}`,
    )
  })
})
