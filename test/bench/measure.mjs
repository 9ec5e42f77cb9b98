// @ts-check
/**
 * One line of the table.
 *
 * @typedef {object} Row
 * @property {string} name what is measured / what it is measured against
 * @property {() => unknown} base
 * @property {() => unknown} work
 * @property {number} [atMost] what it is held to on a quiet machine, if to anything
 * @property {'ms' | 'B'} [unit] the difference is the result, in place of the ratio: in ms of CPU, or
 *   as it is
 * @property {boolean} [ownCount] `base` and `work` give the µs of CPU that they took, a process of
 *   their own, say
 * @property {number} [rounds] of what takes long
 *
 * @typedef {object} Result
 * @property {number} median
 * @property {number} low a quarter of the rounds is below
 * @property {number} high a quarter of the rounds is above
 */

const ROUNDS = 50
/** A round runs each side for about this long, in µs of CPU. */
const SLICE = 4_000
/** For so long each side runs before, in µs of CPU: a statechart is slow for a thousand messages. */
const WARM = 300_000

/** @type {Record<'ms' | 'B' | 'ratio', (own: number, other: number) => number>} */
const RESULTS = {
  ratio: (own, other) => own / other,
  ms: (own, other) => (own - other) / 1000,
  B: (own, other) => own - other,
}

/** Rounds of all rows, interleaved, so that what slows the machine down for a while slows all. */
export function measure(/** @type {readonly Row[]} */ rows) {
  const timed = rows.map((row) => ({
    row,
    base: repeated(row.base, row.ownCount),
    work: repeated(row.work, row.ownCount),
    /** @type {number[]} */
    results: [],
  }))
  for (let round = 0; round < ROUNDS; round++) {
    for (const { row, base, work, results } of timed) {
      if (round >= (row.rounds ?? ROUNDS)) continue
      // The two sides of a pair take turns, so that garbage of the one is not always the other's.
      const first = round % 2 === 0 ? base() : undefined
      const own = work()
      const other = first ?? base()
      results.push(RESULTS[row.unit ?? 'ratio'](own, other))
    }
  }
  return timed.map(({ results }) => summaryOf(results))
}

/** @returns {Result} */
function summaryOf(/** @type {number[]} */ results) {
  results.sort((a, b) => a - b)
  const at = (/** @type {number} */ share) =>
    /** @type {number} */ (results[Math.floor((results.length - 1) * share)])
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}

/** @returns {() => number} runs it for a slice, and gives the µs of CPU for one run */
function repeated(/** @type {() => any} */ run, ownCount = false) {
  if (ownCount) return run
  let times = 1
  while (cpuOf(run, times) * 2 < SLICE) times *= 2
  for (let spent = 0; spent < WARM;) spent += cpuOf(run, times)
  times = Math.max(1, Math.round((SLICE * times) / cpuOf(run, times)))
  return () => cpuOf(run, times) / times
}

/** µs of CPU of this process, the collector's and the compiler's threads too. */
export function cpuOf(/** @type {() => unknown} */ run, times = 1) {
  const before = process.cpuUsage()
  for (let i = 0; i < times; i++) keep(run())
  const { user, system } = process.cpuUsage(before)
  return Math.max(1, user + system)
}

/** What nobody can see, a compiler may leave out. */
function keep(/** @type {unknown} */ value) {
  kept = value
}
/** @type {unknown} */
export let kept
