import { describe, expect, it } from 'vitest'
import { defineProvider } from '../../../src/providers/index.ts'

const statuses = {
  Dispatched: 'sent',
  Delivered: { status: 'delivered', confirmedBy: 'handset' },
  Retrying: { status: 'sent', reason: 'unreachable' },
  Rejected: 'failed',
  Failed: 'undelivered',
  Expired: 'expired',
  Lost: 'unknown',
} as const

describe('several recipients that share an id', () => {
  const batches = defineProvider({
    name: 'batches',
    shapes: [
      { id: 'batch_id', recipient: 'recipient', status: 'status', code: 'code' },
      {
        when: { type: 'full' },
        id: 'batch_id',
        recipient: 'statuses[].recipient',
        status: 'statuses[].status',
        code: 'statuses[].code',
        reference: 'client_reference',
      },
    ],
    statuses,
    codes: { 0: null, 401: null, 402: 'carrier-rejected' },
  })
  const full = {
    type: 'full',
    batch_id: 'b1',
    client_reference: 'order-17',
    statuses: [
      { status: 'Delivered', code: 0, recipient: '+15550100123' },
      { status: 'Delivered', code: 0, recipient: '+15550100124' },
      { status: 'Failed', code: 402, recipient: '+15550100125' },
      { status: 'Failed', code: 402, recipient: true },
      { status: 'Lost', code: 0 },
    ],
  }

  it('have an id each: the message id and the number', () => {
    const [event] = batches.parse({
      batch_id: 'b1',
      recipient: '+15550100123',
      status: 'Dispatched',
      code: 401,
    }).events
    expect(event).toStrictEqual({
      status: 'sent',
      provider: 'batches',
      providerMessageId: 'b1:+15550100123',
      source: 'webhook',
    })
  })

  it('or what the context makes of the number', () => {
    const recipientKey = (recipient: string) => `…${recipient.slice(-4)}`
    const { events } = batches.parse(
      { batch_id: 'b1', recipient: '+15550100123', status: 'Dispatched' },
      { recipientKey },
    )
    expect(events.map((event) => event.providerMessageId)).toEqual(['b1:…0123'])
  })

  it.each(['', undefined, 5])('but not %j, which is an issue', (key) => {
    const recipientKey = () => key as string
    const { events, issues } = batches.parse(
      { batch_id: 'b1', recipient: '+1', status: 'Dispatched' },
      { recipientKey },
    )
    expect(events).toEqual([])
    expect(issues).toMatchObject([
      {
        code: 'invalid',
        message: 'batches: context.recipientKey(…) is no id: it must be a text that is not empty',
      },
    ])
    expect(issues[0]?.received).toBe(key)
  })

  it('are not mixed up where the id is missing', () => {
    const { events, issues } = batches.parse({ recipient: '+15550100123', status: 'Dispatched' })
    expect([events, issues.map(({ path }) => path)]).toEqual([[], [['batch_id']]])
  })

  it('are not mixed up where the recipient is missing', () => {
    const { events, issues } = batches.parse({ batch_id: 'b1', status: 'Dispatched' })
    expect(events).toEqual([])
    expect(issues).toStrictEqual([
      { code: 'invalid', message: 'batches: recipient is missing', path: ['recipient'] },
    ])
  })

  it('are missing where their list is', () => {
    expect(batches.parse({ type: 'full', batch_id: 'b1' }).issues).toStrictEqual([
      { code: 'invalid', message: 'batches: status is missing', path: ['status'] },
      { code: 'invalid', message: 'batches: recipient is missing', path: ['recipient'] },
    ])
  })

  it('are read out of a list, with what is around them', () => {
    const { events, issues } = batches.parse(full)
    expect(events).toStrictEqual([
      ...['+15550100123', '+15550100124'].map((to) => ({
        status: 'delivered',
        provider: 'batches',
        providerMessageId: `b1:${to}`,
        source: 'webhook',
        confirmedBy: 'handset',
        reference: 'order-17',
      })),
      {
        status: 'undelivered',
        provider: 'batches',
        providerMessageId: 'b1:+15550100125',
        source: 'webhook',
        failure: { reason: 'carrier-rejected', code: '402' },
        reference: 'order-17',
      },
    ])
    expect(issues).toMatchObject([
      { code: 'invalid', path: ['statuses', 3, 'recipient'], received: true },
      { code: 'invalid', path: ['statuses', 4, 'recipient'] },
    ])
  })
})

