// @ts-check
/*
 * Plants each bug of plants.mjs and runs the law and the example that must catch it: `npm run
 * plant`, or `npm run plant -- src/evidence` for those of one folder. Files stay as they are: the
 * text is replaced while Vite reads it. Fails where a bug is not caught twice, where a text no
 * longer stands in the source, and where the tests fail without any bug.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import { plants } from './plants.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [folder = ''] = process.argv.slice(2)
const chosen = plants.filter(({ file }) => file.startsWith(folder))
const SOUND = 'sound'

const lost = chosen.filter(
  ({ file, find }) => readFileSync(join(root, file), 'utf8').split(find).length !== 2,
)
for (const { file, find } of lost)
  console.error(`${file} does not hold this text once: ${JSON.stringify(find)}`)
if (lost.length > 0) process.exit(1)

/** @type {(name: string, include: string[], plant?: import('./plants.mjs').Plant) => object} */
const project = (name, include, plant) => ({
  root,
  resolve: {
    alias: [
      { find: /^sms-delivery-state$/, replacement: join(root, 'src/index.ts') },
      { find: /^sms-delivery-state\/(.+)$/, replacement: join(root, 'src/$1/index.ts') },
    ],
  },
  plugins: plant && [
    {
      name: 'plant',
      enforce: 'pre',
      /** @type {(code: string, id: string) => string | undefined} */
      transform: (code, id) =>
        id.endsWith(`/${plant.file}`) ? code.split(plant.find).join(plant.replace) : undefined,
    },
  ],
  test: { name, include, setupFiles: ['test/same-samples.ts'], testTimeout: 600_000 },
})

const vitest = await startVitest('test', [], {
  root,
  config: false,
  watch: false,
  // Nothing but the table: a thousand failures are what is wanted.
  reporters: [{}],
  projects: [
    project(SOUND, [...new Set(chosen.flatMap(({ law, example }) => [law, example]))]),
    ...chosen.map((plant, i) => project(`${i}`, [plant.law, plant.example], plant)),
  ],
})

/** @type {Map<string, Set<string>>} by project, the files that fail */
const failed = new Map()
for (const module of vitest.state.getTestModules()) {
  if (module.ok()) continue
  const files = failed.get(module.project.name) ?? new Set()
  failed.set(module.project.name, files.add(module.relativeModuleId))
}
await vitest.close()

const fileOf = (/** @type {string} */ path) =>
  path.replace(/^test\//, '').replace(/\.test\.ts$/, '')
let missed = 0
console.log('| where | bug | a law that catches it | an example that catches it |')
console.log('| --- | --- | --- | --- |')
chosen.forEach(({ file, says, law, example }, i) => {
  const cells = [law, example].map((path) =>
    failed.get(`${i}`)?.has(path) ? fileOf(path) : `NOT CAUGHT by ${fileOf(path)}`,
  )
  if (cells.some((cell) => cell.startsWith('NOT'))) missed++
  console.log(`| ${[file.replace('src/', ''), says, ...cells].join(' | ')} |`)
})
const broken = [...(failed.get(SOUND) ?? [])]
for (const path of broken) console.log(`${path} fails without any bug`)
console.log(`${chosen.length} bugs, ${chosen.length - missed} of them caught twice`)
process.exitCode = missed + broken.length > 0 ? 1 : 0
