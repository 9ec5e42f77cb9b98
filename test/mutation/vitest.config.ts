import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from '../vitest.config.ts'
import parts from './parts.json' with { type: 'json' }

/**
 * Each part of the source is judged by the tests that look at it most closely: its unit tests, the
 * examples, and the laws that hold it against another implementation, at a tenth of their samples.
 */
const tests: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(parts).map(([part, { tests }]) => [part, tests]),
)

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias },
  test: {
    include: [...(tests[process.env['MUTATED'] ?? ''] ?? [])],
    // What takes long for its size finds no more.
    exclude: ['test/unit/{evidence,reader}/hostile.test.ts', 'test/cases/naive.test.ts'],
    // One realm for all files: to load them anew takes longer than to run them.
    isolate: false,
    setupFiles: ['test/same-samples.ts'],
    testTimeout: 600_000,
  },
})
