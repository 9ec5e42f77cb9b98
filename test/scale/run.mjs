// A million messages and 5.2 million events through everything that reads them, side by side: npm run prove:scale
// [-- MESSAGES]. Each step is a process of its own, so that its CPU and memory are its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const scripts = join(root, 'node_modules/.cache/scale')
const folder = mkdtempSync(join(tmpdir(), 'sds-scale-'))
const messages = process.argv[2] ?? '1080000'

// When the first is sent, and from one to the next, in ms. A million takes 28 hours, so that some
// windows are still open at the end.
const START = 1_790_000_000_000
const EVERY = 100
const now = `${START + Number(messages) * EVERY}`
const BUCKETS = '16'

const STEPS = [
  'write-log',
  'to-parquet',
  'query',
  'reduce',
  'check-command',
  'twice',
  'buckets',
  'check-buckets',
]
await build({
  entryPoints: STEPS.map((name) => join(root, 'test/scale', `${name}.ts`)),
  outdir: scripts,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
})

/** Runs Node, and tells what it used. */
function step(what, args, stdout = 'inherit') {
  const usage = join(folder, 'usage.json')
  const started = performance.now()
  const { status } = spawnSync(
    process.execPath,
    ['--import', join(root, 'test/scale/usage.mjs'), ...args],
    { cwd: root, env: { ...process.env, USAGE: usage }, stdio: ['ignore', stdout, 'inherit'] },
  )
  if (status !== 0) throw new Error(`${what}: exit code ${status}`)
  const { cpu, megabytes } = JSON.parse(readFileSync(usage, 'utf8'))
  const seconds = (performance.now() - started) / 1000
  const cells = [
    `${cpu.toFixed(1)} s of CPU`,
    `${seconds.toFixed(0)} s`,
    `${megabytes.toFixed(0)} MB`,
  ]
  console.log(`${what.padEnd(44)} ${cells.map((cell) => cell.padStart(16)).join('')}`)
}
const own = (what, name, ...args) => step(what, [join(scripts, `${name}.mjs`), folder, ...args])

function command() {
  const logs = readdirSync(folder).filter((name) => name.endsWith('.ndjson'))
  // It holds the evidence of all messages at once.
  const node = ['--max-old-space-size=12000', join(root, 'dist/cli.js')]
  const options = ['--provider', 'canonical', '--csv', '--now', now]
  step(
    'the command',
    [...node, ...options, ...logs.map((name) => join(folder, name))],
    openSync(join(folder, 'command.csv'), 'w'),
  )
}

try {
  own(`${messages} messages, simulated`, 'write-log', messages, `${START}`, `${EVERY}`)
  own('JSON lines to Parquet', 'to-parquet')
  own('byMessageQuery and stateQuery', 'query', now)
  own('reduceByMessage, and all rows compared', 'reduce', now)
  command()
  own('all rows of it compared', 'check-command')
  own('twice the log', 'twice')
  own(`the same in ${BUCKETS} buckets`, 'buckets', now, BUCKETS)
  own('all rows compared', 'check-buckets')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
