export type Path = readonly (string | number)[]

/** What is no receipt and no field of one, and what has misled a parser before. */
export const strange = (): readonly unknown[] => [
  ...[undefined, null, true, 0, -1, 1.5, NaN, Infinity, 2 ** 53, 10n],
  ...[
    '',
    ' ',
    'null',
    '{',
    '[',
    '{}',
    '=',
    '&&',
    '%',
    '\u0000',
    '\uFEFF',
    'hello',
    '__proto__=1',
    '2026-02-30T25:61:00Z',
  ],
  ...[{}, [], [[]], [null], { constructor: 1 }, { toString: null }],
  ...[Symbol('strange'), () => 'strange', new Map(), new Uint8Array(3)],
]

/** A copy with another value at a path; `undefined` takes away what is there. */
export function changedAt(payload: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(payload))
    return payload.map((item: unknown, i) => (i === step ? changedAt(item, rest, value) : item))
  const { [step]: before, ...others } = payload as Record<string | number, unknown>
  const after = changedAt(before, rest, value)
  return after === undefined ? others : { ...others, [step]: after }
}

/** The path of everything that stands in a receipt, the receipt itself aside. */
export function placesIn(payload: unknown, path: Path = []): Path[] {
  if (typeof payload !== 'object' || payload === null) return []
  return Object.entries(payload).flatMap(([key, value]) => {
    const place = [...path, Array.isArray(payload) ? Number(key) : key]
    return [place, ...placesIn(value, place)]
  })
}

/** A receipt in every form in which a service may have it in hand. */
export function formsOf(
  receipt: object,
  isForm: boolean,
): readonly (readonly [form: string, receipt: unknown])[] {
  const json = JSON.stringify(receipt)
  const bytes = new TextEncoder()
  const search = new URLSearchParams(
    Object.entries(receipt).map(([name, value]) => [name, String(value)]),
  )
  return [
    ['an object', receipt],
    ['JSON text', json],
    ['JSON text with a byte order mark', `\uFEFF${json}\n`],
    ['JSON bytes', bytes.encode(json)],
    ...(isForm
      ? ([
          ['URLSearchParams', search],
          ['form text', search.toString()],
          ['form bytes', bytes.encode(search.toString())],
        ] as const)
      : []),
  ]
}
