import {
  apply,
  collect,
  CONFIRMATIONS,
  FAILURE_REASONS,
  merge,
  otp,
  reduce,
  stateOf,
  STATUSES,
  type Confirmation,
  type DeliveryEvent,
  type Evidence,
  type Failure,
  type Segment,
  type Status,
} from 'sms-delivery-state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const events: DeliveryEvent[] = [
  {
    status: 'accepted',
    receivedAt: 1,
    messageId: 'm',
    attemptId: 'A',
    provider: 'p',
    providerMessageId: 'X',
    scheduledFor: 2,
  },
  {
    status: 'sent',
    receivedAt: 5,
    providerMessageId: 'X',
    segment: { index: 1, count: 2 },
    receiptsExpected: false,
  },
  {
    status: 'failed',
    receivedAt: 9,
    occurredAt: 7,
    providerMessageId: 'X',
    failure: { reason: 'network', code: '7' },
    ref: 'log/3',
  },
  {
    status: 'failed',
    receivedAt: 8,
    occurredAt: 12,
    providerMessageId: 'X',
    failure: { reason: 'unknown' },
    ref: 'log/2',
  },
  { status: 'failed', providerMessageId: 'X', confirmedBy: 'carrier' },
  {
    status: 'failed',
    providerMessageId: 'X',
    confirmedBy: 'platform',
    reference: 'order 7',
    eventId: '1',
    source: 'webhook',
  },
]

