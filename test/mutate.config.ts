import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias } from './vitest.config.ts'

/**
 * Each mutant of the core is judged by its unit tests, by the model's examples, and by the laws that
 * hold it against the naive reading. What takes minutes, or looks at other folders, is left out.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias },
  test: {
    include: [
      'test/unit/{event,evidence,delivery,timeline,policy,receipts}/**/*.test.ts',
      'test/cases/**/*.test.ts',
      'test/stories/**/*.test.ts',
      'test/laws/{model-*,stored,merge,units,texts,message-id}.law.test.ts',
    ],
    testTimeout: 600_000,
  },
})
