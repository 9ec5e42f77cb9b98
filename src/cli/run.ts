import { createRequire } from 'node:module'
import { helpText } from './help.ts'
import { checkFiles, itemsIn, type Bytes } from './input.ts'
import type { InUse } from './issue-file.ts'
import { IssueLog } from './issue-log.ts'
import { Messages } from './messages.ts'
import { Misuse } from './misuse.ts'
import { optionsOf, type Options } from './options.ts'
import { print, type Output } from './output.ts'
import { printed } from './print.ts'
import { Progress } from './progress.ts'
import { readItem } from './read-item.ts'
import { nameOf } from './row.ts'
import { Tally } from './tally.ts'

/** What the command has around it. */
export interface Streams {
  readonly stdin: Bytes
  readonly stdout: Output
  readonly stderr: Output
  /** ms since the epoch. */
  readonly now: () => number
}

/** The command. Gives its exit code: 0; 1 where there were issues, or the message asked for is not there; 2 for misuse. */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  // What cannot be printed is told to whoever prints it; and of what cannot be told, nobody.
  for (const output of [streams.stdout, streams.stderr]) output.on('error', () => undefined)
  try {
    const options = optionsOf(args)
    if (typeof options === 'object') return await reduceFiles(options, streams)
    await print([options === 'help' ? helpText() : version()], streams.stdout)
    return 0
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    streams.stderr.write(`sms-delivery-state: ${error.message}\n`)
    return 2
  }
}

async function reduceFiles(options: Options, streams: Streams): Promise<number> {
  checkFiles(options.files)
  const issues = new IssueLog(options.issues, filesInUse(options, streams))
  const messages = new Messages({ only: options.message, keepsEvents: options.explain })
  const receipts = await read(options, streams, issues, messages)

  const { stdout, stderr } = streams
  const tally = new Tally()
  const input = { options, now: options.now ?? streams.now(), tally, receipts, issues: issues.count }
  await print(printed(messages, input, stdout.isTTY === true), stdout)

  for (const line of issues.told()) stderr.write(`${line}\n`)
  const missing = tally.messages === 0 ? options.message : undefined
  if (missing !== undefined) stderr.write(`sms-delivery-state: ${missed(missing, messages)}\n`)
  return issues.count > 0 || missing !== undefined ? 1 : 0
}

function missed(message: string, messages: Messages): string {
  const [like, ...others] = messages.idsLike(message)
  const guess = like !== undefined && others.length === 0 ? `; is it ${nameOf(like)}?` : ''
  return `no receipt is of the message ${JSON.stringify(message)}${guess}`
}

function filesInUse({ files, policyFile }: Options, { stdin, stdout, stderr }: Streams): InUse[] {
  return [
    ...files.map((file) => (file === '-' ? { name: 'the standard input', at: stdin.fd } : { name: file, at: file })),
    { name: `--policy ${policyFile}`, at: policyFile },
    { name: 'the standard output', at: stdout.fd },
    { name: 'the standard error', at: stderr.fd },
  ]
}

/** Gives how many receipts there were. */
async function read(options: Options, streams: Streams, issues: IssueLog, messages: Messages): Promise<number> {
  const { files, provider, receiptZone: timeZone } = options
  const progress = new Progress(streams.stderr, streams.now)
  let receipts = 0
  try {
    for (const file of files) {
      for await (const items of itemsIn(file, streams.stdin)) {
        for (const each of items) {
          for (const { item, events, issues } of readItem(each, { provider, timeZone })) {
            for (const event of events) messages.add(event)
            receipts += events.length
            issues.add(file, item, issues)
          }
        }
        progress.tell(receipts)
      }
    }
  } finally {
    progress.end()
    issues.close()
  }
  return receipts
}

function version(): string {
  const { version } = createRequire(import.meta.url)('sms-delivery-state/package.json') as { version: string }
  return version
}
