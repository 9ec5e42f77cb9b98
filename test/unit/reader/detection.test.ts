import { describe, expect, it } from 'vitest'
import { defineProvider, type ShapeSpec } from '../../../src/providers/index.ts'
import { detection } from '../../../src/reader/detection.ts'
import { load, newScope } from '../../../src/reader/reading.ts'
import type { Provider } from '../../../src/receipts/provider.ts'

const provider = (name: string, ...shapes: ShapeSpec[]) =>
  defineProvider({ name, shapes, statuses: { sent: 'sent' } })

function among(all: readonly Provider[]) {
  const find = detection(all)
  return (receipt: unknown) => {
    const scope = newScope()
    load(scope, receipt)
    return find(scope)?.provider.name
  }
}

describe('detection', () => {
  const plain = provider('plain', { id: 'id', status: 'status' })
  const marked = provider('marked', { id: 'id', status: 'status', when: { kind: 'dlr' } })
  const nested = provider('nested', { within: 'data.items[]', id: 'id', status: 'status' })
  const text = provider('text', {
    toFields: (receipt) => (receipt === 'OK' || receipt === 5 ? { a: '1', b: 'sent' } : undefined),
    id: 'a',
    status: 'b',
  })
  const nameless = provider('nameless', { status: 'state', when: { 'meta.from': 'acme' } })
  // Made anew for each, since it looks at the shapes when it is first asked.
  const find = (receipt: unknown) => among([plain, marked, nested, text, nameless])(receipt)

  it.each([
    [{ id: '1', status: 'sent' }, 'plain'],
    [{ id: '1', status: 'sent', kind: 'dlr' }, 'marked'],
    [{ id: '1', status: 'sent', kind: 'other' }, 'plain'],
    [{ data: { items: [{}, { id: '1', status: 'sent' }] } }, 'nested'],
    [{ data: { items: [{ id: '1' }] } }, undefined],
    [{ data: { items: {} } }, undefined],
    ['OK', 'text'],
    ['NO', undefined],
    [5, undefined],
    [{ state: 'sent', meta: { from: 'acme' } }, 'nameless'],
    [{ state: 'sent', meta: { from: 'other' } }, undefined],
    [{ status: 'sent' }, undefined],
    [{}, undefined],
    [undefined, undefined],
    [null, undefined],
  ])('%j is of %s', (receipt, name) => expect(find(receipt)).toBe(name))

  it('names nobody where two fit equally', () => {
    const other = provider('other', { id: ['key', 'id'], status: 'status' })
    const alsoMarked = provider('also-marked', {
      id: 'id',
      status: 'status',
      when: { kind: /dlr/ },
    })
    const receipt = { id: '1', status: 'sent' }
    expect(among([plain, other])(receipt)).toBeUndefined()
    expect(among([plain, other])({ key: '1', status: 'sent' })).toBe('other')
    expect(among([plain, other, marked])({ ...receipt, kind: 'dlr' })).toBe('marked')
    expect(among([marked, alsoMarked])({ ...receipt, kind: 'dlr' })).toBeUndefined()
  })

  it('is in no doubt between two shapes of one provider', () => {
    const twice = provider(
      'twice',
      { id: 'id', status: 'status' },
      { id: ['id'], status: ['status', 'state'] },
    )
    expect(among([twice])({ id: '1', status: 'sent' })).toBe('twice')
  })

  it('lets no proxy throw', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    for (const receipt of [
      { data: proxy },
      { data: new Proxy({}, { ownKeys: () => expect.fail('not data') }) },
    ])
      expect(find(receipt)).toBeUndefined()
  })

  it('looks for the fields of shapes that may fit, and for no others, however many there are', () => {
    const among500 = (shapeOf: (i: number) => ShapeSpec) =>
      among([...Array.from({ length: 500 }, (_, i) => provider(`p${i}`, shapeOf(i))), text])
    const asked = new Set<PropertyKey>()
    const watched = (fields: object) =>
      new Proxy(fields, { get: (_, key) => (asked.add(key), Reflect.get(fields, key)) })
    const numbered = () => [...asked].filter((key) => /\d/.test(String(key)))

    const byId = among500((i) => ({ id: `id${i}`, status: 'status', when: { type: 'dlr' } }))
    expect(byId(watched({ id7: '1', status: 'sent', type: 'dlr' }))).toBe('p7')
    expect(numbered()).toEqual(['id7'])

    // A field may be in a place that many share.
    asked.clear()
    const byMark = among500((i) => ({
      id: ['id', `id${i}`],
      status: 'status',
      when: { [`type${i}`]: 'dlr' },
    }))
    expect(byMark(watched({ id: '1', status: 'sent', type7: 'dlr' }))).toBe('p7')
    expect(numbered()).toEqual(['type7'])
  })
})