describe('reports in an envelope', () => {
  const results = defineProvider({
    name: 'results',
    shapes: [
      {
        id: 'results[].messageId',
        status: 'results[].status.name',
        code: 'results[].error.id',
        time: { path: 'results[].doneAt', format: 'iso8601' },
        reference: ['results[].callbackData', 'bulk'],
      },
    ],
    statuses,
    codes: { 0: null, 1: { reason: 'invalid-destination', permanent: true } },
  })
  const report = (name: string, id = 0) => ({
    messageId: `m-${name}`,
    status: { name },
    error: { id },
    doneAt: '2024-09-18T21:12:08.000+0100',
  })

  it('are one event each, with what they have in common', () => {
    const { events, issues } = results.parse({
      results: [report('Delivered'), report('Failed', 1), report('Failed', 77)],
      bulk: 'b',
    })
    expect(issues).toEqual([])
    expect(events).toMatchObject([
      {
        status: 'delivered',
        providerMessageId: 'm-Delivered',
        occurredAt: Date.UTC(2024, 8, 18, 20, 12, 8),
        reference: 'b',
      },
      {
        status: 'undelivered',
        failure: { reason: 'invalid-destination', code: '1', permanent: true },
      },
      { status: 'undelivered', failure: { reason: 'unknown', code: '77' } },
    ])
  })

  it('leave the good ones where one is bad, and say which', () => {
    const parsed = results.parse([
      { results: [] },
      [JSON.stringify({ results: [report('Delivered'), report('Vanished'), 'x', null] })],
    ])
    expect(parsed.events).toHaveLength(1)
    expect(parsed.issues).toMatchObject([
      {
        code: 'unrecognized-status',
        index: 1,
        path: [0, 'results', 1, 'status', 'name'],
        received: 'Vanished',
      },
      { code: 'not-a-receipt', index: 1, path: [0, 'results', 2], received: 'x' },
      { code: 'not-a-receipt', index: 1, path: [0, 'results', 3] },
    ])
  })

  it('are issues where the list is none', () => {
    for (const none of [5, 'x', report('Delivered')]) {
      expect(results.parse({ results: none }).issues).toMatchObject([
        { code: 'invalid', path: ['results'], received: none },
      ])
    }
    expect(results.parse({ results: null }).issues).toMatchObject([{ code: 'not-a-receipt' }])
  })

  it('do not lend their items to the next receipt', () => {
    const { events, issues } = results.parse([{ results: [report('Delivered')] }, {}])
    expect(events).toHaveLength(1)
    expect(issues).toMatchObject([{ code: 'not-a-receipt', index: 1 }])
  })
})

