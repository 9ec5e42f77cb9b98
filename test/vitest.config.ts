import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// Tests of the source see the package by its own name without a build.
export const alias = [
  { find: /^sms-delivery-state$/, replacement: join(root, 'src/index.ts') },
  { find: /^sms-delivery-state\/(.+)$/, replacement: join(root, 'src/$1/index.ts') },
]

// No test measures time: a limit ends what would never end, on a machine however busy.
const MINUTES = 600_000

const source = {
  resolve: { alias },
  root,
}

// Stryker judges each mutant by the tests that take no time, and by the laws.
const slow = process.env['STRYKER_MUTATOR_WORKER']
  ? ['test/worlds/**', 'test/fuzz/**', 'test/laws/*growth.law.test.ts', 'test/integration/**']
  : []

export default defineConfig({
  root,
  test: {
    // Vitest leaves a core idle; with two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // .ci/run sums these up.
    reporters: process.env['REPORTS']
      ? ['default', ['json', { outputFile: join(process.env['REPORTS'], `${process.pid}.json`) }]]
      : ['default'],
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
    projects: [
      {
        ...source,
        // What is made of the folders is checked, and made, before anything is built.
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/{browser,clickhouse,servers}/**',
            'test/runtimes/runtimes.test.ts',
            'test/repo/!(registry).test.ts',
            ...slow,
          ],
          setupFiles: ['test/same-samples.ts'],
          testTimeout: MINUTES,
        },
      },
      ...(process.env['STRYKER_MUTATOR_WORKER']
        ? []
        : [
            {
              // The same laws over wider worlds.
              ...source,
              test: {
                name: 'prove',
                include: ['test/{laws,worlds}/**/*.test.ts'],
                env: { PROVE: '1' },
                testTimeout: 1_800_000,
              },
            },
            {
              // Pages as a browser shows them; it needs Chromium.
              ...source,
              test: {
                name: 'browser',
                include: ['test/browser/**/*.test.ts'],
                // The playground is built from dist, as from an installed package.
                globalSetup: 'test/repo/built.ts',
                testTimeout: 60_000,
              },
            },
            {
              // Beside a server that a script has started: `npm run test:servers`.
              ...source,
              test: {
                name: 'servers',
                include: ['test/servers/**/*.test.ts'],
                testTimeout: 120_000,
              },
            },
            {
              // The tarball in other runtimes, which are installed for that: `npm run test:runtimes`.
              root,
              test: {
                name: 'runtimes',
                include: ['test/runtimes/runtimes.test.ts'],
                globalSetup: 'test/repo/built.ts',
                testTimeout: MINUTES,
                hookTimeout: MINUTES,
              },
            },
            {
              // With the engine that a script has brought: `npm run test:clickhouse`.
              ...source,
              test: {
                name: 'clickhouse',
                include: ['test/clickhouse/**/*.test.ts'],
                testTimeout: MINUTES,
              },
            },
            {
              root,
              test: {
                name: 'package',
                include: ['test/repo/**/*.test.ts'],
                exclude: ['test/repo/registry.test.ts'],
                globalSetup: 'test/repo/built.ts',
                testTimeout: MINUTES,
                hookTimeout: MINUTES,
              },
            },
          ]),
    ],
  },
})
