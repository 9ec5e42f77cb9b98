import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from './vitest.config.ts'

/**
 * Each mutant of the core is judged by its unit tests, the stories and the model's examples. The
 * laws would find more, and would take a day.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias },
  test: {
    include: [
      'test/unit/{event,evidence,delivery,timeline,policy,receipts}/**/*.test.ts',
      'test/cases/**/*.test.ts',
      'test/stories/**/*.test.ts',
    ],
    testTimeout: 600_000,
  },
})