describe('what a word and a code mean together', () => {
  const { parse } = defineProvider({
    name: 'acme',
    shapes: [{ id: 'id', status: ['state', 'status'], code: 'errors.0.code' }],
    statuses: {
      ...statuses,
      4: 'delivered',
      Temporary: { status: 'sent', reason: 'unknown' },
      Gone: { status: 'failed', reason: 'canceled' },
      Refused: { status: 'failed', ignoresCode: true },
    },
    codes: {
      0: null,
      7: 'network',
      8: { reason: 'expired', status: 'expired' },
      9: { reason: 'unknown', status: 'unknown', permanent: false },
      10: { reason: 'throttled', warning: true },
    },
  })
  const claim = (state: unknown, code?: unknown) => {
    const [event] = parse({ id: 'x', state, errors: [{ code }] }).events
    return [event?.status, event?.failure]
  }

  it.each([
    ['Dispatched', undefined, 'sent', undefined],
    ['Dispatched', '0', 'sent', undefined],
    ['Dispatched', '7', 'sent', { reason: 'network', code: '7' }],
    ['Dispatched', '8', 'sent', { reason: 'expired', code: '8' }],
    ['Retrying', undefined, 'sent', { reason: 'unreachable' }],
    ['Retrying', 0, 'sent', { reason: 'unreachable' }],
    ['Retrying', 7, 'sent', { reason: 'network', code: '7' }],
    ['Retrying', 8, 'sent', { reason: 'expired', code: '8' }],
    ['Retrying', 99, 'sent', { reason: 'unreachable', code: '99' }],
    ['Temporary', undefined, 'sent', { reason: 'unknown' }],
    ['Rejected', undefined, 'failed', { reason: 'unknown' }],
    ['Rejected', 8, 'expired', { reason: 'expired', code: '8' }],
    ['Failed', 9, 'unknown', { reason: 'unknown', code: '9', permanent: false }],
    ['Gone', 9, 'unknown', { reason: 'canceled', code: '9', permanent: false }],
    ['Expired', undefined, 'expired', { reason: 'expired' }],
    ['Expired', 7, 'expired', { reason: 'network', code: '7' }],
    ['Expired', 0, 'expired', { reason: 'expired' }],
    ['Lost', undefined, 'unknown', undefined],
    ['Refused', 8, 'failed', { reason: 'expired', code: '8' }],
    ['Dispatched', 10, 'sent', undefined],
    ['Failed', 10, 'undelivered', { reason: 'throttled', code: '10' }],
    ['Retrying', 10, 'sent', { reason: 'throttled', code: '10' }],
    ['Delivered', 7, 'delivered', undefined],
    [4, undefined, 'delivered', undefined],
    ['4', undefined, 'delivered', undefined],
  ])('%s with code %s is %s', (word, code, status, failure) =>
    expect(claim(word, code)).toEqual([status, failure]),
  )

  it('of a word that is none and of one beside it that is one keeps both', () => {
    expect(parse({ id: 'x', state: 'Vanished', status: 'Delivered' })).toMatchObject({
      events: [{ status: 'delivered' }],
      issues: [{ code: 'unrecognized-status', path: ['state'], received: 'Vanished' }],
    })
    expect(parse({ id: 'x', state: true, status: 'Lost' })).toMatchObject({
      events: [{ status: 'unknown' }],
      issues: [{ code: 'invalid', path: ['state'], received: true }],
    })
    expect(parse({ id: 'x', state: 'Vanished', status: 'Gone away' })).toMatchObject({
      events: [],
      issues: [{ code: 'unrecognized-status', path: ['state'], received: 'Vanished' }],
    })
    expect(parse({ id: 'x', state: 'Lost', status: 'Delivered' })).toMatchObject({
      events: [{ status: 'unknown' }],
      issues: [],
    })
  })

  it('knows the days at the end of February', () => {
    const { parse } = defineProvider({
      name: 'acme',
      shapes: [{ id: 'id', status: 'status', time: { path: 'at', format: 'iso8601' } }],
      statuses,
    })
    const occurredAt = (at: string) => parse({ id: 'x', status: 'Lost', at }).events[0]?.occurredAt
    expect(occurredAt('2024-02-28T12:00:00Z')).toBe(Date.UTC(2024, 1, 28, 12))
    expect(occurredAt('2024-02-29T12:00:00Z')).toBe(Date.UTC(2024, 1, 29, 12))
    expect(occurredAt('2024-03-01T12:00:00Z')).toBe(Date.UTC(2024, 2, 1, 12))
    expect(occurredAt('2023-02-29T12:00:00Z')).toBeUndefined()
  })

  it('says what is wrong, and no more of a long text than people read', () => {
    const { parse } = defineProvider({
      name: 'acme',
      shapes: [{ id: 'id', status: 'status', time: { path: 'at', format: 'iso8601' } }],
      statuses,
    })
    const messageOf = (fields: object) =>
      parse({ id: 'x', status: 'Lost', ...fields }).issues[0]?.message
    expect(messageOf({ status: true })).toBe('acme: status is not text')
    expect(messageOf({ at: 'noon' })).toBe('acme: at "noon" is not a time as iso8601')
    expect(messageOf({ status: 'x'.repeat(100) })).toBe(
      `acme: status "${'x'.repeat(40)}" is not a status that we know`,
    )
  })

  it('takes integers for text, those that are exact', () => {
    const id = (value: unknown) => parse({ id: value, status: 'Lost' }).events[0]?.providerMessageId
    expect([id(5), id(-5), id(9007199254740991), id(12345678901234567890n)]).toEqual([
      '5',
      '-5',
      '9007199254740991',
      '12345678901234567890',
    ])
    for (const wrong of [9007199254740992, 1.5, NaN, Infinity]) expect(id(wrong)).toBeUndefined()
  })

  it('gives each event a failure of its own', () => {
    const [a, b] = parse(
      [1, 2].map((id) => ({ id, state: 'Rejected', errors: [{ code: 7 }] })),
    ).events
    expect(a?.failure).toEqual(b?.failure)
    expect(a?.failure).not.toBe(b?.failure)
  })
})

