// @ts-check
/*
 * What the work costs beside what it is measured against, both in one run: `npm run bench`. Ratios,
 * since absolute times say more about the machine than about the code. Each file of `rows` exports
 * rows(load), and each runs with both builds. Written to results.md; named files alone are printed:
 * `node test/bench/run.mjs mixed.mjs`.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

/** @typedef {import('./measure.mjs').Row & import('./measure.mjs').Result} Line */

const folder = fileURLToPath(new URL('.', import.meta.url))
const results = `${folder}results.md`
const named = process.argv.slice(2)
const files = named.length > 0 ? named : readdirSync(`${folder}rows`).sort()

const tables = files.map((file) => {
  const lines = ['esm', 'cjs'].map((build) => /** @type {Line[]} */ (run('child.mjs', file, build)))
  const [esm, cjs] = /** @type {[Line[], Line[]]} */ (lines)
  return esm.map((line, i) => [line.name, shown(line), cjs[i] ? shown(cjs[i]) : '', wanted(line)])
})
const day = new Date().toISOString().slice(0, 10)
const machine = `${cpus()[0]?.model.trim()}, Node ${process.version}`
const ratios = tableOf(
  ['work / what it is measured against', 'ES modules', 'CommonJS', 'at most'],
  tables.flat(),
)
const parts = [
  '# Results of the bench',
  `\`npm run bench\`, ${day}, ${machine}.`,
  'A median of the paired rounds, and between which numbers half of them are. CPU time, garbage collection and compilation included.',
  ratios,
]
if (named.length === 0) {
  parts.push('## Growth', 'µs of CPU for each event, in one message with so many of them.')
  parts.push(growthOf('growth.mjs'))
  parts.push('µs of CPU for each receipt, to find out which of so many providers sent it.')
  parts.push(growthOf('detection.mjs'))
}
const text = await format(parts.join('\n\n'), {
  ...(await resolveConfig(results)),
  parser: 'markdown',
})
console.log(text)
if (named.length === 0) writeFileSync(results, text)

function growthOf(/** @type {string} */ script) {
  const { sizes, table } = run(script)
  return tableOf(
    ['', ...sizes.map((/** @type {number} */ size) => size.toLocaleString('en'))],
    table.map((/** @type {any} */ { name, kind, micros }) => [
      `${name}, ${kind}`,
      ...micros.map((/** @type {number} */ each) => each.toPrecision(2)),
    ]),
  )
}

/** What a script of this folder prints. */
function run(/** @type {string} */ script, /** @type {string[]} */ ...args) {
  const child = spawnSync(process.execPath, [`${folder}${script}`, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.status !== 0) throw new Error(`${script} ${args.join(' ')} failed`)
  return JSON.parse(child.stdout)
}

function shown(/** @type {Line} */ { median, low, high, unit }) {
  const [middle, from, to] = [median, low, high].map((each) => each.toPrecision(3))
  return `${middle}${unit ? ` ${unit}` : ''} (${from} to ${to})`
}

function wanted(/** @type {Line} */ { atMost, unit }) {
  return atMost === undefined ? '' : `≤ ${atMost} ${unit ?? ''}`
}

function tableOf(/** @type {string[]} */ head, /** @type {string[][]} */ rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
