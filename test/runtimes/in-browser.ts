import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import puppeteer, { type LaunchOptions } from 'puppeteer-core'
import type { Consumer } from './consumer.ts'
import type { Ran } from './on-files.ts'
import { NotRun } from './tool.ts'

const MINUTES = 600_000
const BROWSERS = {
  chromium: {
    browser: 'chrome',
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  },
  firefox: {
    browser: 'firefox',
    executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
  },
} satisfies Record<string, LaunchOptions>

interface Page {
  answers(questions: string): string
  questions: string
  result: string
}

/** A page of a local file with the one script; the answers are fetched in slices. */
export async function inBrowser(
  name: keyof typeof BROWSERS,
  { folder, questions }: Consumer,
): Promise<Ran> {
  const options = BROWSERS[name]
  if (!existsSync(options.executablePath)) throw new NotRun(`no ${options.executablePath}`)
  const page = join(folder, 'page.html')
  const scripts = ['script.js', 'questions.js'].map((src) => `<script src="${src}"></script>`)
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><title>Answers</title>${scripts.join('')}`,
  )
  const quoted = JSON.stringify(questions)
  writeFileSync(join(folder, 'questions.js'), `globalThis.questions = ${quoted}`)

  const browser = await puppeteer
    .launch({ ...options, protocolTimeout: MINUTES })
    .catch((error: unknown) => {
      throw new NotRun(`${options.executablePath} does not start: ${String(error)}`)
    })
  try {
    const tab = await browser.newPage()
    await tab.goto(pathToFileURL(page).href)
    const length = await tab.evaluate(() => {
      const page = globalThis as unknown as Page
      page.result = page.answers(page.questions)
      return page.result.length
    })
    let answers = ''
    while (answers.length < length) {
      const from = answers.length
      answers += await tab.evaluate(
        (from) => (globalThis as unknown as Page).result.slice(from, from + 1_000_000),
        from,
      )
    }
    return { version: (await browser.version()).replace(/^.*\//, ''), answers }
  } finally {
    await browser.close()
  }
}
