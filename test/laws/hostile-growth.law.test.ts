import type * as providers from 'sms-delivery-state/providers'
import { anyProvider } from 'sms-delivery-state/providers'
import { describe, expect, test } from 'vitest'
import { counted } from './counted.ts'

const { library, workOf } = await counted<typeof providers>('./providers/index.ts')

const filled = (length: number, part: string, before = '', after = '') =>
  `${before}${part.repeat(Math.ceil(length / part.length))}${after}`

/** Texts that nobody sends, as long as one likes. */
const texts: Readonly<Record<string, (length: number) => string>> = {
  'a list of numbers': (length) => filled(length, '1,', '[', '1]'),
  'a list of empty objects': (length) => filled(length, '{},', '[', '{}]'),
  'lists in a list': (length) => filled(length, '[1,1,1,1],', '[', '1]'),
  'an object in an object': (length) => `${filled(length, '{"a":')}1`,
  'a list in a list': (length) => filled(length / 2, '[') + ']'.repeat(Math.ceil(length / 2)),
  'an object with many fields': (length) =>
    `{${Array.from({ length: length / 10 }, (_, i) => `"k${i}":1`).join()}}`,
  'reports that are none': (length) => filled(length, '1,', '{"results":[', '1]}'),
  'events in an envelope': (length) =>
    JSON.stringify({ Type: 'Notification', Message: filled(length, '1,', '[', '1]') }),
  'words that nobody knows': (length) =>
    filled(length, '{"MessageSid":"SM1","MessageStatus":"x"},', '[', '{}]'),
  'one field of a form': (length) => filled(length, 'a=1&'),
  'many fields of a form': (length) =>
    Array.from({ length: length / 8 }, (_, i) => `k${i}=1`).join('&'),
  'wrong escapes': (length) => filled(length, '%4'),
  'the text of an SMPP receipt again and again': (length) => filled(length, 'id:1 stat:DELIVRD '),
  'a message behind its fields': (length) => filled(length, 'text:x id:1 ', 'id:1 stat:SENT '),
  blanks: (length) => filled(length, ' ', 'id:1', 'stat:DELIVRD'),
  'question marks': (length) => filled(length, '?', '/'),
}

describe.each(Object.entries(texts))('%s', (_, textOf) => {
  test.each([
    ['parse', (text: string) => library.anyProvider.parse(text)],
    ['detect', (text: string) => library.detect(text)],
  ])('twenty times as much is at most some twenty times the work of %s', (__, read) => {
    const few = workOf(() => read(textOf(10_000)))
    expect(few).toBeGreaterThan(0)
    expect(workOf(() => read(textOf(200_000))) / few).toBeLessThan(26)
  })
})

// What a built-in function does by itself is in no count.
describe.each([
  'a list of numbers',
  'an object with many fields',
  'one field of a form',
  'the text of an SMPP receipt again and again',
] as const)('%s', (name) => {
  test('ten times as much, to 10 MB, is nothing like its square in time of the processor', () => {
    const cpuOf = (text: string) => {
      const { user, system } = process.cpuUsage()
      anyProvider.parse(text)
      const after = process.cpuUsage()
      return after.user + after.system - user - system
    }
    const textOf = texts[name]!
    const million = textOf(1_000_000)
    cpuOf(million)
    // In µs; a square would be a hundred times as much. The constant is what little costs.
    expect(cpuOf(textOf(10_000_000))).toBeLessThan(40 * (cpuOf(million) + 20_000))
  })
})
