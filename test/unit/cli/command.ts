import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, onTestFinished } from 'vitest'
import type { Bytes } from '../../../src/cli/input.ts'
import { run } from '../../../src/cli/run.ts'

/** The command with streams of the test's own: what it prints, and its exit code. */
export async function command(
  args: readonly string[],
  {
    input = '',
    chunk = 7,
    isTTY = false,
    now = () => Date.parse('2026-11-21T12:00:00Z'),
    stdout = new Paper(isTTY),
    stderr = new Paper(isTTY),
  }: Partial<Around> = {},
): Promise<Printed> {
  const stdin = typeof input === 'string' ? piecesOf(input, chunk) : input
  const code = await run(args, { stdin, stdout, stderr, now })
  // They are not the command's to end.
  expect([stdout.writableEnded, stderr.writableEnded]).toEqual([false, false])
  const [, err = '', summary = ''] =
    /^([^]*?)(\d+ messages?(?::|\n\d+ receipt)[^]*)?$/.exec(stderr.text) ?? []
  return { code, out: stdout.text, err, summary }
}

interface Printed {
  readonly code: number
  readonly out: string
  /**
   * What was told beside the result, and the summary after it, where that is not with the result.
   */
  readonly err: string
  readonly summary: string
}

interface Around {
  input: string | Bytes
  /** How many bytes come together. */
  chunk: number
  isTTY: boolean
  now: () => number
  stdout: Paper
  stderr: Paper
}

export class Paper extends Writable {
  text = ''
  /** Of the file that it is, where it is one. */
  fd: number | undefined

  constructor(readonly isTTY: boolean) {
    super({ decodeStrings: false })
  }

  override _write(text: string, _: string, done: () => void) {
    this.text += text
    done()
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- as a stream gives them
export async function* piecesOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A file for one test. */
export function file(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sms-delivery-state-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** Twilio's callback, as it comes. */
export const callback = (id: string, status: string): string =>
  `MessageSid=SM${id.padStart(32, '0')}&MessageStatus=${status}`

/** The name of a message that nothing ties to one of ours. */
export const nameOf = (id: string): string => `twilio:SM${id.padStart(32, '0')}`

export const at = (time: string): string => `2026-11-21T${time}Z`

/** A submission that answers with the provider's id, and what came of it. */
export const log = [
  { receivedAt: at('09:00:02'), body: callback('1', 'sent') },
  {
    receivedAt: at('09:00:00'),
    messageId: 'login-1',
    attemptId: '1',
    source: 'response',
    body: callback('1', 'queued'),
  },
  { receivedAt: at('09:07:03'), body: callback('1', 'delivered') },
  { receivedAt: at('09:00:01'), body: `${callback('2', 'undelivered')}&ErrorCode=30003` },
]
export const lines = log.map((each) => JSON.stringify(each)).join('\n')
