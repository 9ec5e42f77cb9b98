// @ts-check
// How the work of finding out whose a receipt is grows with the providers that it could be of: µs
// of CPU for each receipt. Some providers' receipts are laid out first, and each of those is asked.
import { buildSync } from 'esbuild'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { cpuOf } from './measure.mjs'
import { usualReceipts } from './receipts.mjs'

const SIZES = [1, 6, 12, 24]
const ROUNDS = 9

const folder = mkdtempSync(`${tmpdir()}/sms-delivery-state-`)
const outfile = `${folder}/source.mjs`
buildSync({
  stdin: {
    contents: `
      export { providers } from './providers/index.ts'
      export { detection } from './reader/detection.ts'
      export { load, newScope } from './reader/reading.ts'`,
    resolveDir: fileURLToPath(new URL('../../src', import.meta.url)),
  },
  ...{ bundle: true, format: 'esm', platform: 'node', outfile },
})
const { detection, load, newScope, providers } = await import(outfile)
rmSync(folder, { recursive: true })

const all = Object.values(providers)
const receipts = usualReceipts(providers)
const table = ['twilio', 'infobip', 'telesign', 'vonage_sms', 'mmg'].map((name) => {
  const { provider, texts } = receipts.find((receipt) => receipt.name === name) ?? { texts: [] }
  const bodies = texts.map((/** @type {string} */ text) => JSON.parse(text))
  const others = all.filter((other) => other !== provider)
  const runs = SIZES.map((size) => {
    const find = detection([provider, ...others.slice(0, size - 1)])
    const scope = newScope()
    return () => {
      for (const body of bodies) {
        load(scope, body)
        if (find(scope)?.provider !== provider) throw new Error(`${name} is not found`)
      }
    }
  })
  /** @type {number[][]} */
  const rounds = SIZES.map(() => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, run] of runs.entries()) rounds[i]?.push(cpuOf(run, 100) / 100 / bodies.length)
  // The best of them: what is left once the compiler is done.
  return { name: 'detect', kind: name, micros: rounds.map((each) => Math.min(...each)) }
})
process.stdout.write(JSON.stringify({ sizes: SIZES, table }))
