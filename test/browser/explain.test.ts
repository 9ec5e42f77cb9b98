import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { explanation, stylesheet, toHtml } from 'sms-delivery-state/explain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellingMessages } from '../unit/explain/messages.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

const LOOKS = [
  { look: 'wide and light', width: 1_000, scheme: 'light' },
  { look: 'narrow and dark', width: 360, scheme: 'dark' },
]

let browser: Browser
beforeAll(async () => {
  browser = await puppeteer.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  })
}, 60_000)
afterAll(() => browser?.close())

describe.each(Object.entries(tellingMessages))('the page of %s', (_, { events, policy, now }) => {
  const html = toHtml(explanation(events, policy, now))

  test.each(LOOKS)('has no fault that axe finds, $look', async ({ width, scheme }) => {
    const page = await opened(html, { width, scheme, head: `<style>${stylesheet}</style>` })
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

  test.each(LOOKS)(
    'is no wider than the screen, $look: what is wider scrolls in its place',
    async ({ width, scheme }) => {
      const page = await opened(html, { width, scheme, head: `<style>${stylesheet}</style>` })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await page.close()
    },
  )

  test('has nothing that the strictest Content-Security-Policy forbids, and asks for nothing', async () => {
    const policyTag = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
    const told: string[] = []
    const page = await opened(html, { width: 1_000, scheme: 'light', head: policyTag }, (text) =>
      told.push(text),
    )
    const drawn = await page.evaluate(
      () => document.querySelector('svg')?.getBoundingClientRect().width ?? 0,
    )
    expect(drawn).toBeGreaterThan(100)
    expect(told).toEqual([])
    await page.close()
  })

  test('has no text that lies on another one', async () => {
    const page = await opened(html, {
      width: 1_000,
      scheme: 'light',
      head: `<style>${stylesheet}</style>`,
    })
    const overlaps = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll('svg text')].map((text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
      }))
      return boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter(
            ({ box }) =>
              box.left < a.box.right &&
              a.box.left < box.right &&
              box.top < a.box.bottom - 2 &&
              a.box.top < box.bottom - 2,
          )
          .map((b) => `${a.text} / ${b.text}`),
      )
    })
    expect(overlaps).toEqual([])
    await page.close()
  })
})

interface Look {
  readonly width: number
  readonly scheme: string
  readonly head: string
}

/** The fragment in a page as a support tool has it. */
async function opened(
  html: string,
  { width, scheme, head }: Look,
  tell: (text: string) => void = () => {},
): Promise<Page> {
  const page = await browser.newPage()
  page.on('console', (message) => tell(message.text()))
  page.on('request', (request) => tell(request.url()))
  await page.setViewport({ width, height: 600 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.setContent(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">${head}` +
      `<title>Support</title></head><body><main><h1>Support</h1>${html}</main></body></html>`,
  )
  return page
}
