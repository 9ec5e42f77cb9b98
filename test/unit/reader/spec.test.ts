import { describe, expect, it } from 'vitest'
import {
  defineProvider,
  TIME_FORMATS,
  type ProviderSpec,
  type ShapeSpec,
} from '../../../src/providers/index.ts'
import type { Failure } from '../../../src/event/failure.ts'

const statuses = {
  OPEN: 'sent',
  DONE: 'delivered',
  BAD: 'undelivered',
  NEVER: { status: 'failed', permanent: true },
} as const

const provider = (shape: Partial<ShapeSpec>, spec: Partial<ProviderSpec> = {}) =>
  defineProvider({
    name: 'acme',
    statuses,
    ...spec,
    shapes: [{ id: 'id', status: 'status', ...shape }],
  })

describe('permanent', () => {
  const { parse } = provider(
    { code: 'code', permanent: 'isFinal' },
    { codes: { 5: { reason: 'network', permanent: true } } },
  )
  const failureOf = (fields: object): Failure | undefined =>
    parse({ id: '1', ...fields }).events[0]?.failure

  it.each([
    [true, true],
    ['true', true],
    ['TRUE', true],
    [1, true],
    ['1', true],
    [false, false],
    ['false', false],
    [0, false],
    ['0', false],
    [null, undefined],
    ['', undefined],
  ])('is read of a field: %j is %s', (isFinal, permanent) => {
    expect(failureOf({ status: 'BAD', isFinal })).toStrictEqual({
      reason: 'unknown',
      ...(permanent !== undefined && { permanent }),
    })
  })

  it('keeps the failure of a field that says neither, with an issue', () => {
    const { events, issues } = parse({ id: '1', status: 'BAD', isFinal: 'perhaps' })
    expect(events[0]?.failure).toStrictEqual({ reason: 'unknown' })
    expect(issues).toStrictEqual([
      {
        code: 'invalid',
        message: 'acme: isFinal "perhaps" is neither true nor false',
        path: ['isFinal'],
        received: 'perhaps',
      },
    ])
  })

  it('is the field’s, else the code’s, else the word’s', () => {
    expect(failureOf({ status: 'BAD', code: 5, isFinal: false })?.permanent).toBe(false)
    expect(failureOf({ status: 'BAD', code: 5 })?.permanent).toBe(true)
    expect(failureOf({ status: 'NEVER' })?.permanent).toBe(true)
    expect(failureOf({ status: 'NEVER', isFinal: 0 })?.permanent).toBe(false)
  })

  it('is not read beside a code that says that nothing has failed', () => {
    const { parse } = provider({ code: 'code', permanent: 'isFinal' }, { codes: { 0: null } })
    const failureOf = (code?: number) =>
      parse({ id: 'a', status: 'BAD', code, isFinal: false }).events[0]?.failure
    expect(failureOf(0)).toStrictEqual({ reason: 'unknown' })
    expect(failureOf()).toStrictEqual({ reason: 'unknown', permanent: false })
  })

  it('says nothing of what has not failed', () => {
    expect(parse({ id: '1', status: 'DONE', isFinal: 'perhaps' })).toMatchObject({
      events: [{ status: 'delivered' }],
      issues: [],
    })
    expect(failureOf({ status: 'OPEN', isFinal: true })).toBeUndefined()
  })
})

describe('read', () => {
  const { parse } = provider(
    { code: 'code', intermediate: { final: 'no' } },
    {
      statuses: { SEEN: { status: 'delivered', confirmedBy: 'handset', read: true } },
      codes: { 5: 'network' },
    },
  )

  it('is said of what was opened, last among the fields', () => {
    const [event] = parse({ id: '1', status: 'seen', code: 5 }, { ref: 'r' }).events
    expect(event).toMatchObject({ status: 'delivered', confirmedBy: 'handset', read: true })
    expect(Object.keys(event ?? {}).at(-1)).toBe('read')
  })

  it('is not said of what is not delivered yet', () => {
    expect(parse({ id: '1', status: 'SEEN', final: 'no' }).events).toStrictEqual([
      { status: 'sent', provider: 'acme', providerMessageId: '1', source: 'webhook' },
    ])
  })
})

