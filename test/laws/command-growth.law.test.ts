import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type * as command from '../../src/cli/run.ts'
import { run } from '../../src/cli/run.ts'
import { counted } from './counted.ts'

const { library, workOfPromise } = await counted<typeof command>('./cli/run.ts')

const filled = (length: number, part: string, before = '', after = '') =>
  `${before}${part.repeat(Math.ceil(length / part.length))}${after}`

/** Files that nobody keeps, as long as one likes. */
const files: Readonly<Record<string, (length: number) => string>> = {
  'an array of numbers that does not end': (length) => filled(length, '1,', '['),
  'an array of numbers on a line': (length) => filled(length, '1,', 'x\n[', '1]'),
  'an array of empty objects': (length) => filled(length, '{},', '[', '{}]'),
  'arrays in an array': (length) => filled(length, '[1,1,1,1],', '[', '1]'),
  'brackets that never close': (length) => filled(length, '['),
  'quotes that never close': (length) => filled(length, '["'),
  'an item that is broken at its end': (length) => filled(length, '{"a":1},\n', '[{\n', ']'),
  'numbers on lines': (length) => filled(length, '1\n'),
  'one receipt again and again': (length) => filled(length, 'MessageSid=SM1&MessageStatus=sent\n'),
}

describe.each(Object.entries(files))('%s', (_, textOf) => {
  test('twenty times as much is at most some twenty times the work of the command', async () => {
    const workOf = (length: number) => workOfPromise(() => reduced(library.run, textOf(length)))
    const few = await workOf(10_000)
    expect(few).toBeGreaterThan(0)
    expect((await workOf(200_000)) / few).toBeLessThan(26)
  })
})

test('a number in an array takes the command no more than twenty steps', async () => {
  const textOf = files['an array of numbers that does not end']!
  const work = await workOfPromise(() => reduced(library.run, textOf(2_000_000)))
  expect(work / 1_000_000).toBeLessThan(20)
})

// What a built-in function does by itself is in no count.
test.each(['an array of numbers that does not end', 'an array of numbers on a line'] as const)(
  '%s: ten times as much, to 10 MB, is nothing like its square in time of the processor',
  async (name) => {
    const textOf = files[name]!
    const cpuOf = async (text: string) => {
      const { user, system } = process.cpuUsage()
      await reduced(run, text)
      const after = process.cpuUsage()
      return after.user + after.system - user - system
    }
    const million = textOf(1_000_000)
    await cpuOf(million)
    // In µs; a square would be a hundred times as much. The constant is what little costs.
    expect(await cpuOf(textOf(10_000_000))).toBeLessThan(40 * ((await cpuOf(million)) + 20_000))
  },
)

/** The command reads a text from its standard input, in chunks as a file has them. */
async function reduced(of: typeof run, text: string): Promise<void> {
  const [stdout, stderr] = [new Nowhere(), new Nowhere()]
  const code = await of([], { stdin: chunksOf(text), stdout, stderr, now: () => 0 })
  expect(code).toBeLessThan(2)
}

// eslint-disable-next-line @typescript-eslint/require-await -- as a stream gives them
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16))
}

class Nowhere extends Writable {
  readonly isTTY = false

  override _write(_text: string, _encoding: string, done: () => void) {
    done()
  }
}
