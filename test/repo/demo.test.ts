import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { filesUnder, pkg, read, root } from './project.ts'

describe('npm run demo', () => {
  const printout = demo()

  it('is the script that this test runs', () => expect(pkg.scripts['demo']).toBe('node examples/demo.mjs'))

  it('reads many receipts of many messages', () => {
    expect(printout).toContain('\n85 receipts, 2 of them issues\n20 messages: 8 delivered, 4 failed, 4 uncertain, 4 open\n')
  })

  it.each([1, 2, 3, 20261120])('prints the same with the receipts shuffled by %i', (seed) => expect(demo(seed)).toBe(printout))

  it('fits a terminal', () => expect(printout.split('\n').filter((line) => line.length > 110)).toEqual([]))

  it('is short', () => {
    const lines = read('examples/demo.mjs').split('\n')
    expect(lines.filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/\*)/.test(line)).length).toBeLessThan(120)
  })
})

describe('the demo’s receipts', () => {
  const logs = filesUnder('examples/receipts').map(read).join('')

  it('name no real phone', () => {
    const phones = [...logs.matchAll(/(?:\+|%2B)\d{5,}/g)].map(([phone]) => phone.replace('%2B', '+'))
    expect(phones.length).toBeGreaterThan(60)
    expect(phones.filter((phone) => !phone.startsWith('+1555010'))).toEqual([])
  })

  it('name no real account', () => {
    expect(new Set(logs.match(/AC[0-9a-f]{32}/g))).toEqual(new Set(['AC00000000000000000000000000000a01']))
  })
})

function demo(...args: number[]): string {
  return execFileSync(process.execPath, ['examples/demo.mjs', ...args.map(String)], { cwd: root, encoding: 'utf8' })
}
