// @ts-check
// `npm run mutate`, or a part alone: `npm run mutate -- sql`.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { check } from './check.mjs'

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url))
const parts = Object.keys(JSON.parse(readFileSync(path('parts.json'), 'utf8')))
const asked = process.argv.slice(2)

for (const part of asked.length > 0 ? asked : parts) {
  const { status } = spawnSync('stryker', ['run', path('stryker.config.mjs')], {
    stdio: 'inherit',
    env: { ...process.env, MUTATED: part },
  })
  if (status !== 0 || !check(part)) process.exitCode = 1
}
