import fc from 'fast-check'
import { collect, reduceReceipts, notification, type DeliveryEvent } from 'sms-delivery-state'
import { describe, expect, it } from 'vitest'
import { canonical, detect } from '../../src/providers/index.ts'
import { STATUSES, type Status } from '../../src/event/status.ts'
import { event } from '../laws/arbitraries.ts'
import { contract } from './contract.ts'

const plain = {
  status: 'sent',
  providerMessageId: 'a-1002',
  occurredAt: '2026-11-20T09:00:07Z',
  reference: 'order 17',
}
const failed = {
  status: 'undelivered',
  providerMessageId: 'a-1002',
  provider: 'acme',
  failure: { reason: 'unreachable', code: '27', permanent: false },
}

contract({
  provider: canonical,
  words: Object.fromEntries(STATUSES.map((status): [string, Status] => [status, status])),
  shapes: [
    {
      name: 'an event whose fields are text',
      receipt: plain,
      form: true,
      id: ['providerMessageId'],
      nameless: true,
      status: ['status'],
      optional: [
        {
          path: ['occurredAt'],
          wrong: ['soon', '2026-02-30T00:00:00Z', {}, true, 1.5e9, '1795165207', 1.79e15, NaN, -1],
        },
        { path: ['receivedAt'], wrong: [] },
        { path: ['scheduledFor'], wrong: ['tomorrow', 5] },
        { path: ['eventId'], wrong: [1.5, {}, true] },
        { path: ['source'], wrong: ['fax', 5, {}] },
        { path: ['confirmedBy'], wrong: ['robot', []] },
        { path: ['receiptsExpected'], wrong: ['no', 0, {}] },
        { path: ['reference'], wrong: [{}, false, 'a\0'] },
        { path: ['ref'], wrong: [{}, 0.5, '\0'] },
        { path: ['read'], wrong: [true, 'true', 1] },
      ],
    },
    {
      name: 'an event with a failure',
      receipt: failed,
      id: ['providerMessageId'],
      nameless: true,
      status: ['status'],
      optional: [
        { path: ['failure'], wrong: ['network', 5, true] },
        { path: ['failure', 'reason'], wrong: ['opted_out', 'UNREACHED', 7, {}] },
        { path: ['failure', 'code'], wrong: [1.5, {}, true, '\ud800'] },
        { path: ['failure', 'permanent'], wrong: ['yes', 1] },
      ],
    },
  ],
})

