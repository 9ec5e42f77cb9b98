// A morning's receipts from five providers, for three flows: `npm run demo`.
// For whoever wants to see what the command shows before writing a line of code.
// With any number behind it (`npm run demo -- 7`) the receipts are shuffled first: the printout
// stays the same.
import { execSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const seed = Number(process.argv[2] ?? 0)
const page = join(mkdtempSync(join(tmpdir(), 'sms-delivery-state-')), 'demo.html')
if (isStale()) execSync('npm run -s build', { cwd: root, stdio: 'inherit' })

console.log('Failed, and delivered after all:\n')
console.log(sms(['alert'], '--flow', 'alert', '--message', 'fraud-13', '--explain').stdout)
const { timeline } = JSON.parse(
  sms(['alert'], '--flow', 'alert', '--message', 'fraud-13', '--explain', '--json').stdout,
)
const words = timeline.map(({ event }) => event.status)
console.log(`A column that each receipt overwrites would show: ${words.join(', ')}.`)

console.log('\nThe codes for a login of that morning, worth five minutes each:\n')
const rows = sms(['otp'], '--flow', 'otp').stdout.trimEnd().split('\n')
console.log(
  aligned([
    ['message', 'status', 'since', 'by', 'settled', 'do next', 'notes'],
    ...rows.map((row) => row.split('\t')),
  ]),
)

const [all] = sms(['otp', 'alert', 'notification'], '--html', page).stderr.match(
  /^\d+ messages[^]*/m,
)
console.log(`\nAll three flows:\n\n${all}\nEach with its story: ${page}`)

/**
 * The command over the receipts of some flows. An item may name its flow, so that one log can hold
 * several.
 */
function sms(flows, ...options) {
  const lines = shuffled(flows.flatMap(linesOf))
  const args = ['dist/cli.js', ...options, '--now', '2026-11-20T12:00:00Z']
  return spawnSync(process.execPath, args, { cwd: root, input: lines.join('\n'), encoding: 'utf8' })
}

function linesOf(flow) {
  const folder = join(root, 'examples/receipts', flow)
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'),
  )
  return lines.map((line) => {
    const item = JSON.parse(line)
    return JSON.stringify('body' in item ? { flow, ...item } : { flow, body: item })
  })
}

function aligned(table) {
  const widths = table[0].map((_, i) => Math.max(...table.map((row) => row[i].length)))
  return table
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Fisher and Yates, with a small generator in place of chance; 0 leaves the order as it is. */
function shuffled(items) {
  for (let i = items.length - 1, chance = seed; i > 0 && seed; i--) {
    chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0
    const j = chance % (i + 1)
    ;[items[i], items[j]] = [items[j], items[i]]
  }
  return items
}

/**
 * Whether the command is not built, or built before its source changed. An installed package has no
 * source.
 */
function isStale() {
  const [source, built] = ['src', 'dist/cli.js'].map((path) => join(root, path))
  if (!existsSync(built)) return true
  const files = existsSync(source) ? readdirSync(source, { recursive: true }) : []
  return files.some(
    (path) =>
      path.endsWith('.ts') && statSync(join(source, path)).mtimeMs > statSync(built).mtimeMs,
  )
}
