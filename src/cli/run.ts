import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { calendarOf } from '../explain/calendar.ts'
import { helpText } from './help.ts'
import { checkFiles, itemsIn, type Bytes } from './input.ts'
import { IssueLog } from './issue-log.ts'
import { Messages } from './messages.ts'
import { Misuse } from './misuse.ts'
import { optionsOf, type Options } from './options.ts'
import { linesOf } from './print.ts'
import { Progress } from './progress.ts'
import { readItem } from './read-item.ts'
import { plural, Tally } from './tally.ts'

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean | undefined }

/** What the command has around it. */
export interface World {
  readonly stdin: Bytes
  readonly stdout: Output
  readonly stderr: Output
  /** ms since the epoch. */
  readonly now: () => number
}

/** The command. Gives its exit code: 0, 1 where there were issues or the message asked for is not there, 2 for misuse. */
export async function run(args: readonly string[], world: World): Promise<number> {
  try {
    const options = optionsOf(args)
    if (options === 'help') await print([helpText()], world.stdout)
    else if (options === 'version') await print([version()], world.stdout)
    else return await reduceFiles(options, world)
    return 0
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    world.stderr.write(`sms-delivery-state: ${error.message}\n`)
    return 2
  }
}

async function reduceFiles(options: Options, world: World): Promise<number> {
  checkFiles(options.files)
  const issues = new IssueLog(options.issues, options.files)
  const messages = new Messages({ only: options.message, keepsEvents: options.explain })
  const receipts = await read(options, world, issues, messages)

  const { stdout, stderr } = world
  const now = options.now ?? world.now()
  const tally = new Tally()
  const count = tally.add.bind(tally)
  await print(linesOf(messages, { options, now, isTerminal: stdout.isTTY === true, count }), stdout)
  if (!options.json) await print(summary(options, now, tally, receipts, issues.count), stdout)

  for (const line of issues.told) stderr.write(`${line}\n`)
  const untold = issues.count - issues.told.length
  if (untold > 0)
    stderr.write(`… and ${plural(untold, 'more issue')}${options.issues === undefined ? '; --issues FILE keeps them all' : ''}\n`)
  const isMissing = options.message !== undefined && tally.messages === 0
  if (isMissing) stderr.write(`sms-delivery-state: no receipt is of the message ${JSON.stringify(options.message)}\n`)
  return issues.count > 0 || isMissing ? 1 : 0
}

/** Gives how many receipts there were. */
async function read(
  { files, provider, receiptZone }: Options,
  world: World,
  issues: IssueLog,
  messages: Messages,
): Promise<number> {
  const progress = new Progress(world.stderr.isTTY ? world.stderr : undefined, world.now)
  let receipts = 0
  try {
    for (const file of files) {
      for await (const items of itemsIn(file, world.stdin)) {
        for (const each of items) {
          for (const { item, events, complaints } of readItem(each, { provider, timeZone: receiptZone })) {
            for (const event of events) messages.add(event)
            receipts += events.length
            issues.add(file, item, complaints)
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

function* summary(
  { policy, isPolicyAssumed, timeZone }: Options,
  now: number,
  tally: Tally,
  receipts: number,
  issues: number,
): Generator<string> {
  const { messages, conflicts, outcomes, statuses } = tally
  yield ''
  yield `${plural(messages, 'message')}${messages > 0 ? `: ${outcomes}` : ''}`
  if (messages > 0) yield `by status: ${statuses}`
  yield `${plural(receipts, 'receipt')}, ${plural(issues, 'issue')}, ${plural(conflicts, 'conflict')}`
  const assumed = isPolicyAssumed ? ' (unless told by --flow or --policy)' : ''
  yield `policy ${policy.name}${assumed}, as of ${calendarOf(timeZone, '').beside(undefined, now)} ${timeZone}`
}

/** Waits for a reader that is slow, and ends quietly where it has gone away. */
async function print(lines: Iterable<string>, output: Output): Promise<void> {
  try {
    await pipeline(Readable.from(blocksOf(lines)), output, { end: false })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

/** A write a line would be slow. */
function* blocksOf(lines: Iterable<string>): Generator<string> {
  let block = ''
  for (const line of lines) {
    block += `${line}\n`
    if (block.length < 16_384) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}

function version(): string {
  const { version } = createRequire(import.meta.url)('sms-delivery-state/package.json') as { version: string }
  return version
}