describe('collect', () => {
  test('gives plain JSON of version 2, and the same text for the same set', () => {
    const text = JSON.stringify(collect(events))
    expect(collect(events).v).toBe(2)
    expect(JSON.stringify(collect([...events, ...events].reverse()))).toBe(text)
    expect(JSON.stringify(collect(new Set(events)))).toBe(text)
    expect(
      JSON.stringify(
        collect(
          events.map(
            ({ ...event }) =>
              Object.fromEntries(Object.entries(event).reverse()) as unknown as DeliveryEvent,
          ),
        ),
      ),
    ).toBe(text)
  })

  test('keeps of all events with one status under one set of ids those that decide, sorted', () => {
    const { eventId, source, reference, ...platform } = events[5]!
    const repeats = [2, 3, 4].map((receivedAt) => ({ ...events[0]!, receivedAt }))
    const [accepted, sent, network, vague, carrier] = events.map(({ ref, ...event }) => event)
    expect(collect([...events, ...repeats].reverse())).toStrictEqual({
      v: 2,
      events: [vague, network, carrier, sent, accepted, repeats[2]],
    })
    expect(collect([...repeats, platform])).toStrictEqual({
      v: 2,
      events: [platform, repeats[0], repeats[2]],
    })
  })

  test('keeps no more than decides: neither copies, nor what only informs', () => {
    const copies = Array.from({ length: 1000 }, (_, i) =>
      events.map((event) => ({ ...event, eventId: String(i), receivedAt: 1 + (i % 9) })),
    )
    expect(JSON.stringify(collect(copies.flat())).length).toBeLessThan(
      2 * JSON.stringify(collect(events)).length,
    )
    const text = JSON.stringify(collect(events))
    for (const word of ['order 7', 'eventId', 'webhook']) expect(text).not.toContain(word)
  })

  test('does not grow with receipts, however they differ', () => {
    const varied = Array.from({ length: 20_000 }, (_, i): DeliveryEvent => ({
      status: STATUSES[i % 9]!,
      providerMessageId: 'X',
      receivedAt: i % 7 ? (i * 7919) % 10_007 : undefined,
      occurredAt: i % 5 ? (i * 104_729) % 9_973 : undefined,
      confirmedBy: CONFIRMATIONS[i % 11],
      receiptsExpected: i % 3 > 0,
      scheduledFor: i % 13 ? i : undefined,
      failure: i % 4 ? { reason: FAILURE_REASONS[i % 13]!, code: String(i % 997) } : undefined,
      ref: i % 6 ? `log/${i}` : undefined,
    }))
    const { events: marks } = collect(varied)
    for (const status of STATUSES)
      expect(marks.filter((mark) => mark.status === status).length).toBeLessThanOrEqual(20)
    expect(collect(marks).events).toEqual(marks)
  })

  test('says what all of its events say, however they differ', () => {
    const some = <Value>(...values: Value[]) => fc.constantFrom(...values)
    const event = fc.record(
      {
        status: some<Status>('failed', 'failed', 'delivered'),
        providerMessageId: fc.constant('X'),
        provider: some('p', 'p', 'p', 'q'),
        messageId: fc.constant('m'),
        segment: some<Segment | undefined>(
          undefined,
          undefined,
          undefined,
          { index: 1 },
          { index: 1, count: 2 },
          { index: 2 },
        ),
        receivedAt: some(0, 1, 2, 400_000),
        occurredAt: some(-1, 0, 2, 5),
        confirmedBy: some<Confirmation>('carrier', 'handset'),
        receiptsExpected: fc.boolean(),
        scheduledFor: some(0, 7, 200_000),
        failure: some<Failure>(
          { reason: 'unknown' },
          { reason: 'account' },
          { reason: 'unreachable', code: '1' },
        ),
        ref: some('log/1', 'log/2'),
      },
      { requiredKeys: ['status', 'providerMessageId', 'provider', 'segment'] },
    )
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 2, maxLength: 9 }),
        some(5, 300_001, 700_000),
        (events, now) => {
          expect(JSON.stringify(stateOf(collect(events), otp, now))).toBe(
            JSON.stringify(reduce(events, otp, now)),
          )
        },
      ),
      { numRuns: 6000 },
    )
  })

  test.each<Partial<DeliveryEvent>>([
    { messageId: 'm' },
    { segment: { index: 1, count: 2 } },
    { scheduledFor: 7 },
    { receiptsExpected: false },
    { confirmedBy: 'handset' },
    { failure: { reason: 'account' } },
    { read: true },
    { occurredAt: 0 },
  ])('keeps an event in the middle that alone says %o', (fact) => {
    const [first, middle, last] = [1, 2, 3].map((receivedAt): DeliveryEvent => ({
      status: 'delivered',
      providerMessageId: 'X',
      segment: { index: 1 },
      receivedAt,
      occurredAt: 1,
    }))
    const telling = { ...middle!, ...fact }
    expect(collect([first!, telling, last!]).events).toEqual([first, telling, last])
  })

  test('gives an event no field that it has not', () => {
    const event: DeliveryEvent = { status: 'sent' }
    expect(collect([event]).events).toStrictEqual([event])
    expect(collect([{ ...event, occurredAt: -0, scheduledFor: -0 }]).events).toStrictEqual([
      { ...event, occurredAt: 0, scheduledFor: 0 },
    ])
  })

  test('keeps the first, and whoever else reports, however little they say', () => {
    const rich: DeliveryEvent = {
      status: 'failed',
      messageId: 'm',
      provider: 'q',
      providerMessageId: 'X',
      segment: { index: 1, count: 2 },
      occurredAt: 0,
      confirmedBy: 'handset',
      receiptsExpected: false,
      scheduledFor: 3,
      failure: { reason: 'account' },
      ref: 'log/1',
    }
    const poor: DeliveryEvent = {
      status: 'failed',
      provider: 'q',
      providerMessageId: 'X',
      segment: { index: 1 },
      receivedAt: 1,
    }
    const other: DeliveryEvent = { ...poor, provider: 'p', receivedAt: 5 }
    const repeated = [2, 9].map((receivedAt) => ({ ...rich, receivedAt }))
    expect(stateOf(collect([...repeated, poor, other]), otp, 9)).toMatchObject({
      since: 1,
      provider: 'p',
      lastReceivedAt: 9,
    })
  })

  test('keeps what the caller changes later', () => {
    const failure = { reason: 'network' as const, code: '7', text: 'more than we know' }
    const evidence = collect([{ status: 'failed', failure }])
    failure.code = '8'
    expect(stateOf(evidence, otp, 0).failure).toStrictEqual({ reason: 'network', code: '7' })
  })

  test('of nothing is the evidence of a message that nobody has heard of', () => {
    expect(JSON.stringify(collect([]))).toBe(JSON.stringify(merge()))
    expect(stateOf(merge(), otp, 0)).toStrictEqual(reduce([], otp, 0))
  })
})