describe('a shape with words and codes of its own', () => {
  const acme = defineProvider({
    name: 'acme',
    shapes: [
      { id: 'id', status: 'state', code: 'error' },
      {
        id: 'id',
        status: 'number',
        code: 'error',
        statuses: { 0: 'queued', 2: 'delivered', 5: 'undelivered' },
      },
      {
        id: 'id',
        status: 'letter',
        code: 'error',
        statuses: { F: 'failed', null: 'accepted' },
        codes: { 7: 'throttled', 0: null },
      },
    ],
    statuses: { 0: 'delivered', Failed: 'undelivered' },
    codes: { 7: 'network', 8: 'expired' },
  })
  const claim = (fields: object) => {
    const [event] = acme.parse({ id: 'x', ...fields }).events
    return [event?.status, event?.failure?.reason]
  }

  it.each([
    [{ state: 0 }, 'delivered', undefined],
    [{ number: 0 }, 'queued', undefined],
    [{ state: 'Failed', error: 7 }, 'undelivered', 'network'],
    [{ number: 5, error: 7 }, 'undelivered', 'network'],
    [{ letter: 'f', error: 7 }, 'failed', 'throttled'],
    [{ letter: 'F', error: 8 }, 'failed', 'unknown'],
  ])('reads %j by them', (fields, status, reason) =>
    expect(claim(fields)).toEqual([status, reason]),
  )

  it.each([{ state: 2 }, { number: 'Failed' }, { letter: 'Failed' }])(
    'and by no others: %j',
    (fields) => {
      expect(acme.parse({ id: 'x', ...fields }).issues).toMatchObject([
        { code: 'unrecognized-status' },
      ])
    },
  )

  it('takes null for a word where it has a row for it', () => {
    expect(claim({ letter: null })).toEqual(['accepted', undefined])
    expect(acme.parse({ id: 'x', letter: undefined }).issues).toMatchObject([
      { code: 'invalid', path: ['state'] },
    ])
    for (const field of ['state', 'number'])
      expect(acme.parse({ id: 'x', [field]: null }).events).toEqual([])
    expect(acme.parse({ id: null, letter: null }).issues).toStrictEqual([
      { code: 'invalid', message: 'acme: id is missing', path: ['id'] },
    ])
  })

  it('needs no others where each shape has its own', () => {
    const { parse } = defineProvider({
      name: 'own',
      shapes: [{ id: 'id', status: 's', statuses: { ok: 'delivered' } }],
    })
    expect(parse({ id: 'x', s: 'ok' }).events).toMatchObject([{ status: 'delivered' }])
  })
})

