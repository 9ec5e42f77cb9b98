// @ts-check
// One file of rows with one build, in a process of its own, so that what one heats up is not what
// another finds: node test/bench/child.mjs ROWS esm|cjs
import { createRequire } from 'node:module'
import { measure } from './measure.mjs'

const [file, build] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const load = async (/** @type {string} */ specifier) =>
  build === 'cjs' ? require(specifier) : import(specifier)

const { rows } = await import(`./rows/${file}`)
/** @type {import('./measure.mjs').Row[]} */
const list = await rows(load, build)
const results = measure(list)
process.stdout.write(
  JSON.stringify(
    list.map(({ name, unit, atMost }, i) => ({
      ...{ name, unit, atMost },
      ...results[i],
    })),
  ),
)