describe('of all events of one status on one slot', () => {
  const one = (...many: Partial<DeliveryEvent>[]) =>
    JSON.stringify(collect(many.map((event) => ({ status: 'failed', ...event }))))

  test('the smallest receivedAt counts', () => {
    const sent: DeliveryEvent = { status: 'sent', receivedAt: 0 }
    const failed = [400_000, 9, 300_000].map((receivedAt): DeliveryEvent => ({
      status: 'failed',
      receivedAt,
    }))
    expect(reduce([sent, ...failed], otp, 0)).toMatchObject({ status: 'failed', since: 9 })
  })

  test('a reason other than unknown goes first, then the earlier received, then the earlier to have happened, then the text', () => {
    const failureOf = (...many: Partial<DeliveryEvent>[]) =>
      reduce(
        many.map((event) => ({ status: 'failed', ...event })),
        otp,
        0,
      ).failure
    const [vague, network] = [{ reason: 'unknown' }, { reason: 'network' }] as const
    expect(
      failureOf({ receivedAt: 1, failure: vague }, { receivedAt: 2, failure: network }),
    ).toEqual(network)
    expect(
      failureOf({ failure: { ...network, code: 'a' } }, { receivedAt: 2, failure: network }),
    ).toEqual(network)
    expect(
      failureOf(
        { receivedAt: 2, failure: { ...network, code: 'a' } },
        { receivedAt: 2, occurredAt: 1, failure: network },
      ),
    ).toEqual(network)
    expect(
      failureOf(
        { failure: { ...network, permanent: true } },
        { failure: { ...network, code: 'b' } },
      ),
    ).toEqual({
      ...network,
      code: 'b',
    })
  })

  test('so where somebody else vouches for one of two at the same instant', () => {
    const smaller = { failure: { reason: 'unreachable', code: '1' } } as const
    const larger = {
      failure: { reason: 'account' },
      confirmedBy: 'handset',
      messageId: 'm',
    } as const
    for (const receivedAt of [undefined, 1]) {
      const evidence = collect(
        [smaller, larger].map((more) => ({ status: 'failed', receivedAt, ...more })),
      )
      const events = evidence.events.filter(({ failure }) => failure?.reason === 'unreachable')
      expect(events).toHaveLength(1)
      expect(stateOf(evidence, otp, 1).failure).toEqual(smaller.failure)
    }
  })

  test('where the raw receipt is kept is left out, and so is what only informs', () => {
    const text = one({
      receivedAt: 1,
      ref: 'log/1',
      reference: 'order 7',
      eventId: 'e',
      source: 'poll',
    })
    expect(text).toBe('{"v":2,"events":[{"receivedAt":1,"status":"failed"}]}')
  })

  test('the first to say that it was read, and the earliest such instant, are kept', () => {
    const read = { status: 'delivered', read: true } as const
    const early: DeliveryEvent = { ...read, receivedAt: 5, occurredAt: 3 }
    const first: DeliveryEvent = { ...read, receivedAt: 4 }
    const others: DeliveryEvent[] = [
      { status: 'delivered', receivedAt: 1 },
      { ...read, receivedAt: 6, occurredAt: 6 },
    ]
    const evidence = collect([...others, early, first])
    expect(evidence.events).toContainEqual(first)
    expect(evidence.events).toContainEqual(early)
    expect(stateOf(evidence, otp, 9).readAt).toBe(3)
  })
})

