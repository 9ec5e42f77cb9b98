import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesUnder, pkg, read, root } from './project.ts'

describe('npm run demo', () => {
  const { printout, page } = demo()

  it('is the script that this test runs', () =>
    expect(pkg.scripts['demo']).toBe('node examples/demo.mjs'))

  it('begins with a story, and with what a column would have shown that each receipt overwrites', () => {
    expect(printout).toMatch(/^Failed, and delivered after all:\n\nfraud-13\n/)
    expect(printout).toMatch(/^Shown: {2}delivered since 08:47:21\.050, settled/m)
    expect(printout).toContain(
      'would show: pending, accepted, failed, failed, sent, delivered, delivered, failed, delivered.',
    )
  })

  it('shows a table under a heading', () => {
    const lines = printout.split('\n')
    const heading = lines.findIndex((line) =>
      /^message +status +since +by +settled +do next +notes$/.test(line),
    )
    expect(heading).toBeGreaterThan(0)
    expect(lines.slice(heading + 1, lines.indexOf('', heading))).toHaveLength(14)
  })

  it('reads many receipts of many messages, each by the policy of its flow', () => {
    expect(printout).toContain('36 messages: 18 delivered, 6 failed, 7 uncertain, 5 open\n')
    expect(printout).toContain('155 receipts, 3 issues, 3 conflicts\n')
    expect(printout).toContain('policies alert, notification, otp, as of 2026-11-20 12:00:00 UTC\n')
  })

  it('writes a page with all of them, and says where', () =>
    expect(page.match(/<details>/g)).toHaveLength(36))

  it.each([1, 2, 3, 20261120])('prints the same with the receipts shuffled by %i', (seed) =>
    expect(demo(seed)).toEqual({ printout, page }),
  )

  it('fits a wide terminal, and on one screen of it', () => {
    const lines = printout.split('\n')
    expect(lines.filter((line) => line.length > 132)).toEqual([])
    expect(lines.length).toBeLessThan(60)
  })

  it('is short', () => {
    const lines = read('examples/demo.mjs').split('\n')
    expect(
      lines.filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/\*)/.test(line)).length,
    ).toBeLessThan(80)
  })
})

describe('the demo’s receipts', () => {
  const logs = filesUnder('examples/receipts').map(read).join('')

  it('name no real phone', () => {
    const phones = [...logs.matchAll(/(?:\+|%2B)\d{5,}/g)].map(([phone]) =>
      phone.replace('%2B', '+'),
    )
    expect(phones.length).toBeGreaterThan(60)
    expect(phones.filter((phone) => !phone.startsWith('+1555010'))).toEqual([])
  })

  it('name no real account', () => {
    expect(new Set(logs.match(/AC[0-9a-f]{32}/g))).toEqual(
      new Set(['AC00000000000000000000000000000a01']),
    )
  })
})

/** What it prints, without the name of the page, which is another one each time; and the page. */
function demo(...args: number[]): { printout: string; page: string } {
  const printout = execFileSync(process.execPath, ['examples/demo.mjs', ...args.map(String)], {
    cwd: root,
    encoding: 'utf8',
  })
  const path = /^Each with its story: (.*)$/m.exec(printout)?.[1] ?? ''
  expect(existsSync(path)).toBe(true)
  const page = readFileSync(path, 'utf8')
  rmSync(dirname(path), { recursive: true })
  return { printout: printout.replace(path, 'FILE'), page }
}
