import { describe, expect, it } from 'vitest'
import { compile, NO_ERROR, NO_FAILURE, pathTo, type Shape } from '../../../src/reader/compile.ts'
import type { ProviderSpec, ShapeSpec } from '../../../src/reader/spec.ts'
import { TIME_FORMATS } from '../../../src/reader/times.ts'

const read: Shape['read'] = () => undefined
const shapesOf = (shapes: readonly ShapeSpec[], spec: Partial<ProviderSpec> = {}) =>
  compile({ name: 'acme', statuses: { OK: 'delivered' }, ...spec, shapes }, read)
const shapeOf = (shape: Partial<ShapeSpec>, spec?: Partial<ProviderSpec>): Shape =>
  shapesOf([{ id: 'id', status: 'status', ...shape }], spec)[0]!

const id = pathTo(['id'])
const status = pathTo(['status'])
const word = {
  confirmedBy: undefined,
  reason: undefined,
  permanent: undefined,
  read: undefined,
  ignoresCode: undefined,
  isNegative: false,
}

describe('a compiled shape', () => {
  it('has all that it can have, or nothing', () => {
    const shape = shapeOf({})
    expect(shape).toStrictEqual({
      provider: 'acme',
      words: new Map([
        ['ok', { ...word, status: 'delivered' }],
        ['OK', { ...word, status: 'delivered' }],
      ]),
      codes: new Map(),
      unlistedCode: { ...NO_FAILURE, reason: 'unknown' },
      source: 'webhook',
      toFields: undefined,
      list: [],
      report: pathTo([]),
      required: [id, status],
      when: [],
      inbound: [],
      intermediate: [],
      id: [id],
      recipient: [],
      status: [status],
      codeFields: [],
      permanent: [],
      times: [],
      index: [],
      count: [],
      eventId: [],
      reference: [],
      read,
      sameLayout: [shape],
      sameList: [shape],
    })
    expect(NO_FAILURE).toStrictEqual({
      reason: undefined,
      status: undefined,
      permanent: undefined,
      warning: false,
      confirmedBy: undefined,
    })
    expect(pathTo([])).toStrictEqual({ list: undefined, keys: [], isNullAWord: false })
  })

  it('has its paths split, with indexes as numbers', () => {
    const shape = shapeOf({
      code: ['errors.0.code', '10.01.1a.a1', '7.100'],
      eventId: 'e',
      reference: 'r',
    })
    expect(shape.codeFields).toEqual([
      [pathTo(['errors', 0, 'code'])],
      [pathTo([10, '01', '1a', 'a1'])],
      [pathTo([7, 100])],
    ])
    expect([shape.eventId, shape.reference]).toEqual([[pathTo(['e'])], [pathTo(['r'])]])
  })

  it('has its paths within another, from the receipt on or from the items of a list', () => {
    const { id, list, report, required } = shapeOf({ within: 'data' })
    expect([id, list, report, required]).toEqual([
      [pathTo(['data', 'id'])],
      [],
      pathTo([]),
      [pathTo(['data', 'id']), pathTo(['data', 'status'])],
    ])
    const items = shapeOf({ within: 'a.items[].b' })
    expect([items.id, items.list, items.report, items.required]).toEqual([
      [pathTo(['b', 'id'], ['a', 'items'])],
      [pathTo(['a', 'items'])],
      pathTo([], ['a', 'items']),
      [pathTo(['a', 'items'])],
    ])
    for (const list of [{ id: 'l[].id' }, { status: 'l[].status' }, { recipient: 'l[].to' }])
      expect(shapeOf(list).list).toEqual([pathTo(['l'])])
    expect(shapeOf({ status: 'l[]' }).status).toEqual([pathTo([], ['l'])])
  })

  it('is told by its marks and its status if it has no id', () => {
    const { when, required } = shapeOf({ id: undefined, when: { 'meta.from': 'acme' } })
    const from = pathTo(['meta', 'from'])
    expect(when).toEqual([{ paths: [from], wanted: 'acme' }])
    expect(required).toEqual([from, status])
    expect(shapeOf({ when: { 'meta.from': 'acme' } }).required).toEqual([id, status])
  })

  it('takes null for a word if its table has it', () => {
    expect(shapeOf({ statuses: { null: 'queued' } }).status).toEqual([
      { ...status, isNullAWord: true },
    ])
  })

  it('has its own tables, or those of the provider', () => {
    const spec = { codes: { 1: 'network' }, unlistedCodes: 'account' } as const
    expect([...shapeOf({}, spec).codes]).toEqual([['1', { ...NO_FAILURE, reason: 'network' }]])
    expect(shapeOf({}, spec).unlistedCode).toEqual({ ...NO_FAILURE, reason: 'account' })
    expect(shapeOf({ codes: {}, unlistedCodes: null }, spec)).toMatchObject({
      codes: new Map(),
      unlistedCode: NO_ERROR,
    })
    expect([...shapeOf({ statuses: {} }).words]).toEqual([])
  })

  it('has rows of one layout, each by its text and by its lower case', () => {
    const row = { status: 'failed', reason: 'network', permanent: true, ignoresCode: true } as const
    const opened = { status: 'delivered', confirmedBy: 'handset', read: true } as const
    const { words, codes } = shapeOf({
      statuses: { Bad: row, SEEN: opened, bad: 'sent' },
      codes: {
        E1: { reason: 'network', status: 'expired', permanent: false, warning: true },
        E2: { reason: 'account' },
        E3: { confirmedBy: 'platform' },
        E4: null,
      },
    })
    expect(Object.fromEntries(words)).toStrictEqual({
      Bad: { ...word, ...row, isNegative: true },
      bad: { ...word, status: 'sent' },
      SEEN: { ...word, ...opened },
      seen: { ...word, ...opened },
    })
    const first = { reason: 'network', status: 'expired', permanent: false, warning: true }
    expect(codes.get('e1')).toStrictEqual({ ...first, confirmedBy: undefined })
    expect(codes.get('E2')).toStrictEqual({ ...NO_FAILURE, reason: 'account' })
    expect(codes.get('E3')).toStrictEqual({ ...NO_FAILURE, confirmedBy: 'platform' })
    expect(codes.get('E4')).toBe(NO_ERROR)
  })

  it('has its times in order, each with its reader', () => {
    const format = () => 0
    const at = pathTo(['at'])
    const { times, index, count, permanent } = shapeOf({
      time: [
        { path: 'at', format: 'iso8601', none: '0', timeZone: 'Europe/London' },
        { path: ['done', 'at'], format },
      ],
      segment: { index: 'part', count: 'parts' },
      permanent: 'final',
    })
    expect(times).toStrictEqual([
      {
        paths: [at],
        read: TIME_FORMATS.iso8601,
        format: 'iso8601',
        none: '0',
        timeZone: 'Europe/London',
      },
      {
        paths: [pathTo(['done']), at],
        read: format,
        format: undefined,
        none: undefined,
        timeZone: undefined,
      },
    ])
    expect([index, count, permanent]).toEqual([
      [pathTo(['part'])],
      [pathTo(['parts'])],
      [pathTo(['final'])],
    ])
  })

  it('knows the shapes that lay a receipt out as it does, and those of the same list', () => {
    const toFields = () => ({})
    const id = 'id'
    const [plain, list, other, laidOut, laidOutList] = shapesOf([
      { id, status: 'status' },
      { within: 'a.b[]', id, status: 'state' },
      { within: 'a.c[]', id, status: 'state' },
      { toFields, id, status: 'status' },
      { toFields, within: 'a.b[]', id, status: 'word' },
    ]) as [Shape, Shape, Shape, Shape, Shape]
    expect(plain.sameLayout).toEqual([plain, list, other])
    expect(laidOutList.sameLayout).toEqual([laidOut, laidOutList])
    expect(
      [plain, list, other, laidOut, laidOutList].map((shape) => shape.sameList.length),
    ).toEqual([1, 1, 1, 1, 1])
    const [first, second] = shapesOf([
      { within: 'a.b[]', id, status: 'state' },
      { within: 'a.b[].d', id, status: 'state' },
    ])
    expect(first?.sameList).toEqual([first, second])
  })
})