describe('merge', () => {
  const halves = [events.slice(0, 3), events.slice(3)].map((part) => collect(part))

  test('knows what both knew', () => {
    expect(JSON.stringify(merge(...halves))).toBe(JSON.stringify(collect(events)))
    expect(JSON.stringify(merge(...[...halves].reverse(), ...halves))).toBe(
      JSON.stringify(collect(events)),
    )
  })

  test('leaves what was handed in as it was', () => {
    const before = JSON.stringify(halves)
    merge(...halves)
    apply(halves[0], events[4]!, otp, 0)
    expect(JSON.stringify(halves)).toBe(before)
  })
})

describe('evidence of strangers', () => {
  const known = JSON.parse(JSON.stringify(collect(events))) as Evidence
  const hostile = [null, {}, [], 'x', -1, 1e999, true, [null], { __proto__: null }]
  const calls: ((evidence: Evidence) => unknown)[] = [
    (evidence) => stateOf(evidence, otp, 0),
    (evidence) => merge(evidence, known),
    (evidence) => apply(evidence, events[0]!, otp, 0),
  ]

  test.each(pathsOf(known))(
    'with something else at %s: an answer or an error, and nothing else is touched',
    (path) => {
      const text = JSON.stringify(known)
      for (const value of hostile) {
        for (const call of calls) {
          try {
            call(withAt(known, path.split('.'), value))
          } catch (error) {
            expect(error).toBeInstanceOf(Error)
          }
        }
      }
      expect(JSON.stringify(known)).toBe(text)
      expect(Object.keys(Object.prototype)).toEqual([])
    },
  )

  test.each(['__proto__', 'constructor', 'messageId', 'extra'])(
    'with a field %s that nobody wrote',
    (name) => {
      const text = JSON.stringify(known).replace(
        '{',
        `{${JSON.stringify(name)}:{"polluted":"yes"},`,
      )
      try {
        stateOf(JSON.parse(text) as Evidence, otp, 0)
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError)
      }
      expect(({} as { polluted?: string }).polluted).toBeUndefined()
    },
  )
})

/** The path of each value that stands in plain JSON. */
function pathsOf(value: unknown, path: string[] = []): string[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))
      : []
  return path.length === 0 ? inner : [path.join('.'), ...inner]
}

function withAt(value: unknown, [key, ...rest]: string[], put: unknown): Evidence {
  if (key === undefined) return put as Evidence
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string, unknown>
  copy[key] = withAt(copy[key], rest, put)
  return copy as unknown as Evidence
}

describe('what a database has damaged is misuse, and says where', () => {
  const marks = 'evidence\\.events'
  test.each([
    [null, marks],
    [[null], `${marks}\\[0\\]`],
    [[{ status: 'sent' }, { status: 'zz' }], `${marks}\\[1\\]\\.status`],
    [[{ status: 'sent', receivedAt: 'x' }], `${marks}\\[0\\]\\.receivedAt`],
    [[{ status: 'failed', failure: { reason: 'x' } }], `${marks}\\[0\\]\\.failure\\.reason`],
    [[{ status: 'failed', occurredAt: null }], `${marks}\\[0\\]\\.occurredAt`],
    [[, { status: 'sent' }], `${marks}\\[0\\]`],
  ])('%j', (damaged, place) => {
    const evidence = { v: 2, events: damaged } as unknown as Evidence
    const misuse = (fn: string) => new RegExp(`^sms-delivery-state: ${fn}: ${place} must be `)
    expect(() => stateOf(evidence, otp, 0)).toThrow(misuse('stateOf'))
    expect(() => merge(evidence)).toThrow(misuse('merge'))
    expect(() => apply(evidence, { status: 'sent' }, otp, 0)).toThrow(misuse('apply'))
  })
})

test('the number of segments is kept, wherever among its repeats it was said', () => {
  const said = (receivedAt: number, segment: Segment): DeliveryEvent => ({
    status: 'delivered',
    receivedAt,
    segment,
  })
  const some = [1, 3].map((receivedAt) => said(receivedAt, { index: 1 }))
  const all = [...some, said(2, { index: 1, count: 2 }), said(4, { index: 2 })]
  expect(stateOf(collect(all), otp, 5).status).toBe('delivered')
  expect(stateOf(collect([...some, said(4, { index: 2 })]), otp, 5).status).toBe('sent')
})
