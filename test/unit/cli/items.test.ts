import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ItemSplitter, type Item } from '../../../src/cli/items.ts'
import { recover } from '../../../src/cli/recover.ts'
import { law } from '../../laws/law.ts'

describe('lines', () => {
  it('are items, without the blanks around them; blank ones are none', () =>
    expect(textsOf('\uFEFF\r\n a=1 \r\n\r\n{"b":2}\r\n\t\nc=3')).toEqual([
      '2: a=1',
      '4: {"b":2}',
      '6: c=3',
    ]))

  it('may be arrays, once there was something else', () =>
    expect(textsOf('a=1\n[1,2]\n')).toEqual(['1: a=1', '2: [1,2]']))

  it('of no text at all are none', () => expect(textsOf('\n \r\n')).toEqual([]))
})

describe('an array', () => {
  test.each([
    [
      'on one line',
      '[{"a":1},{"b":[2,{"c":"}"}]}, 3 ,"x"]',
      ['1: {"a":1}', '1: {"b":[2,{"c":"}"}]}', '1: 3', '1: "x"'],
    ],
    ['an item a line', '\n[\n{"a":1},\r\n{"b":2}\n]\n', ['3: {"a":1}', '4: {"b":2}']],
    [
      'pretty',
      '[\n  {\n    "a": "[,"\n  },\n  {\n    "b": 2\n  }\n]',
      ['2: {\n    "a": "[,"\n  }', '5: {\n    "b": 2\n  }'],
    ],
    [
      'with quotes and backslashes',
      String.raw`["\"],", "\\", {"a\\\"]":1}]`,
      [String.raw`1: "\"],"`, String.raw`1: "\\"`, String.raw`1: {"a\\\"]":1}`],
    ],
    ['empty', '[ \n ]', []],
    ['with a comma too many', '[1,,2,]', ['1: 1', '1: 2']],
    ['of arrays', '[[1,2],[]]', ['1: [1,2]', '1: []']],
  ])('%s is its items', (_, text, expected) => expect(textsOf(text)).toEqual(expected))

  it('with a quote too few goes wrong on that line alone', () =>
    expect(textsOf('[1,"a,\n"b", 2]\nc=3')).toEqual(['1: 1', '1: "a,\n"b"', '2: 2', '3: c=3']))

  it('ends, and lines follow', () =>
    expect(textsOf('[1,2]\n[3]\n\nb=4')).toEqual(['1: 1', '1: 2', '2: [3]', '4: b=4']))

  it('that does not end says so', () => {
    expect(itemsOf('[1,\n2').at(-1)).toEqual({
      line: 2,
      text: '',
      inArray: true,
      problem: 'unclosed',
    })
    expect(textsOf('[1,\n2')).toEqual(['1: 1', '2: 2', '2: '])
  })
})

describe('an item that is too long', () => {
  const long = 'x'.repeat(1_000)

  it.each([
    ['a line', `a=1\n${long}\nb=2\n`, ['1: a=1', `2: ${'x'.repeat(200)}`, '3: b=2']],
    ['of an array', `[1,\n"${long}", 2]`, ['1: 1', `2: "${'x'.repeat(199)}`, '2: 2']],
  ])('%s is cut, and what follows is read', (_, text, expected) => {
    for (const size of [1, 64, 5_000]) {
      const items = itemsOf(text, size, 500)
      expect(items.map(({ line, text }) => `${line}: ${text}`)).toEqual(expected)
      expect(items.map(({ problem }) => problem)).toEqual([undefined, 'too-long', undefined])
    }
  })

  it('is never held', () => {
    const splitter = new ItemSplitter(1_000)
    const chunk = 'x'.repeat(1_000_000)
    // A thousand times more than a text of JavaScript can hold, were it kept.
    for (let i = 0; i < 1_000; i++) expect([...splitter.push(chunk)]).toEqual([])
    expect([...splitter.push('\na=1\n')].map(({ line }) => line)).toEqual([1, 2])
  })
})

law(
  'where a text is cut into chunks does not matter',
  fc.property(
    fc.array(
      fc.constantFrom(
        '[',
        ']',
        '{',
        '}',
        '"',
        '\\',
        ',',
        '\n',
        '\r\n',
        ' ',
        'a=1',
        '{"b":"c"}',
        '\uFEFF',
        'é😀',
      ),
      {
        maxLength: 25,
      },
    ),
    fc.constantFrom('', '['),
    fc.integer({ min: 1, max: 9 }),
    (parts, first, size) => {
      const text = first + parts.join('')
      expect(itemsOf(text, size)).toEqual(itemsOf(text))
      const told = (items: Item[]) => items.map(({ line, problem }) => ({ line, problem }))
      expect(told(itemsOf(text, size, 5))).toEqual(told(itemsOf(text, undefined, 5)))
    },
  ),
)

law(
  'an array has the items that JSON says, however it is laid out',
  fc.property(
    fc.array(fc.jsonValue(), { maxLength: 5 }),
    fc.constantFrom(undefined, 1, '\t'),
    (values, space) => {
      const items = itemsOf(JSON.stringify(values, null, space), 3)
      expect(items.map(({ text }) => JSON.parse(text) as unknown)).toEqual(
        JSON.parse(JSON.stringify(values)),
      )
    },
  ),
)

describe('broken JSON in an array', () => {
  const recovered = (text: string) =>
    itemsOf(text)
      .flatMap((item) => [...recover(item)])
      .map(({ line, text, problem = 'whole' }) => `${line}: ${problem}: ${text}`)

  it('gives back the lines that it swallowed', () =>
    expect(recovered('[\n{"a":{"b":1},\n{"c":2},\n{"d":"3},\n{"e":4}\n]\n')).toEqual([
      '2: not-json: {"a":{"b":1},',
      '3: whole: {"c":2}',
      '4: not-json: {"d":"3},',
      '5: whole: {"e":4}',
    ]))

  it('stays in one piece where nothing in it is whole', () =>
    expect(recovered('[\n{\n "a": 1\n')).toEqual(['2: not-json: {\n "a": 1']))
})

function itemsOf(text: string, size = Infinity, longest?: number): Item[] {
  const splitter = new ItemSplitter(longest)
  const items: Item[] = []
  for (let at = 0; at < text.length; at += size)
    items.push(...splitter.push(text.slice(at, at + size)))
  return [...items, ...splitter.end()]
}

const textsOf = (text: string): string[] =>
  itemsOf(text).map(({ line, text }) => `${line}: ${text}`)
