// @ts-check
import { spawnSync } from 'node:child_process'

/**
 * µs of CPU of a process of its own, its start included.
 *
 * @returns {number}
 */
export function processCpu(/** @type {string[]} */ ...args) {
  const code = `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(String(user + system)) })`
  const tell = `data:text/javascript,${encodeURIComponent(code)}`
  const { stderr, status } = spawnSync(process.execPath, ['--import', tell, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  const micros = Number(/\d+$/.exec(stderr)?.[0])
  if (status !== 0 || !micros) throw new Error(`node ${args.join(' ')} failed: ${stderr}`)
  return micros
}
