import { createRequire } from 'node:module'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { createHmac } from 'node:crypto'
import type { AxeResults } from 'axe-core'
import puppeteer, { type Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../examples/service/database.ts'
import { pglite } from '../../examples/service/pglite.ts'
import { pretendGateway } from '../../examples/service/pretend.ts'
import { start } from '../../examples/service/service.ts'
import { sourcesOf } from '../../examples/service/sources.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
const HOST = '127.0.0.1'
const SECRETS = { TWILIO_AUTH_TOKEN: 'token', MESSENTE_API_PASSWORD: 'password' }

let db: Database
let origin: string
let stop: () => Promise<void>
let browser: Browser

beforeAll(async () => {
  const port = await freePort()
  origin = `http://${HOST}:${port}`
  db = await pglite()
  const gateway = pretendGateway(SECRETS.TWILIO_AUTH_TOKEN, 20)
  stop = await start({ db, gateway, origin }, sourcesOf(SECRETS), { host: HOST, port, pause: 20 })
  browser = await puppeteer.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  })
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await stop?.()
})

describe('the service', () => {
  it('sends a text, hears of it, and tells its story', async () => {
    expect(await order('login-42', 'otp', '+15550100002')).toBe(202)
    expect(await order('login-42', 'otp', '+15550100002')).toBe(202) // no second text
    await vi.waitFor(
      async () => expect(await story('login-42')).toMatch(/^Shown: +delivered/m),
      WAIT,
    )
    expect((await story('login-42')).match(/^\d\d:\d\d:\d\d\.\d{3} /gm)).toHaveLength(5)
  })

  it('shows a story as a page that has no fault, and asks for its own style alone', async () => {
    await order('parcel-7', 'notification', '+15550100002')
    await vi.waitFor(
      async () => expect(await story('parcel-7')).toMatch(/^Shown: +delivered/m),
      WAIT,
    )
    const page = await browser.newPage()
    const told: string[] = []
    page.on('console', (message) => told.push(message.text()))
    page.on('request', (request) => told.push(request.url()))
    await page.setViewport({ width: 1_000, height: 900 })
    await page.goto(`${origin}/messages/parcel-7`)
    expect(told.filter((each) => !each.endsWith('favicon.ico'))).toEqual([
      `${origin}/messages/parcel-7`,
      `${origin}/story.css`,
    ])
    const seen = await page.evaluate(() => ({
      heading: document.querySelector('h2')?.textContent,
      picture: document.querySelector('svg')?.getBoundingClientRect().width ?? 0,
      rows: document.querySelectorAll('tbody tr:not(:has([colspan]))').length,
      display: getComputedStyle(document.querySelector('dl')!).display,
    }))
    const { picture, ...rest } = seen
    expect(rest).toEqual({ heading: 'parcel-7', rows: 5, display: 'grid' })
    expect(picture).toBeGreaterThan(100)
    await page.setBypassCSP(true)
    await page.reload()
    await page.addScriptTag({ path: axe })
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
      return (await axe.run()).violations.map(({ id }) => id)
    })
    expect(faults).toEqual([])
    await page.close()
  })

  it('counts what it has, on a page with links to the stories', async () => {
    await order('fraud-1', 'alert', '+15550100001')
    await vi.waitFor(async () => expect(await story('fraud-1')).toMatch(/^Shown: +sent/m), WAIT)
    await vi.waitFor(async () => expect(await text('/')).toContain('<td>sent</td>'), WAIT)
    const page = await browser.newPage()
    await page.goto(origin)
    expect(await page.evaluate(() => document.querySelectorAll('table').length)).toBeGreaterThan(2)
    await Promise.all([page.waitForNavigation(), page.click('a[href="/messages/fraud-1"]')])
    expect(page.url()).toBe(`${origin}/messages/fraud-1`)
    expect(await text('/metrics')).toMatch(/^sms_messages\{flow="alert",status="sent"\} 1$/m)
    expect(await text('/metrics')).toMatch(/# EOF\n$/)
    await page.close()
  })

  it('hands on what it cannot do itself, once', async () => {
    await order('login-50', 'otp', '+15550100010') // cannot be reached
    const done = async () =>
      (await db.query({ name: '', text: DONE, values: ['login-50'] })).rows.map((row) => row['key'])
    await vi.waitFor(async () => expect(await done()).toEqual(['other-channel/1']), WAIT)
  })

  it('takes a receipt from nobody else, and asks for both ids or neither', async () => {
    const body = 'MessageSid=SM0b01&MessageStatus=delivered'
    expect(await call('/receipts/twilio', body, 'a guess')).toBe(403)
    expect(await call('/receipts/vonage', body)).toBe(404) // has no secret
    expect(await call('/receipts/twilio?message=login-42', body)).toBe(400)
    expect(await call('/receipts/twilio?message=a%00b&attempt=1', body)).toBe(400)
    expect(await call('/receipts/twilio', body)).toBe(204)
    expect(await text('/')).toContain('ids of no message')
  })

  it('keeps what it cannot read, and answers 204: else it would come again and again', async () => {
    const poison = [
      'MessageSid=SM%000b01&MessageStatus=delivered',
      '{"MessageSid":"SM\\ud800","MessageStatus":"delivered"}',
      `MessageSid=SM${'0'.repeat(1_100_000)}&MessageStatus=delivered`,
      'a page of HTML',
      '',
    ]
    for (const body of poison) expect(await call('/receipts/twilio', body)).toBe(204)
    const { rows } = await db.query({ name: '', text: 'SELECT raw FROM unread', values: [] })
    const kept = rows.map((row) => new TextDecoder().decode(row['raw'] as Uint8Array))
    expect(new Set(kept)).toEqual(new Set(poison))
  })
})

const WAIT = { timeout: 30_000, interval: 50 }
const DONE = `SELECT advice_key AS key FROM sds_effect
  WHERE message_id = $1 AND finished_at IS NOT NULL ORDER BY finished_at`

const text = async (path: string): Promise<string> => (await fetch(origin + path)).text()
const story = (id: string): Promise<string> => text(`/messages/${id}`)

async function order(id: string, flow: string, to: string): Promise<number> {
  const response = await fetch(`${origin}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, flow, to, text: 'Your code is 4711' }),
  })
  return response.status
}

/** A receipt as Twilio signs it: the address, then each name with its value. */
async function call(
  path: string,
  body: string,
  token = SECRETS.TWILIO_AUTH_TOKEN,
): Promise<number> {
  const signed = [...new URLSearchParams(body)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat()
    .join('')
  const signature = createHmac('sha1', token)
    .update(origin + path + signed)
    .digest('base64')
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-twilio-signature': signature },
    body,
  })
  return response.status
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, HOST)
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
