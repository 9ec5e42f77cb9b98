import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { providers } from 'sms-delivery-state/providers'
import { deliveryState } from 'sms-delivery-state/schema'
import { run } from '../../src/cli/run.ts'
import type { Json } from './mutate.ts'
import { seedsOf } from './parse.ts'
import { checkPrototypes, type Target } from './target.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')

const OPTIONS: readonly (readonly string[])[] = [
  ...[[], ['--json'], ['--csv'], ['--explain'], ['--json', '--explain']],
  ...[['--metrics'], ['--metrics', '--json'], ['--metrics', '--csv']],
]

/** The command, with each way to print. A list is a line each; `{ array }` is a JSON array. */
export const commandTargets: readonly Target[] = OPTIONS.map((options) => ({
  name: ['command', ...options].join(' '),
  seeds: commandSeeds,
  check: (input) => checkCommand(options, textOf(input)),
}))

function commandSeeds(): readonly Json[] {
  const receipts = Object.values(providers).flatMap((provider) => seedsOf(provider).slice(0, 1))
  const items = receipts.map((body, i): Json => ({
    ...{ body, receivedAt: NOW - i * 1000, messageId: `m${i % 5}`, attemptId: '1' },
    ...{ flow: 'otp', country: 'EE', source: 'poll', segment: { index: 1, count: 2 }, ref: 'r' },
  }))
  return [
    ...receipts.map((receipt): Json => [receipt]),
    ...items.map((item, i): Json => [item, receipts[(i + 1) % receipts.length] ?? null]),
    ...items.slice(0, 6).map((item): Json => ({ array: [item, item] })),
  ]
}

function textOf(input: Json): string {
  if (typeof input === 'string') return input
  const line = (each: Json) => (typeof each === 'string' ? each : JSON.stringify(each))
  if (Array.isArray(input)) return input.map(line).join('\n')
  const array = typeof input === 'object' ? (input?.['array'] ?? null) : input
  return JSON.stringify(array, undefined, 1)
}

async function checkCommand(options: readonly string[], text: string): Promise<void> {
  const whole = await printed(options, text, 1 << 16)
  checkPrototypes()
  assert.deepEqual(await printed(options, text, 11), whole, 'another result in other chunks')
  const { code, out, err } = whole
  assert.ok(code === 0 || code === 1, `exit code ${code}`)
  // Beside a line's end and tabs, nothing that others wrote speaks to a terminal.
  assert.doesNotMatch(err, SPEAKS, 'standard error speaks to the terminal')
  const isForPrograms = options.includes('--json') || options.includes('--csv')
  if (!isForPrograms) assert.doesNotMatch(out, SPEAKS, 'the result speaks to the terminal')
  if (options.includes('--json'))
    for (const line of out.split('\n').slice(0, -1)) {
      const row = JSON.parse(line) as unknown
      if (!options.includes('--metrics')) deliveryState.parse(row)
    }
  if (options.length === 0)
    for (const line of out.split('\n').slice(0, -1)) assert.equal(line.split('\t').length, 7)
}

const SPEAKS = /[\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/

class Paper extends Writable {
  text = ''

  constructor() {
    super({ decodeStrings: false })
  }

  override _write(text: string, _: string, done: () => void): void {
    this.text += text
    done()
  }
}

async function printed(options: readonly string[], text: string, chunk: number) {
  const [stdout, stderr] = [new Paper(), new Paper()]
  const code = await run(options, { stdin: piecesOf(text, chunk), stdout, stderr, now: () => NOW })
  return { code, out: stdout.text, err: stderr.text }
}

// eslint-disable-next-line @typescript-eslint/require-await -- as a stream gives them
async function* piecesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
