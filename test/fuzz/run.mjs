// @ts-check
/*
 * Tries inputs that nobody would send, and keeps those that run code that none ran before:
 * `npm run fuzz`, or `npm run fuzz -- --seconds 600 --seed 7 --only parse/`. What fails is made
 * small and written to test/fixtures/fuzz, where a unit test runs it from then on.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
  },
})

// In the package's folder, so that the bundle finds what it imports.
const folder = mkdtempSync(join(root, 'node_modules/.fuzz-'))
try {
  await build({
    absWorkingDir: root,
    entryPoints: ['test/fuzz/coverage.ts', 'test/fuzz/fuzz.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    tsconfig: 'test/tsconfig.json',
    // Fixtures are found beside the tests.
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  })
  const file = join(folder, 'fuzz.mjs')
  const url = pathToFileURL(file).href
  const { Coverage } = await import(pathToFileURL(join(folder, 'coverage.mjs')).href)
  // It counts what is compiled after it has started.
  const coverage = new Coverage(url, readFileSync(file, 'utf8'), 'src/')
  const { fuzz } = await import(url)
  const failures = await fuzz({
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    only: values.only,
    coverage,
    folder: join(root, 'test/fixtures/fuzz'),
  })
  process.exitCode = failures > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true })
}