describe('a code', () => {
  it('is the same in other letter case, but an exact one goes first', () => {
    const { parse } = provider(
      { code: 'code' },
      {
        codes: { Busy: 'unreachable', BUSY: 'throttled', 'EC-1': 'account', Mixed: 'network' },
      },
    )
    const reasonOf = (code: string) => parse({ id: '1', status: 'BAD', code }).events[0]?.failure
    expect(reasonOf('BUSY')?.reason).toBe('throttled')
    expect(reasonOf('Busy')?.reason).toBe('unreachable')
    expect(reasonOf('mIXED')?.reason).toBe('network')
    expect(reasonOf('ec-1')).toStrictEqual({ reason: 'account', code: 'ec-1' })
  })

  it('that is not listed is a failure, or what the spec or the shape says', () => {
    const warning = { reason: 'unknown', warning: true } as const
    const failures = (shape: Partial<ShapeSpec>, spec: Partial<ProviderSpec> = {}) => {
      const { parse } = provider(
        { code: ['a', 'b'], ...shape },
        { codes: { 0: null, 1: 'network' }, ...spec },
      )
      const read = (status: string, a: unknown, b?: unknown) =>
        parse({ id: '1', status, a, b }).events[0]?.failure
      return [
        read('OPEN', 7),
        read('BAD', 7),
        read('BAD', 7, 1),
        read('BAD', 7, 0),
        read('OPEN', 0, 7),
        read('OPEN', 1, 7),
      ]
    }
    const network = { reason: 'network', code: '7' }
    const unknown = { reason: 'unknown', code: '7' }
    const first = { reason: 'network', code: '1' }
    expect(failures({})).toStrictEqual([unknown, unknown, network, unknown, unknown, first])
    expect(failures({}, { unlistedCodes: warning })).toStrictEqual([
      undefined,
      unknown,
      network,
      unknown,
      undefined,
      first,
    ])
    expect(failures({ unlistedCodes: warning })).toStrictEqual([
      undefined,
      unknown,
      network,
      unknown,
      undefined,
      first,
    ])
    expect(failures({ unlistedCodes: null }, { unlistedCodes: 'account' })).toStrictEqual([
      undefined,
      unknown,
      { reason: 'network', code: '1' },
      unknown,
      undefined,
      first,
    ])
  })

  it('can say who vouches for a delivery', () => {
    const codes = {
      0: null,
      1: { confirmedBy: 'platform' },
      2: { confirmedBy: 'handset' },
      9: 'network',
    } as const
    const { parse } = provider({ code: ['code', 'other'] }, { codes })
    const read = (code: unknown, other?: unknown) =>
      parse({ id: '1', status: 'DONE', code, other }).events[0]?.confirmedBy
    expect([read(1), read(2), read(0), read(0, 2), read(2, 0), read(7)]).toEqual([
      'platform',
      'handset',
      'carrier',
      'handset',
      'handset',
      'carrier',
    ])
    const [bad] = parse({ id: '1', status: 'BAD', code: 2, other: 9 }).events
    expect(bad?.failure).toStrictEqual({ reason: 'network', code: '9' })
    expect(parse({ id: '1', status: 'OPEN', code: 2 }).events[0]).not.toHaveProperty('failure')
  })
})

describe('within', () => {
  it('goes before each path', () => {
    const { parse } = provider({
      within: 'data',
      when: { kind: 'dlr' },
      time: { path: 'at', format: 'epoch-seconds' },
    })
    const data = { id: '1', status: 'DONE', kind: 'dlr', at: 'soon' }
    const { events, issues } = parse({ data })
    expect(events).toMatchObject([{ status: 'delivered', providerMessageId: '1' }])
    expect(issues).toMatchObject([
      { message: 'acme: data.at "soon" is not a time as epoch-seconds', path: ['data', 'at'] },
    ])
    expect(parse(data).issues).toMatchObject([{ code: 'not-a-receipt' }])
  })

  it.each([
    ['events[]', (item: object) => item],
    ['events[].data', (data: object) => ({ data })],
  ])('reads the items of a list: %s', (within, wrapped) => {
    const { parse } = provider({ within })
    const events = [{ id: '1', status: 'DONE' }, { id: '2' }].map(wrapped)
    const parsed = parse({ events })
    expect(parsed.events).toMatchObject([{ providerMessageId: '1' }])
    expect(parsed.issues).toMatchObject([
      { path: ['events', 1, ...Object.keys(wrapped({})), 'status'] },
    ])
  })
})

