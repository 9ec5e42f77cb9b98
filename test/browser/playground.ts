import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { build, preview } from 'vite'

const CONFIG = 'examples/playground/vite.config.ts'

/** The page as `npm run playground` builds and serves it. */
export async function servePlayground(): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'sms-delivery-state-'))
  const made = { configFile: CONFIG, build: { outDir }, logLevel: 'warn' } as const
  await build(made)
  const server = await preview({ ...made, preview: { port: 0 } })
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: async () => {
      await server.close()
      rmSync(outDir, { recursive: true })
    },
  }
}

export const launchers: Readonly<Record<'Chromium' | 'Firefox', () => Promise<Browser>>> = {
  Chromium: () =>
    puppeteer.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    }),
  Firefox: () =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
    }),
}

/** A page with what a person does there. Puppeteer's own waiting compiles code, which the page forbids. */
export class Playground {
  readonly page: Page
  /** What went wrong: errors, what the policy refused, dialogs, requests to elsewhere. */
  readonly faults: string[] = []

  private constructor(page: Page, url: string) {
    this.page = page
    page.on('console', (message) => this.faults.push(message.text()))
    page.on('pageerror', (error) => this.faults.push(String(error)))
    page.on('dialog', (dialog) => {
      this.faults.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      // Firefox draws its own controls with fonts in `data:`.
      const isOwn = [url, 'blob:', 'data:'].some((start) => request.url().startsWith(start))
      if (!isOwn) this.faults.push(request.url())
    })
  }

  static async open(
    browser: Browser,
    url: string,
    { hash = '', width = 1_200, height = 900 } = {},
  ): Promise<Playground> {
    const page = await browser.newPage()
    const playground = new Playground(page, url)
    await page.setViewport({ width, height })
    await page.goto(url + hash)
    await playground.sees('#told', /Shown/)
    return playground
  }

  text(selector: string): Promise<string> {
    return this.page.evaluate(
      (selector) => document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '',
      selector,
    )
  }

  texts(selector: string): Promise<string[]> {
    return this.page.evaluate(
      (selector) => [...document.querySelectorAll(selector)].map((each) => each.textContent),
      selector,
    )
  }

  /** Until it is there, however busy the machine. */
  async sees(selector: string, wanted: string | RegExp): Promise<void> {
    const is = expect.poll(() => this.text(selector), { timeout: 50_000, interval: 50 })
    await (typeof wanted === 'string' ? is.toBe(wanted) : is.toMatch(wanted))
  }

  click(selector: string): Promise<void> {
    return this.page.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.click(),
      selector,
    )
  }

  /** In place of what a field holds. */
  type(selector: string, text: string): Promise<void> {
    return this.page.evaluate(
      (selector, text) => {
        const field = document.querySelector<HTMLTextAreaElement>(selector)
        field?.focus()
        field?.select()
        document.execCommand('insertText', false, text)
      },
      selector,
      text,
    )
  }

  /** As the clipboard brings it. Firefox leaves the data out of events that are made. */
  paste(text: string): Promise<void> {
    return this.page.evaluate((text) => {
      const field = document.querySelector<HTMLTextAreaElement>('#receipts')
      field?.focus()
      field?.select()
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      const how = { clipboardData, bubbles: true, cancelable: true }
      const isLeft = field?.dispatchEvent(new ClipboardEvent('paste', how))
      // What the page leaves to the browser.
      if (isLeft) document.execCommand('insertText', false, text)
    }, text)
  }

  drop(...texts: string[]): Promise<void> {
    return this.page.evaluate((texts) => {
      const dataTransfer = new DataTransfer()
      texts.forEach((text, i) => dataTransfer.items.add(new File([text], `log-${i}`)))
      const how = { dataTransfer, bubbles: true, cancelable: true }
      document.querySelector('#editor')?.dispatchEvent(new DragEvent('dragover', how))
      document.querySelector('#editor')?.dispatchEvent(new DragEvent('drop', how))
    }, texts)
  }

  choose(story: number): Promise<void> {
    return this.page.evaluate((value) => {
      const select = document.querySelector<HTMLSelectElement>('#stories')
      if (select === null) return
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    }, String(story))
  }

  async close(): Promise<void> {
    await this.page.close()
  }
}
