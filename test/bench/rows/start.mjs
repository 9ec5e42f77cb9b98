import { fileURLToPath } from 'node:url'
import { processCpu } from '../cpu.mjs'

/**
 * CPU of a process that imports an entry, beyond one that imports an empty file: the first import of
 * a file takes Node some 2 ms by itself, whatever is in it.
 *
 * @param {(specifier: string) => Promise<any>} _ one build of the package
 * @param {'esm' | 'cjs'} build which one
 */
export function rows(_, build) {
  const type = build === 'esm' ? 'module' : 'commonjs'
  const run = (code) => () => processCpu(`--input-type=${type}`, '--eval', code)
  const importing = (entry) => (build === 'esm' ? `import '${entry}'` : `require('${entry}')`)
  const empty = fileURLToPath(
    new URL(`../empty.${build === 'esm' ? 'mjs' : 'cjs'}`, import.meta.url),
  )
  return [
    ['the core', 'sms-delivery-state', 6],
    ['./providers', 'sms-delivery-state/providers', 20],
    ['./explain', 'sms-delivery-state/explain', 20],
  ].map(([name, entry, atMost]) => ({
    name: `${name}, process start beyond an empty file's`,
    base: run(importing(empty)),
    work: run(importing(entry)),
    unit: 'ms',
    atMost,
    ownCount: true,
    rounds: 15,
  }))
}
