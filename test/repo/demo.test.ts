import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { filesUnder, pkg, read, root } from './project.ts'

describe('npm run demo', () => {
  const printout = demo()

  it('is the script that this test runs', () => expect(pkg.scripts['demo']).toBe('node examples/demo.mjs'))

  it('reads many receipts of many messages', () => {
    expect(printout.match(/^\d+ messages: .*$/gm)).toEqual([
      '14 messages: 7 delivered, 1 failed, 4 uncertain, 2 open',
      '11 messages: 4 delivered, 3 failed, 2 uncertain, 2 open',
      '11 messages: 7 delivered, 2 failed, 1 uncertain, 1 open',
    ])
    expect(printout.match(/^\d+ receipts.*$/gm)?.slice(0, 3)).toEqual([
      '51 receipts, 1 issue, 1 conflict',
      '53 receipts, 0 issues, 1 conflict',
      '51 receipts, 2 issues, 1 conflict',
    ])
  })

  it.each([1, 2, 3, 20261120])('prints the same with the receipts shuffled by %i', (seed) => expect(demo(seed)).toBe(printout))

  it('tells the stories of three messages', () => {
    expect(printout.match(/(?<=^Shown: +)\w+/gm)).toEqual(['expired', 'delivered', 'delivered'])
  })

  it('fits a wide terminal', () => expect(printout.split('\n').filter((line) => line.length > 132)).toEqual([]))

  it('is short', () => {
    const lines = read('examples/demo.mjs').split('\n')
    expect(lines.filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/\*)/.test(line)).length).toBeLessThan(60)
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