describe('canonical', () => {
  it('reads every event that the library takes as it is, once its instants are of our time', () => {
    const ours = event.map(({ receivedAt, occurredAt, scheduledFor, ...rest }): DeliveryEvent => {
      const times = Object.entries({ receivedAt, occurredAt, scheduledFor }).flatMap(
        ([field, at]) => (at === undefined ? [] : [[field, 1.7e12 + at]]),
      )
      return { ...rest, ...(Object.fromEntries(times) as Partial<DeliveryEvent>) }
    })
    fc.assert(
      fc.property(ours, (each) => {
        expect(canonical.parse(each)).toStrictEqual({ events: [each], issues: [] })
        expect(canonical.parse(JSON.stringify(each)).events).toStrictEqual([each])
      }),
    )
  })

  it('makes an issue, and no event, of what decides whose claim it is', () => {
    for (const [path, received] of [
      [['messageId'], {}],
      [['attemptId'], true],
      [['provider'], 0.5],
      [['segment'], 'first'],
      [['segment', 'index'], 0],
      [['segment', 'index'], '1'],
      [['segment', 'count'], 256],
    ] as const) {
      const [field, inner] = path
      const value = inner === undefined ? received : { index: 1, [inner]: received }
      const { events, issues } = canonical.parse({ ...plain, [field]: value })
      expect(events, field).toEqual([])
      expect(issues[0], field).toMatchObject({ code: 'invalid', path, received })
    }
    expect(canonical.parse({ ...plain, segment: { index: 3, count: 2 } })).toMatchObject({
      events: [],
      issues: [{ path: ['segment', 'index'], received: 3 }],
    })
    expect(canonical.parse({ ...plain, segment: { count: 2 } })).toStrictEqual({
      events: [],
      issues: [
        {
          code: 'invalid',
          message: 'canonical: segment.index is missing',
          path: ['segment', 'index'],
        },
      ],
    })
  })

  it.each(['24:00', 'soon', 0, [], {}, 1_795_165_207, '1795165207', 1_795_165_207_000_000, NaN])(
    'makes an issue, and no event, of a wrong receivedAt: %j',
    (receivedAt) => {
      const { events, issues } = canonical.parse({ ...plain, receivedAt }, { receivedAt: 1.7e12 })
      expect(events).toEqual([])
      expect(issues).toMatchObject([
        { code: 'invalid', path: ['receivedAt'], received: receivedAt },
      ])
    },
  )

  it.each(['messageId', 'attemptId', 'provider', 'providerMessageId', 'eventId'])(
    'makes an issue, and no event, of a %s that no database takes',
    (field) => {
      for (const id of ['x'.repeat(600), 'a\0', '\udc00']) {
        const { events, issues } = canonical.parse({ ...plain, [field]: id })
        expect(events).toEqual([])
        expect(issues).toMatchObject([
          { code: 'invalid', path: [field], received: id.slice(0, 512) },
        ])
      }
    },
  )

  it('reads that a message was opened', () => {
    const opened = { status: 'delivered', providerMessageId: '1', read: true } as const
    expect(canonical.parse(opened)).toStrictEqual({ events: [opened], issues: [] })
  })

  it('says all that is wrong at once, and keeps the rest', () => {
    const { events, issues } = canonical.parse({
      ...failed,
      occurredAt: 1_795_165_207,
      source: 'fax',
      failure: { reason: 'opted_out', code: 21610 },
    })
    expect(events).toStrictEqual([
      {
        status: 'undelivered',
        provider: 'acme',
        providerMessageId: 'a-1002',
        failure: { reason: 'unknown', code: '21610' },
      },
    ])
    expect(issues.map(({ path }) => path?.join('.'))).toEqual([
      'occurredAt',
      'source',
      'failure.reason',
    ])
    expect(issues.map(({ message }) => message)).toEqual([
      'canonical: occurredAt is in seconds, it seems, not in ms since the epoch',
      expect.stringMatching(/^canonical: source "fax" must be one of webhook, /),
      expect.stringMatching(/^canonical: failure.reason "opted_out" must be one of .*opted-out/),
    ])
  })

  it.each([
    [1_795_165_207, 'seconds'],
    ['1795165207', 'seconds'],
    [1_795_165_207_000_000, 'microseconds'],
  ])('refuses %j as %s', (occurredAt, unit) => {
    const { issues } = canonical.parse({ ...plain, occurredAt })
    expect(issues).toMatchObject([{ code: 'invalid', path: ['occurredAt'], received: occurredAt }])
    expect(issues[0]?.message).toMatch(new RegExp(`is in ${unit}, it seems`))
  })

  it('reads times that name no zone in the zone of the context, UTC by default', () => {
    const at = (timeZone?: string) =>
      canonical.parse({ ...plain, occurredAt: '2026-11-20 09:00' }, { timeZone }).events[0]
        ?.occurredAt
    expect(at()).toBe(Date.parse('2026-11-20T09:00:00Z'))
    expect(at('Asia/Kolkata')).toBe(Date.parse('2026-11-20T03:30:00Z'))
  })

  it('takes dates, fractions of a ms and the digits of a number for instants', () => {
    for (const [given, at] of [
      [new Date(1.7e12), 1.7e12],
      [1.7e12 + 0.5, 1.7e12 + 0.5],
      ['1700000000000', 1.7e12],
      ['1970-01-01T00:00:01Z', 1000],
    ])
      expect(canonical.parse({ status: 'sent', receivedAt: given }).events).toStrictEqual([
        { status: 'sent', receivedAt: at },
      ])
  })

  it('lets the context stand in for what the event lacks or has wrong, and for nothing else', () => {
    const context = {
      receivedAt: 5,
      messageId: 'm',
      attemptId: 'a',
      segment: { index: 1 },
      source: 'poll',
      ref: 'r',
    } as const
    const own = {
      status: 'sent',
      receivedAt: 1.7e12,
      messageId: 'own',
      attemptId: 'own',
      segment: { index: 2 },
      source: 'webhook',
      ref: 'own',
    }
    expect(canonical.parse({ status: 'sent' }, context).events).toStrictEqual([
      { status: 'sent', ...context },
    ])
    expect(canonical.parse(own, context).events).toStrictEqual([own])
    expect(canonical.parse({ ...own, source: 'fax' }, context).events).toStrictEqual([
      { ...own, source: 'poll' },
    ])
    expect(canonical.parse({ ...own, messageId: {} }, context).events).toEqual([])
  })

  it('asks the context for the message only where the event names none', () => {
    const messageId = ({ providerMessageId }: DeliveryEvent) =>
      providerMessageId && `of ${providerMessageId}`
    expect(canonical.parse(plain, { messageId }).events[0]?.messageId).toBe('of a-1002')
    expect(
      canonical.parse({ ...plain, messageId: 'own' }, { messageId }).events[0]?.messageId,
    ).toBe('own')
    expect(canonical.parse({ status: 'sent' }, { messageId }).events).toStrictEqual([
      { status: 'sent' },
    ])
  })

  it('lets no getter and no proxy throw', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const throwing = { get: () => expect.fail('not data'), enumerable: true }
    const failure = Object.defineProperty({ reason: 'network' }, 'code', throwing)
    expect(canonical.parse({ status: 'sent', failure }).events).toStrictEqual([
      { status: 'sent', failure: { reason: 'network' } },
    ])
    for (const field of ['status', 'receivedAt', 'messageId', 'segment', 'source', 'failure'])
      expect(canonical.parse({ ...plain, [field]: proxy }).issues, field).not.toEqual([])
    expect(canonical.parse(proxy).events).toEqual([])
  })

  it('is known by names that are only ours', () => {
    for (const receipt of [
      { status: 'sent', providerMessageId: 'x' },
      { status: 'SENT', attemptId: 'x' },
      { status: 'sent', messageId: 'm', receivedAt: 1.7e12 },
      { status: 'delivered', messageId: 'm', confirmedBy: 'user' },
    ])
      expect(detect(receipt)).toBe(canonical)
    for (const receipt of [
      { status: 'sent' },
      { status: 'sent', messageId: 'm' },
      { status: 'sent', receivedAt: 1.7e12 },
      { status: 'DELIVRD', providerMessageId: 'x' },
      { status: 'xsentx', providerMessageId: 'x' },
      { messageId: 'm', receivedAt: 1.7e12 },
    ])
      expect(detect(receipt)).toBeUndefined()
  })

  it('ends in the state that the events themselves give', () => {
    const receipts = [
      { receivedAt: 1.7e12, body: { status: 'pending' } },
      { receivedAt: 1.7e12 + 9, body: { status: 'delivered', confirmedBy: 'handset' } },
    ]
    expect(reduceReceipts(canonical, receipts, notification, 1.7e12 + 10)).toMatchObject({
      state: { status: 'delivered', confirmedBy: 'handset', startedAt: 1.7e12 },
      issues: [],
    })
    expect(() => collect(canonical.parse(receipts.map(({ body }) => body)).events)).not.toThrow()
  })
})
