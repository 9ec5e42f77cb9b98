// The receipts of a morning, from five providers, reduced to what a product may show: `npm run demo`.
// With any number behind it (`npm run demo -- 7`) the receipts are shuffled first: the printout stays the same.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const seed = Number(process.argv[2] ?? 0)

show('--flow otp', 'Codes for a login: worth five minutes')
show('--flow alert', 'Warnings of fraud: worth four hours')
show('--flow notification', 'Parcels on their way: worth three days')
show('--flow otp --message login-42 --explain', 'Why a code and its resend are expired, though both were delivered')
show('--flow alert --message fraud-13 --explain', 'Failed, and delivered after all')
show('--flow notification --message parcel-83 --explain', 'Everything several times, the last thing first')

/** The command, as anybody may type it; only that the lines go in by the standard input, so that they can be shuffled. */
function show(options, title) {
  const flow = options.split(' ')[1]
  const args = [...options.split(' '), '--now', '2026-11-20T12:00:00Z']
  console.log(`\n${title}\n$ npx sms-delivery-state ${args.join(' ')} \\\n    examples/receipts/${flow}/*\n${'─'.repeat(110)}`)
  const { stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    cwd: new URL('..', import.meta.url),
    input: shuffled(linesOf(flow)).join('\n'),
    encoding: 'utf8',
  })
  console.log(aligned(stdout))
  // Where a receipt stands depends on the order; what is wrong with it does not.
  for (const issue of (stderr.match(/(?<=:\d+: ).*/g) ?? []).sort()) console.log(issue)
}

function linesOf(flow) {
  const folder = new URL(`receipts/${flow}/`, import.meta.url)
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n'))
}

/** As on a terminal: the command sees a pipe here, and puts a tab between its columns. */
function aligned(text) {
  const rows = text.split('\n').map((line) => line.split('\t'))
  const widths = []
  for (const row of rows) if (row.length > 1) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  const line = (row) => (row.length > 1 ? row.map((cell, i) => cell.padEnd(widths[i])).join('  ') : row[0])
  return rows.map((row) => line(row).trimEnd()).join('\n')
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
