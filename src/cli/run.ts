import { createRequire } from 'node:module'
import { helpText } from './help.ts'
import { checkFiles, itemsIn, type Bytes } from './input.ts'
import { IssueLog } from './issue-log.ts'
import { Messages } from './messages.ts'
import { Misuse } from './misuse.ts'
import { optionsOf, type Options } from './options.ts'
import { print, type Output } from './output.ts'
import { OutputFile, type InUse } from './output-file.ts'
import { pageOf } from './page.ts'
import { printed, printedMetrics } from './print.ts'
import { Progress } from './progress.ts'
import { Reader } from './reader.ts'
import { nameOf } from './row.ts'
import { summarizeMessages } from './summarize-messages.ts'
import { summaryOf, type SummaryInput } from './summary.ts'
import { Tally } from './tally.ts'

/** What the command has around it. */
export interface Streams {
  readonly stdin: Bytes
  readonly stdout: Output
  readonly stderr: Output
  /** ms since the epoch. */
  readonly now: () => number
}

/**
 * The command. Gives its exit code: 0; 1 where there were issues, or the message asked for is not
 * there; 2 for misuse.
 */
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
  const { issuesFile, pageFile } = openFiles(options, streams)
  const log = new IssueLog(issuesFile)
  const messages = new Messages({
    only: options.message,
    keepsEvents: options.explain || pageFile !== undefined,
  })
  const receipts = await read(options, streams, log, messages)
  issuesFile?.close()

  const now = options.now ?? streams.now()
  const input = { options, now, tally: new Tally(), receipts, issues: log.count }
  await printResult(messages, input, log, streams)
  if (pageFile !== undefined) {
    for (const part of pageOf(messages, input)) pageFile.write(part)
    pageFile.close()
  }
  return log.count > 0 || isMissing(input) ? 1 : 0
}

/** The message asked for is not there. */
const isMissing = ({ options, tally }: SummaryInput): boolean =>
  options.message !== undefined && tally.messages === 0

/** In a pipe, the standard output has the rows alone: the summary is for whoever looks on. */
async function printResult(
  messages: Messages,
  input: SummaryInput,
  log: IssueLog,
  { stdout, stderr }: Streams,
): Promise<void> {
  const { options, now, tally } = input
  const isTerminal = stdout.isTTY === true
  const result = options.metrics
    ? printedMetrics(summarizeMessages(messages, { options, now }, tally), options, isTerminal)
    : printed(messages, input, isTerminal)
  const isBeside = isTerminal && !options.csv && !options.json
  const isRead = await print(isBeside ? followed(result, input) : result, stdout)
  for (const line of log.told()) stderr.write(`${line}\n`)
  if (isMissing(input)) stderr.write(`sms-delivery-state: ${missed(options.message!, messages)}\n`)
  if (isBeside || options.json || !isRead) return
  for (const line of summaryOf(input)) stderr.write(`${line}\n`)
}

function* followed(result: Iterable<string>, input: SummaryInput): Generator<string> {
  yield* result
  yield ''
  yield* summaryOf(input)
}

function missed(message: string, messages: Messages): string {
  const [like, ...others] = messages.idsLike(message)
  const guess = like !== undefined && others.length === 0 ? `; is it ${nameOf(like)}?` : ''
  return `no receipt is of the message ${JSON.stringify(message)}${guess}`
}

/** @throws Misuse where one cannot be written, or is in use */
function openFiles(
  { issues, html, files, policyFile }: Options,
  { stdin, stdout, stderr }: Streams,
) {
  const inUse: InUse[] = [
    ...files.map((file) =>
      file === '-' ? { name: 'the standard input', at: stdin.fd } : { name: file, at: file },
    ),
    { name: `--policy ${policyFile}`, at: policyFile },
    { name: 'the standard output', at: stdout.fd },
    { name: 'the standard error', at: stderr.fd },
  ]
  const issuesFile = issues === undefined ? undefined : new OutputFile('--issues', issues, inUse)
  const others = [...inUse, { name: `--issues ${issues}`, at: issuesFile?.fd }]
  const pageFile = html === undefined ? undefined : new OutputFile('--html', html, others)
  return { issuesFile, pageFile }
}

/** Gives how many receipts there were. */
async function read(
  options: Options,
  streams: Streams,
  log: IssueLog,
  messages: Messages,
): Promise<number> {
  const progress = new Progress(streams.stderr, streams.now)
  let receipts = 0
  try {
    for (const file of options.files) {
      const reader = new Reader(file, options, messages, log)
      for await (const items of itemsIn(file, streams.stdin)) {
        for (const item of items) reader.read(item)
        progress.tell(receipts + reader.receipts)
      }
      receipts += reader.receipts
    }
  } finally {
    progress.end()
  }
  return receipts
}

function version(): string {
  const { version } = createRequire(import.meta.url)('sms-delivery-state/package.json') as {
    version: string
  }
  return version
}