describe('a provider without ids', () => {
  const { parse } = provider({ id: undefined, reference: 'ref' })

  it('gives events that the context ties', () => {
    expect(parse({ status: 'DONE', ref: 'r' })).toStrictEqual({
      events: [
        {
          status: 'delivered',
          provider: 'acme',
          source: 'webhook',
          confirmedBy: 'carrier',
          reference: 'r',
        },
      ],
      issues: [],
    })
    const messageId = ({ reference }: { reference?: string | undefined }) => reference
    expect(parse({ status: 'DONE', ref: 'r' }, { messageId }).events).toMatchObject([
      { messageId: 'r' },
    ])
  })

  it('still needs a status', () => {
    const marked = provider({ id: undefined, when: { kind: 'dlr' } })
    expect(marked.parse({ kind: 'dlr' }).issues).toMatchObject([
      { code: 'invalid', message: 'acme: status is missing', path: ['status'] },
    ])
    expect(parse({ ref: 'r' }).issues).toMatchObject([{ code: 'not-a-receipt' }])
    expect(parse({ status: 'ODD' }).issues).toMatchObject([{ code: 'unrecognized-status' }])
  })
})

describe('a time', () => {
  const timeOf = (time: ShapeSpec['time'], fields: object, timeZone?: string) => {
    const { events, issues } = provider({ time }).parse(
      { id: '1', status: 'DONE', ...fields },
      { timeZone },
    )
    expect(events).toHaveLength(1)
    return issues[0]?.message ?? events[0]?.occurredAt
  }

  it('can be read by a function, which may rewrite it for a named format', () => {
    const format = (text: string, zone: string) => {
      const [day = '', month = '', year = '', clock = ''] = text.split(/[. ]/)
      return TIME_FORMATS.iso8601(`${year}-${month}-${day} ${clock}`, zone)
    }
    const time = { path: 'at', format, timeZone: 'Europe/Istanbul' }
    expect(timeOf(time, { at: '23.01.2023 09:35:00' })).toBe(Date.UTC(2023, 0, 23, 6, 35))
    expect(timeOf(time, { at: '23.01.2023 09:35:00' }, 'UTC')).toBe(Date.UTC(2023, 0, 23, 9, 35))
    expect(timeOf(time, { at: '31.02.2023 09:35:00' })).toBe(
      'acme: at "31.02.2023 09:35:00" is not a time',
    )
  })

  it.each([
    ['gives infinity', () => Infinity],
    ['gives no number', () => undefined as unknown as number],
    ['throws', () => expect.fail('no')],
  ])('is an issue if the function %s', (_, format) => {
    expect(timeOf({ path: 'at', format }, { at: 'x' })).toBe('acme: at "x" is not a time')
  })

  it('is none, without an issue, if the spec says so; then the next field is looked at', () => {
    const none = /^(?:0+|ND)$/
    const time = [
      { path: 'done', format: 'yyMMddHHmm', none },
      { path: 'at', format: 'epoch-seconds', none: '0' },
    ] as const
    expect(timeOf(time, { done: 'ND' })).toBeUndefined()
    expect(timeOf(time, { done: '0000000000', at: 0 })).toBeUndefined()
    expect(timeOf(time, { done: 'ND', at: 60 })).toBe(60_000)
    expect(timeOf(time, { at: ['0'] })).toBe('acme: at is not a time as epoch-seconds')
    expect(timeOf(time, { done: 'soon', at: 60 })).toBe(
      'acme: done "soon" is not a time as yyMMddHHmm',
    )
  })
})

