import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from '../vitest.config.ts'

/**
 * Each mutant of the core is judged by its unit tests, the stories, the model's examples, and the
 * laws that hold the core against the naive reading, at a tenth of their samples.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias },
  test: {
    include: [
      'test/unit/{event,evidence,delivery,timeline,policy,receipts}/**/*.test.ts',
      'test/cases/**/*.test.ts',
      'test/stories/**/*.test.ts',
      'test/laws/{model-*,timeline-*,apply,merge,order,units,texts,undefined}.law.test.ts',
    ],
    // What takes long for its size finds no more.
    exclude: ['test/unit/evidence/hostile.test.ts', 'test/cases/naive.test.ts'],
    // One realm for all files: to load them anew takes longer than to run them.
    isolate: false,
    setupFiles: ['test/same-samples.ts'],
    testTimeout: 600_000,
  },
})
