import fc from 'fast-check'
import { changedAt, placesIn, type Path } from '../../src/testing/mutations.ts'

/** What JSON holds, and so a file of a case. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One change of an input: where, of all its places, and what. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number]
  readonly place: number
  /** What to take, or how much, where a kind has a choice. */
  readonly choice: number
  readonly value: Json
}

const KINDS = [
  ...([
    'replace',
    'replace',
    'remove',
    'rename',
    'add',
    'wrap',
    'nest',
    'repeat',
    'graft',
  ] as const),
  ...(['text', 'text', 'text', 'word', 'number', 'encode'] as const),
] as const

/** Texts that have misled a parser before. */
const ODD = [
  ...[
    '',
    ' ',
    '\0',
    '\uFEFF',
    '\uD800',
    '\uDC00',
    '\u202E',
    '\u2028',
    '\n',
    '\r\n',
    '\t',
    '\x1B[2J',
  ],
  ...['%', '%00', '%ED%A0%80', '&', '&&', '=', '+', '?', '/', 'https://', '"', '\\', '{', '[', ']'],
  ...['null', 'true', '0', '-1', '1e400', '9007199254740993', 'NaN', '__proto__', 'constructor'],
  ...[
    '2026-02-30T25:61:00Z',
    '2026-11-21T09:00:00Z',
    '2611210900',
    '0000000000',
    'ſent',
    'İD',
    ':',
  ],
  ...['id:', 'stat:', 'text:', 'submit date:', 'a'.repeat(513), '😀'.repeat(257)],
]

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, 1, -1, 0.5, 2 ** 53, 1e21, 1e300, 255, 256, [], {}),
  fc.constantFrom<Json>(...ODD),
  fc.constantFrom<Json>([[]], [null], [{}], { length: 3 }, { toString: null, valueOf: 1 }),
  fc.constantFrom<Json>(1_795_165_203_000, 1_795_165_203, 1_795_165_203_000_000, '1795165203'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

/** One to four changes, as chance would have them. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    place: fc.nat(),
    choice: fc.nat(),
    value,
  }),
  { minLength: 1, maxLength: 4 },
)

/** Larger inputs find nothing that small ones do not, and take their time. */
const LARGEST = 20_000

/** The input with all the changes; `words` are texts and keys of its kind. */
export function mutated(
  input: Json,
  changes: readonly Mutation[],
  { words, other }: { readonly words: readonly string[]; readonly other: Json },
): Json {
  const after = changes.reduce((before, change) => mutate(before, change, words, other), input)
  return JSON.stringify(after).length > LARGEST ? input : after
}

function mutate(input: Json, change: Mutation, words: readonly string[], other: Json): Json {
  const { kind, choice, value } = change
  const path = nth<Path>([[], ...placesIn(input)], change.place) ?? []
  const found = at(input, path)
  const put = (value: Json | undefined) => changedAt(input, path, value) as Json
  const word = nth(words, choice) ?? ''
  switch (kind) {
    case 'replace':
      return put(value)
    case 'remove':
      return path.length > 0 ? removed(input, path) : input
    case 'rename':
      return path.length > 0
        ? (changedAt(removed(input, path), [...path.slice(0, -1), word], found) as Json)
        : input
    case 'add':
      return Array.isArray(found)
        ? put([...found, value])
        : isObject(found)
          ? put(withKey(found, choice % 3 > 0 ? word : odd(choice), value))
          : input
    case 'wrap':
      return put(choice % 2 > 0 ? [found] : withKey({}, word, found))
    case 'nest':
      return put(Array.from({ length: choice % 40 }).reduce<Json>((inner) => [inner], found))
    case 'repeat':
      return put(Array.from({ length: choice % 20 }, () => found))
    case 'graft':
      return put(at(other, nth<Path>([[], ...placesIn(other)], choice) ?? []))
    case 'text':
      return typeof found === 'string' ? put(withText(found, choice, odd(change.place))) : input
    case 'word':
      return put(word)
    case 'number':
      return typeof found === 'number' ? put(numbers(found)[choice % 6] ?? 0) : input
    case 'encode':
      return put(JSON.stringify(found))
  }
}

const odd = (choice: number): string => nth(ODD, choice) ?? ''

const nth = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % items.length]

const isObject = (found: Json): found is { [key: string]: Json } =>
  typeof found === 'object' && found !== null && !Array.isArray(found)

export const at = (input: Json, path: Path): Json =>
  path.reduce<Json>((found, step) => (found as Record<string | number, Json>)[step] ?? null, input)

/** An own key, `__proto__` too, as JSON.parse makes it. */
const withKey = (found: { [key: string]: Json }, key: string, value: Json): Json =>
  Object.fromEntries([...Object.entries(found), [key, value]])

/** Without what is at a path: an item of a list leaves no hole. */
export function removed(input: Json, path: Path): Json {
  const step = path.at(-1)
  const parent = at(input, path.slice(0, -1))
  if (Array.isArray(parent))
    return changedAt(
      input,
      path.slice(0, -1),
      parent.filter((_, i) => i !== step),
    ) as Json
  return changedAt(input, path, undefined) as Json
}

const numbers = (found: number): readonly number[] => [
  ...[found + 1, found - 1, -found, found / 2, found * 1000, Math.floor(found / 1000)],
]

/** An odd text put in, or another case, or a part cut out, or a part twice. */
function withText(text: string, choice: number, odd: string): string {
  const from = choice % (text.length + 1)
  const to = from + ((choice >> 3) % 9)
  switch (choice % 7) {
    case 0:
      return text.slice(0, from) + text.slice(to)
    case 1:
      return text.slice(0, to) + text.slice(from)
    case 2:
      return text.toUpperCase()
    case 3:
      return text.toLowerCase()
    default:
      return text.slice(0, from) + odd + text.slice(from)
  }
}