describe('a layout', () => {
  const payload = (data: unknown): unknown =>
    JSON.parse(Buffer.from(String(data), 'base64').toString())
  const packed = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64')
  const toFields = (receipt: unknown) => {
    const { records } = receipt as { records: { data: string }[] }
    return records.map(({ data }) => payload(data))
  }
  const { parse } = defineProvider({
    name: 'acme',
    statuses,
    shapes: [
      { toFields, when: { kind: 'one' }, id: 'id', status: 'status' },
      { toFields, within: 'list[]', id: 'id', status: 'status' },
    ],
  })

  it('may make many receipts of one, each of which has a shape of its own', () => {
    const { events, issues } = parse({
      records: [
        { data: packed({ kind: 'one', id: '1', status: 'DONE' }) },
        {
          data: packed({
            list: [
              { id: '2', status: 'OPEN' },
              { id: '3', status: 'ODD' },
            ],
          }),
        },
        { data: packed({ kind: 'one', id: '4' }) },
        { data: packed({ other: 1 }) },
      ],
    })
    expect(events.map(({ providerMessageId }) => providerMessageId)).toEqual(['1', '2'])
    expect(issues).toMatchObject([
      { code: 'unrecognized-status', path: [1, 'list', 1, 'status'], received: 'ODD' },
      { code: 'invalid', path: [2, 'status'] },
      { code: 'not-a-receipt', path: [3], received: { other: 1 } },
    ])
  })

  it('names the place of each in an array of such receipts', () => {
    const bad = { records: [{ data: packed({ kind: 'one', id: '1', status: 'ODD' }) }] }
    expect(parse([bad, [bad]]).issues).toMatchObject([
      { index: 0, path: [0, 'status'] },
      { index: 1, path: [0, 0, 'status'] },
    ])
  })

  it('leaves no place behind for the next receipt', () => {
    const bad = { records: [{ data: packed({ kind: 'one', id: '1', status: 'ODD' }) }] }
    const { issues } = parse([bad, { other: 1 }])
    expect(issues[1]).toMatchObject({ code: 'not-a-receipt', index: 1 })
    expect(issues[1]).not.toHaveProperty('path')
  })

  it('is asked about text and objects alone', () => {
    const { parse } = provider({ toFields: () => ({ id: '1', status: 'DONE' }) })
    expect(parse('x').events).toHaveLength(1)
    for (const received of [5, true, null, undefined, Symbol.iterator, parse])
      expect(parse(received)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
  })

  it('that makes none is no receipt', () => {
    // Not even of what it has beside the fields that the layout makes.
    const plain = { kind: 'one', id: '1', status: 'DONE' }
    for (const receipt of [{ records: [] }, { records: [{ data: '' }] }, {}, 'x', plain])
      expect(parse(receipt)).toMatchObject({ events: [], issues: [{ code: 'not-a-receipt' }] })
  })
})

describe('each item of a list', () => {
  const { parse } = defineProvider({
    name: 'acme',
    statuses,
    shapes: [
      { within: 'items[]', when: { kind: 'a' }, id: 'id', status: 'status' },
      {
        within: 'items[]',
        when: { kind: 'b' },
        id: 'key',
        status: 'state',
        codes: { 1: 'network' },
        code: 'code',
      },
    ],
  })

  it('has a shape of its own', () => {
    const { events, issues } = parse({
      items: [
        { kind: 'a', id: '1', status: 'DONE' },
        { kind: 'b', key: '2', state: 'BAD', code: 1 },
        { kind: 'b', key: '3' },
        { key: '4', state: 'OPEN' },
        { status: 'OPEN' },
      ],
    })
    expect(events.map((event) => [event.providerMessageId, event.failure?.reason])).toEqual([
      ['1', undefined],
      ['2', 'network'],
      ['4', undefined],
    ])
    expect(issues).toMatchObject([{ path: ['items', 2, 'state'] }, { path: ['items', 4, 'id'] }])
  })
  it('has rather one that it fits than one whose marks it has', () => {
    const { parse } = defineProvider({
      name: 'acme',
      statuses,
      shapes: [
        { within: 'items[]', when: { kind: 'a' }, id: 'id', status: 'status' },
        { within: 'items[]', id: 'key', status: 'state' },
      ],
    })
    expect(parse({ items: [{ kind: 'a', key: '1', state: 'DONE' }] })).toMatchObject({
      events: [{ providerMessageId: '1', status: 'delivered' }],
      issues: [],
    })
  })

  it('is in a list, or the receipt is an issue', () => {
    expect(parse({ items: 5 }).issues).toMatchObject([
      { code: 'invalid', message: 'acme: items is not a list', path: ['items'], received: 5 },
    ])
  })
})

describe('a path', () => {
  it('does not lead into the letters of a text', () => {
    const { parse } = provider({ id: ['id.0', 'id'], code: 'error.length' })
    const [event] = parse({ id: 'xy', status: 'BAD', error: 'none' }).events
    expect(event).toMatchObject({ providerMessageId: 'xy', failure: { reason: 'unknown' } })
    expect(event?.failure).not.toHaveProperty('code')
    expect(parse({ id: null, status: 'BAD' }).issues).toMatchObject([{ path: ['id', 0] }])
  })
})

describe('several paths', () => {
  const { parse } = provider({ id: ['constructor.name', 'a', 'b'], status: ['status', 'state'] })

  it('lead to the first that holds something of its own', () => {
    for (const a of ['', null, undefined])
      expect(parse({ a, b: '1', state: 'DONE' }).events).toMatchObject([{ providerMessageId: '1' }])
    expect(parse(Object.create({ a: '1', state: 'DONE' })).events).toEqual([])
  })

  it('are told by the one that was found, or else by the first', () => {
    expect(parse({ a: '1', state: 'ODD' }).issues).toMatchObject([{ path: ['state'] }])
    expect(parse({ b: {}, state: 'DONE' }).issues).toMatchObject([
      { message: 'acme: b is not text', path: ['b'] },
    ])
    expect(parse({ state: 'DONE' }).issues).toMatchObject([{ path: ['constructor', 'name'] }])
  })
})

describe('several places for a status', () => {
  it('are looked at in turn, a number as its digits', () => {
    const { parse } = provider({ status: ['word', 'code'] }, { statuses: { 5: 'delivered' } })
    expect(parse({ id: '1', word: 'ODD', code: 5 })).toMatchObject({
      events: [{ status: 'delivered' }],
      issues: [{ code: 'unrecognized-status', path: ['word'], received: 'ODD' }],
    })
    const flags = provider({ status: ['word', 'code'] }, { statuses: { true: 'delivered' } })
    expect(flags.parse({ id: '1', word: 'ODD', code: true }).events).toEqual([])
  })
})

describe('an event', () => {
  it('has what the context and the receipt say, in the order of its fields', () => {
    const { parse } = provider({ eventId: 'event', reference: 'order' })
    const context = {
      receivedAt: -0,
      messageId: 'm',
      attemptId: '1',
      source: 'poll',
      ref: 'r',
    } as const
    const [event] = parse({ id: '1', status: 'DONE', event: 'e', order: '7' }, context).events
    expect(Object.entries(event ?? {})).toStrictEqual([
      ['status', 'delivered'],
      ['receivedAt', 0],
      ['messageId', 'm'],
      ['attemptId', '1'],
      ['provider', 'acme'],
      ['providerMessageId', '1'],
      ['eventId', 'e'],
      ['source', 'poll'],
      ['confirmedBy', 'carrier'],
      ['reference', '7'],
      ['ref', 'r'],
    ])
    expect(event?.receivedAt).toBe(0)
  })

  it('is not made of a word that says that a message came in', () => {
    const { parse } = provider({}, { statuses: { MO: 'inbound', DONE: 'delivered' } })
    expect(parse({ id: '1', status: 'mo' })).toMatchObject({
      events: [],
      issues: [{ code: 'not-a-receipt', message: 'acme: an inbound message is not a receipt' }],
    })
  })
})
