// @ts-check
import { readFileSync } from 'node:fs'

const part = process.env['MUTATED'] ?? ''
/** @type {Record<string, { source: string } | undefined>} */
const parts = JSON.parse(readFileSync(new URL('parts.json', import.meta.url), 'utf8'))

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  mutate: [parts[part]?.source ?? ''],
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: `.stryker-tmp/${part}.json` },
  incremental: true,
  incrementalFile: `.stryker-tmp/${part}.incremental.json`,
  ignoreStatic: true,
  dryRunTimeoutMinutes: 30,
  concurrency: 2,
  timeoutMS: 60_000,
  cleanTempDir: 'always',
}