describe('several codes', () => {
  const { parse } = defineProvider({
    name: 'acme',
    shapes: [{ id: 'id', status: 'state', code: ['own', 'carrier', 'cause'] }],
    statuses,
    codes: {
      0: null,
      ok: null,
      7: 'network',
      8: { reason: 'expired', status: 'expired' },
      9: { reason: 'unknown', permanent: true },
    },
  })
  const failure = (codes: object, state = 'Failed') =>
    parse({ id: 'x', state, ...codes }).events[0]?.failure

  it.each([
    [
      { own: 'A1', carrier: 7 },
      { reason: 'network', code: 'A1' },
    ],
    [
      { own: 'A1', cause: 7 },
      { reason: 'network', code: 'A1' },
    ],
    [
      { own: 'A1', carrier: 'B2' },
      { reason: 'unknown', code: 'A1' },
    ],
    [
      { own: 'A1', carrier: 0 },
      { reason: 'unknown', code: 'A1' },
    ],
    [
      { own: 0, carrier: 7 },
      { reason: 'network', code: '7' },
    ],
    [
      { own: 0, carrier: 'B2', cause: 7 },
      { reason: 'network', code: 'B2' },
    ],
    [{ own: 0, carrier: 'ok' }, { reason: 'unknown' }],
    [
      { own: 7, carrier: 9 },
      { reason: 'network', code: '7' },
    ],
    [
      { own: 9, carrier: 7 },
      { reason: 'unknown', code: '9', permanent: true },
    ],
    [{ carrier: 7 }, { reason: 'network', code: '7' }],
  ])(
    'of %j it keeps the first that says something, and the first known reason',
    (codes, expected) => expect(failure(codes)).toStrictEqual(expected),
  )

  it('no failure is made of codes that all say that there is none', () => {
    expect(failure({ own: 0, carrier: 'ok' }, 'Dispatched')).toBeUndefined()
    expect(failure({ own: 0, carrier: 'B2' }, 'Dispatched')).toEqual({
      reason: 'unknown',
      code: 'B2',
    })
  })

  it('a code that is wrong is an issue, and the next one counts', () => {
    const { events, issues } = parse({ id: 'x', state: 'Failed', own: true, carrier: 7 })
    expect(events[0]?.failure).toEqual({ reason: 'network', code: '7' })
    expect(issues).toMatchObject([{ code: 'invalid', path: ['own'], received: true }])
  })
})

describe('a claim that is not the last word', () => {
  const { parse } = defineProvider({
    name: 'acme',
    shapes: [{ intermediate: { final: 'no' }, id: 'id', status: 'state', code: 'error' }],
    statuses,
    codes: { 0: null, 7: 'network', 8: { reason: 'unreachable', status: 'expired' } },
  })
  const claim = (state: string, error?: number) => {
    const { events } = parse(['no', 'yes'].map((final) => ({ id: 'x', state, error, final })))
    expect(events[0]).not.toHaveProperty('confirmedBy')
    return events.map(({ status, failure }) => [status, failure?.reason])
  }

  it.each([
    ['Rejected', undefined, ['sent', 'unknown'], ['failed', 'unknown']],
    ['Failed', 7, ['sent', 'network'], ['undelivered', 'network']],
    ['Failed', 8, ['sent', 'unreachable'], ['expired', 'unreachable']],
    ['Expired', undefined, ['sent', 'expired'], ['expired', 'expired']],
    ['Delivered', undefined, ['sent', undefined], ['delivered', undefined]],
    ['Delivered', 7, ['sent', undefined], ['delivered', undefined]],
    ['Retrying', undefined, ['sent', 'unreachable'], ['sent', 'unreachable']],
    ['Dispatched', 0, ['sent', undefined], ['sent', undefined]],
    ['Lost', undefined, ['unknown', undefined], ['unknown', undefined]],
  ])('%s with code %s is sent, with its failure', (word, code, ...expected) =>
    expect(claim(word, code)).toEqual(expected),
  )
})

