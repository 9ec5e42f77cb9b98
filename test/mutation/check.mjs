// @ts-check
import { readFileSync } from 'node:fs'

/** @typedef {{ file: string, line: string, becomes: string, reason: string }} Survivor */
/**
 * @typedef {{
 *   status: string,
 *   replacement: string,
 *   location: { start: { line: number } },
 * }} Mutant
 */

const LEAST = 97

const read = (/** @type {string} */ path) =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

/**
 * Holds the survivors of a part's last run against the list of those that are known, and its score
 * against the least.
 *
 * @param {string} part
 */
export function check(part) {
  /** @type {Record<string, { source: string, mutants: Mutant[] }>} */
  const files = read(`../../.stryker-tmp/${part}.json`).files
  /** @type {Survivor[]} */
  const known = read('survivors.json')

  /** @type {Record<string, { found: number, missed: number }>} */
  const folders = {}
  /** @type {Omit<Survivor, 'reason'>[]} */
  const survivors = []
  for (const [file, { source, mutants }] of Object.entries(files)) {
    const lines = source.split('\n')
    const folder = (folders[file.split('/').slice(0, 2).join('/')] ??= { found: 0, missed: 0 })
    for (const { status, replacement, location } of mutants) {
      if (status === 'Killed' || status === 'Timeout') folder.found++
      if (status !== 'Survived' && status !== 'NoCoverage') continue
      folder.missed++
      const line = lines[location.start.line - 1]?.trim() ?? ''
      survivors.push({ file, line, becomes: replacement.replace(/\s+/g, ' ') })
    }
  }

  const all = score(Object.values(folders))
  console.table({
    ...Object.fromEntries(Object.entries(folders).map(([name, counts]) => [name, score([counts])])),
    all,
  })

  const isSame = (/** @type {Omit<Survivor, 'reason'>} */ a) => (/** @type {Survivor} */ b) =>
    a.file === b.file && a.line === b.line && a.becomes === b.becomes
  const unknown = survivors.filter((each) => !known.some(isSame(each)))
  const gone = known.filter(
    (each) => files[each.file] && !survivors.some((one) => isSame(one)(each)),
  )

  for (const { file, line, becomes } of unknown)
    console.log(`survived, and is not in survivors.json: ${file}: ${line}  =>  ${becomes}`)
  for (const { file, line, becomes } of gone)
    console.log(`does not survive any more: ${file}: ${line}  =>  ${becomes}`)
  return unknown.length === 0 && gone.length === 0 && all.score >= LEAST
}

const score = (/** @type {{ found: number, missed: number }[]} */ counts) => {
  const found = counts.reduce((sum, each) => sum + each.found, 0)
  const missed = counts.reduce((sum, each) => sum + each.missed, 0)
  return {
    of: found + missed,
    missed,
    score: Number(((100 * found) / (found + missed)).toFixed(1)),
  }
}
