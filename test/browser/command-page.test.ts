import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callback, command } from '../unit/cli/command.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
const LOOKS = [
  { look: 'wide and light', width: 1_100, scheme: 'light' },
  { look: 'narrow and dark', width: 360, scheme: 'dark' },
]

const folder = mkdtempSync(join(tmpdir(), 'sms-delivery-state-'))
const few = join(folder, 'few.html')
const many = join(folder, 'many.html')

let browser: Browser
beforeAll(async () => {
  browser = await puppeteer.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  })
  const logs = ['otp', 'alert', 'notification'].flatMap((flow) =>
    readdirSync(`examples/receipts/${flow}`).map((name) => `examples/receipts/${flow}/${name}`),
  )
  await command(['--html', few, '--group-by', 'provider', '--now', '2026-11-20T12:00Z', ...logs])
  const input = Array.from({ length: 10_000 }, (_, i) =>
    callback(String(i), i % 9 === 0 ? 'undelivered' : 'delivered'),
  )
  await command(['--html', many], { input: input.join('\n'), chunk: 65_536 })
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await browser?.close()
})

describe.each(LOOKS)('the page of --html, $look', (look) => {
  it('has no fault that axe finds, is no wider than the screen, and asks for nothing', async () => {
    const told: string[] = []
    const page = await opened(few, look, (text) => told.push(text))
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('li:nth-child(2) summary')?.click(),
    )
    await page.waitForSelector('li section svg')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width)
    expect(told).toEqual([pathToFileURL(few).href])
    await page.setBypassCSP(true)
    await page.reload()
    await page.addScriptTag({ path: axe })
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
      const { violations } = await axe.run()
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`,
      )
    })
    expect(faults).toEqual([])
    await page.close()
  })
})

describe('the page of 10,000 messages', () => {
  it('draws no story before it is opened, and finds a message among all', async () => {
    const page = await opened(many, LOOKS[0]!)
    expect(await page.evaluate(() => document.querySelectorAll('li section').length)).toBe(0)
    await page.type('input', '7777')
    expect(await page.evaluate(() => document.querySelector('output')?.textContent)).toBe(
      '1 of 10000',
    )
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('li:not([hidden]) summary')?.click(),
    )
    await page.waitForSelector('li section')
    expect(await page.evaluate(() => document.querySelectorAll('li section').length)).toBe(1)
    await page.close()
  })
})

async function opened(
  path: string,
  { width, scheme }: { width: number; scheme: string },
  tell: (text: string) => void = () => {},
): Promise<Page> {
  const page = await browser.newPage()
  page.on('console', (message) => tell(message.text()))
  page.on('request', (request) => tell(request.url()))
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(pathToFileURL(path).href)
  return page
}