describe('a receipt that is laid out', () => {
  const asked: unknown[] = []
  const toFields = (receipt: unknown) => {
    asked.push(receipt)
    if (receipt === 'broken') throw new Error('not a receipt')
    const [, id, state, part] = /^(\w+) is (\w+)(?: in part (\w+))?$/.exec(String(receipt)) ?? []
    return id && { message: { id, state, part } }
  }
  const pager = defineProvider({
    name: 'pager',
    shapes: [
      {
        when: { 'message.id': /^x/ },
        toFields,
        id: 'message.id',
        status: 'message.state',
        source: 'poll',
      },
      {
        toFields,
        id: 'message.id',
        status: 'message.state',
        segment: { index: ['message.part', 'part'] },
      },
      { id: 'id', status: 'state' },
    ],
    statuses,
  })

  it('is read from text, and from bytes', () => {
    for (const receipt of [
      'a1 is Delivered',
      new TextEncoder().encode(' a1 is Delivered\n'),
      ['a1 is Delivered'],
    ]) {
      const { events, issues } = pager.parse(receipt)
      expect([events.length, issues]).toEqual([1, []])
      expect(events).toMatchObject([
        { status: 'delivered', providerMessageId: 'a1', source: 'webhook' },
      ])
    }
  })

  it('names the places in what was laid out', () => {
    expect(pager.parse(['a1 is Vanished', 'b2 is Lost in part zero']).issues).toMatchObject([
      { code: 'unrecognized-status', index: 0, path: ['message', 'state'], received: 'Vanished' },
      { code: 'invalid', index: 1, path: ['message', 'part'], received: 'zero' },
    ])
  })

  it('is laid out once for shapes that stand together', () => {
    asked.length = 0
    const body = { id: 'c3', state: 'Lost' }
    expect(
      pager.parse(['x1 is Lost', 'a1 is Lost', body, JSON.stringify(body), 'id=c3&state=Lost'])
        .events,
    ).toMatchObject([
      { providerMessageId: 'x1', source: 'poll' },
      { providerMessageId: 'a1' },
      { providerMessageId: 'c3' },
      { providerMessageId: 'c3' },
      { providerMessageId: 'c3' },
    ])
    expect(asked).toEqual(['x1 is Lost', 'a1 is Lost', body, body, 'id=c3&state=Lost'])
  })

  it('finds nothing where it throws, whatever stands in the receipt', () => {
    const toFields = (): never => {
      throw new Error('not a receipt')
    }
    const picky = defineProvider({
      name: 'picky',
      shapes: [
        { id: 'id', status: 'word' },
        { toFields, id: 'id', status: 'state' },
      ],
      statuses,
    })
    expect(picky.parse({ id: 'c3', state: 'Lost' })).toMatchObject({
      events: [],
      issues: [{ code: 'invalid', path: ['word'] }],
    })
  })

  it('leaves the others as they are, where it finds nothing or throws', () => {
    for (const receipt of ['broken', 'hello', '{', {}, 5, null, undefined, Symbol('x')]) {
      expect(pager.parse(receipt)).toMatchObject({
        events: [],
        issues: [{ code: 'not-a-receipt' }],
      })
    }
    expect(pager.parse(['a1 is Lost', 'broken', { state: 'Lost' }]).issues).toMatchObject([
      { code: 'not-a-receipt', index: 1, received: 'broken' },
      { code: 'invalid', index: 2, path: ['id'] },
    ])
  })
})

describe('the part that a receipt names', () => {
  const { parse } = defineProvider({
    name: 'parts',
    shapes: [{ id: 'id', status: 'status', segment: { index: 'part', count: 'parts' } }],
    statuses,
  })
  const read = (
    part: unknown,
    parts?: unknown,
    segment?: { index: number; count?: number | undefined },
  ) => {
    const { events, issues } = parse({ id: 'x', status: 'Dispatched', part, parts }, { segment })
    return [events[0]?.segment, issues.map((issue) => issue.path)]
  }

  it.each([
    [{ part: 4, parts: 3 }, 'part'],
    [{ part: 'x', parts: 3 }, 'part'],
    [{ part: 0 }, 'part'],
    [{ parts: 3 }, 'part'],
  ])('nothing that is said of a part is taken for the whole: %j', (fields, path) => {
    const { events, issues } = parse({ id: 'x', status: 'Delivered', ...fields })
    expect([events, issues.map((issue) => issue.path)]).toEqual([[], [[path]]])
  })

  it('is read, from numbers or their digits', () => {
    expect(read(2, 3)).toEqual([{ index: 2, count: 3 }, []])
    expect(read('255', '255')).toEqual([{ index: 255, count: 255 }, []])
    expect(read(2)).toStrictEqual([{ index: 2 }, []])
  })

  it('is none where the text has one part', () =>
    expect(read(undefined, 1)).toEqual([undefined, []]))

  it('says what is wrong about it', () => {
    const messages = [{ part: 4, parts: 3 }, { parts: 3 }].map(
      (fields) => parse({ id: 'x', status: 'Dispatched', ...fields }).issues[0]?.message,
    )
    expect(messages).toEqual([
      'parts: part "4" is not a whole number from 1 to 3',
      'parts: part is missing',
    ])
  })

  it('goes before the one of the context', () => {
    expect(read(2, 3, { index: 1 })).toEqual([{ index: 2, count: 3 }, []])
    expect(read(undefined, 3, { index: 1, count: undefined })).toStrictEqual([{ index: 1 }, []])
  })

  it('is an issue where it is none', () => {
    for (const wrong of [0, 256, -1, 1.5, '1.0', ' 1', 'one', {}])
      expect(read(wrong, 255)).toEqual([undefined, [['part']]])
    expect(read(4, 3)).toEqual([undefined, [['part']]])
    expect(read(4, 0)).toEqual([{ index: 4 }, [['parts']]])
  })
})

