import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkEvent } from '../../src/event/checked-event.ts'
import { STATUSES } from '../../src/event/status.ts'
import { ISSUE_CODES, type Parsed, type Provider } from '../../src/receipts/provider.ts'
import { changedAt as changed, type Path } from '../../src/testing/mutations.ts'

/** A receipt, and where its fields are. */
export interface Target {
  readonly receipt: object
  readonly id?: Path
  readonly status: Path
  readonly optional: readonly { readonly path: Path }[]
  /** Makes what is sent of the fields. */
  readonly write?: (fields: object) => object | string
}

/** Whatever comes, a provider does not throw, and what it answers is lawful. */
export function hostile(provider: Provider, shapes: readonly Target[]): void {
  const anything = anythingWith(shapes.flatMap(pathsOf))

  it('throws on no data', () => {
    fc.assert(
      fc.property(anything, (data) => sound(provider.parse(data))),
      { numRuns: 1000 },
    )
  })

  it('throws on no data in the place of a field', () => {
    const places = shapes.flatMap((shape) =>
      pathsOf(shape).flatMap((path) =>
        path.map((_, i) => ({
          receipt: shape.receipt,
          write: shape.write ?? asItIs,
          path: path.slice(0, i + 1),
        })),
      ),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, ({ receipt, write, path }, data) => {
        sound(provider.parse(write(changed(receipt, path, data) as object)))
      }),
      { numRuns: 1000 },
    )
  })

  it('throws on no text and no bytes', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.string().map((text) => `{${text}`),
      fc.webQueryParameters(),
    )
    fc.assert(fc.property(texts, (text) => sound(provider.parse(text))))
    fc.assert(fc.property(fc.uint8Array(), (bytes) => sound(provider.parse(bytes))))
  })

  it('takes large and deep data in its stride', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    expect(provider.parse(deep).issues).toHaveLength(1)
    expect(provider.parse(`{"a":`.repeat(200_000) + '1' + '}'.repeat(200_000)).issues).toHaveLength(
      1,
    )
    expect(provider.parse('x'.repeat(5_000_000)).issues).toHaveLength(1)
    expect(provider.parse('a=1&'.repeat(500_000)).issues).toHaveLength(1)
    const receipts = shapes.slice(0, 1).map(({ receipt, write = asItIs }) => write(receipt))
    expect(provider.parse(Array.from({ length: 200_000 }, () => receipts[0])).events).toHaveLength(
      200_000,
    )
    const sparse: unknown[] = []
    sparse[4_294_967_294] = receipts[0]
    expect(provider.parse(sparse).events).toHaveLength(1)
    const cyclic: unknown[] = []
    cyclic.push(cyclic, { cyclic })
    expect(provider.parse(cyclic).events).toEqual([])
  })
}

const asItIs = (receipt: object) => receipt

const pathsOf = ({ id, status, optional }: Target): Path[] => [
  ...(id ? [id] : []),
  status,
  ...optional.map(({ path }) => path),
]

/**
 * Whatever comes: plain values, and things that JSON has not. Keys of receipts are more frequent
 * than chance would have them.
 */
const anythingWith = (paths: readonly Path[]) =>
  fc.anything({
    key: fc.oneof(
      fc.string(),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        'length',
        ...paths.flat().map(String),
      ),
    ),
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  })

/** Whatever was parsed, the answer is one that the rest of the library can take. */
function sound({ events, issues }: Parsed): void {
  for (const event of events) {
    checkEvent(event, 'test: ')
    expect(Object.values(event)).not.toContain(undefined)
    expect(JSON.parse(JSON.stringify(event))).toStrictEqual(event)
    expect(STATUSES).toContain(event.status)
  }
  for (const issue of issues) {
    expect(ISSUE_CODES).toContain(issue.code)
    expect(issue.message).toMatch(/^[a-z_]+: ./)
    expect(
      Object.keys(issue).filter((key) => issue[key as keyof typeof issue] === undefined),
    ).toEqual([])
  }
}