describe('conditions', () => {
  const { parse } = defineProvider({
    name: 'two',
    shapes: [
      { when: { kind: 'a', version: '1' }, id: 'a', status: 's', source: 'poll' },
      {
        when: { kind: /^b\d$/ },
        inbound: { direction: 'in' },
        id: 'b',
        status: 's',
        source: 'smpp',
      },
      { id: 'c', status: 's' },
    ],
    statuses,
  })
  const all = { a: '1', b: '2', c: '3', s: 'Lost' }

  it.each([
    [{ kind: 'a', version: '1' }, 'poll'],
    [{ kind: 'a' }, 'webhook'],
    [{ kind: 'a', version: 1 }, 'poll'],
    [{ kind: 'a', version: 1.5 }, 'webhook'],
    [{ kind: 'b7' }, 'smpp'],
    [{ kind: 'bb' }, 'webhook'],
    [{ kind: 7 }, 'webhook'],
    [{ kind: ['b7'] }, 'webhook'],
  ])('%j chooses the shape', (more, source) =>
    expect(parse({ ...all, ...more }).events[0]?.source).toBe(source),
  )

  it('take true and false of JSON for the words, as a form writes them', () => {
    const flagged = defineProvider({
      name: 'flagged',
      shapes: [{ intermediate: { isFinal: 'false' }, id: 'id', status: 's' }],
      statuses,
    })
    for (const [isFinal, status] of [
      [false, 'sent'],
      ['false', 'sent'],
      [true, 'undelivered'],
      [undefined, 'undelivered'],
    ] as const)
      expect(flagged.parse({ id: '1', s: 'Failed', isFinal }).events[0]?.status).toBe(status)
  })

  it('tell what came in', () => {
    expect(parse({ kind: 'b7', direction: 'in', b: '2', s: 'Lost' }).issues).toMatchObject([
      { code: 'not-a-receipt' },
    ])
  })

  it('let the likely shape name what is missing', () => {
    expect(parse({ c: '3' }).issues).toMatchObject([{ code: 'invalid', path: ['s'] }])
    expect(parse({ a: '3', kind: 'z' }).issues).toMatchObject([{ code: 'invalid', path: ['s'] }])
    expect(parse({ s: 'Lost' }).issues).toMatchObject([{ code: 'invalid', path: ['a'] }])
    expect(parse({ s: 'Lost', kind: 'b1' }).issues).toMatchObject([
      { code: 'invalid', path: ['b'] },
    ])
  })
})

describe('the zone of a time', () => {
  const { parse } = defineProvider({
    name: 'local',
    shapes: [
      {
        id: 'id',
        status: 'status',
        time: { path: 'at', format: 'iso8601', timeZone: 'Europe/London' },
      },
    ],
    statuses,
  })
  const at = (time: string, timeZone?: string) =>
    parse({ id: 'x', status: 'Lost', at: time }, { timeZone }).events[0]?.occurredAt

  it('is the one in the text, else the context’s, else the provider’s', () => {
    expect(at('2024-07-01 12:00:00')).toBe(Date.UTC(2024, 6, 1, 11))
    expect(at('2024-07-01 12:00:00', 'UTC')).toBe(Date.UTC(2024, 6, 1, 12))
    expect(at('2024-07-01 12:00:00-05:00', 'Asia/Tokyo')).toBe(Date.UTC(2024, 6, 1, 17))
  })
})
