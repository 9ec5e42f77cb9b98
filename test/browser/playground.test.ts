import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { printed } from '../repo/run.ts'
import { launchers, Playground, servePlayground } from './playground.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const FORM = 'MessageSid=SM0b01&MessageStatus=delivered'
const SMPP =
  'id:7f3a0204 sub:001 dlvrd:000 submit date:2611210850 done date:2611210851 stat:UNDELIV err:001 text:'
const JSON_LINE =
  '{"body":{"MessageSid":"SM0b02","MessageStatus":"sent"},"receivedAt":"2026-11-21T09:00Z"}'
const LOG_LINE = `2026-11-21 09:00:01,250 INFO [web-1] POST /twilio 204 body="${FORM.replace('SM0b01', 'SM0b03')}"`
const PRETTY = JSON.stringify([{ MessageSid: 'SM0b04', MessageStatus: 'queued' }, 'hello'], null, 2)

let site: Awaited<ReturnType<typeof servePlayground>>
beforeAll(async () => {
  site = await servePlayground()
}, 300_000)
afterAll(() => site?.close())

describe.each(Object.entries(launchers))('the playground in %s', (name, launch) => {
  let browser: Browser
  let at: Playground
  beforeAll(async () => {
    browser = await launch()
  }, 300_000)
  afterAll(() => browser?.close())
  beforeEach(async () => {
    at = await Playground.open(browser, site.url)
  })
  afterEach(async () => {
    expect(at.faults).toEqual([])
    await at.close()
  })

  it('begins with a story that tells what it is for', async () => {
    expect(await at.text('#verdict-heading')).toBe('3 What happened to login-7')
    expect(await at.text('#status')).toBe('delivered settled')
    expect(await at.text('#last-wins')).toBe('sent ✗')
    expect(await at.text('#first-wins')).toBe('undelivered ✗')
    expect(await at.page.evaluate(() => document.querySelectorAll('#told svg').length)).toBe(1)
  })

  it('reads what is pasted, in whatever form, and says whose it is', async () => {
    await at.paste([FORM, SMPP, JSON_LINE, LOG_LINE].join('\n'))
    await at.sees('#read', '4 receiptstwilio 3smpp 1')
    expect(await at.texts('#rows .id')).toEqual([
      'smpp:7f3a0204',
      'twilio:SM0b01',
      'twilio:SM0b02',
      'twilio:SM0b03',
    ])
    expect(await at.texts('#rows .pill')).toEqual(['undelivered', 'delivered', 'sent', 'delivered'])
    await at.paste(PRETTY)
    await at.sees('#read', '2 receiptstwilio 1not recognized 1')
  })

  it('leads from an issue to its line', async () => {
    await at.paste([FORM, 'a page of HTML', SMPP].join('\n'))
    await at.sees('#issues', /^1 line could not be read ?line 2 any: no provider/)
    await at.click('#issues button')
    const selected = () =>
      at.page.evaluate(() => {
        const { value, selectionStart, selectionEnd } =
          document.querySelector<HTMLTextAreaElement>('#receipts')!
        return value.slice(selectionStart, selectionEnd)
      })
    expect(await selected()).toBe('a page of HTML')
  })

  it('takes files that are dropped, and the stories', async () => {
    await at.drop(FORM, SMPP)
    await at.sees('#read', '2 receiptstwilio 1smpp 1')
    await at.choose(17)
    await at.sees('#status', 'expired settled')
    expect(await at.text('#next')).toMatch(/^Next: offer-resend – /)
    await at.click('#clear')
    await at.sees('#read', '0 receipts')
    expect(
      await at.page.evaluate(() => document.querySelector<HTMLElement>('#story')!.hidden),
    ).toBe(true)
  })

  it('shows that no order changes anything, and what it does to a column', async () => {
    for (let i = 1; i <= 5; i++) {
      await at.click('#shuffle')
      await at.sees(
        '#orders-text',
        new RegExp(`^Nothing changed in any field of 3 messages. In ${i + 1} orders`),
      )
    }
    const rows = await at.page.evaluate(() =>
      [...document.querySelectorAll('#orders-rows tr')].map((row) =>
        [...row.children].slice(1).map((cell) => cell.textContent),
      ),
    )
    expect(rows.map(([ours]) => ours)).toEqual(Array(6).fill('delivered'))
    for (const column of [1, 2])
      expect(new Set(rows.map((row) => row[column])).size).toBeGreaterThan(1)
  })

  it('tells the state at each instant that now is dragged to', async () => {
    const box = await at.page.evaluate(() => {
      const { left, top, width, height } = document.querySelector('#now')!.getBoundingClientRect()
      return { left, top: top + height / 2, width }
    })
    // From the end to the first receipt, and on to the second.
    await at.page.mouse.move(box.left + box.width - 10, box.top)
    await at.page.mouse.down()
    await at.page.mouse.move(box.left + box.width / 2, box.top, { steps: 5 })
    await at.page.mouse.move(box.left + 10, box.top, { steps: 5 })
    await at.sees('#status', 'accepted')
    expect(await at.text('#now-text')).toBe('2026-11-21 08:47:00.120 UTC')
    await at.page.mouse.up()
    await at.sees('#rows li:nth-child(2)', /nothing is known yet/)
    await at.click('#step-on')
    await at.sees('#status', 'undelivered')
    await at.sees('#now-text', '2026-11-21 08:47:02.310 UTC')
    await at.click('#step-on')
    await at.sees('#status', 'delivered settled')
    await at.click('#step-back')
    await at.sees('#status', 'undelivered')
  })

  it('reduces by another flow, or by a policy that is edited, and says what is wrong with one', async () => {
    await at.choose(17)
    await at.sees('#status', 'expired settled')
    await at.click('[name=flow][value=alert]')
    await at.sees('#status', 'delivered settled')
    await at.click('[name=flow][value=otp]')
    await at.sees('#status', 'expired settled')
    await at.click('[name=flow][value=own]')
    await at.sees('#policy-problems', 'The policy my-otp holds.')
    await at.type('#policy', '{ "extends": "otp", "name": "patient", "window": 600000 }')
    await at.sees('#status', 'delivered settled')
    await at.type('#policy', '{ "extends": "otp", "name": "patient", "window": -5 }')
    await at.sees(
      '#policy-problems',
      /window: .*definePolicy: window must be .*, got -5.*patient holds/,
    )
    expect(await at.text('#status')).toBe('delivered settled')
    await at.type('#policy', '{ "extends": "otp"')
    await at.sees('#policy-problems', /^This is no JSON/)
    await at.type('#policy', '{ "extends": "otp", "name": "hasty", "windw": 1 }')
    await at.sees('#policy-problems', /windw/)
  })

  it('takes what a receipt says for text, whatever it says', async () => {
    const id = '<img src=x onerror=alert(1)><script>alert(2)</script>'
    const receipt = { status: 'failed', failure: { reason: 'network', code: id } }
    const text = [
      JSON.stringify({
        ...receipt,
        messageId: id,
        attemptId: id,
        provider: '</textarea><script>alert(3)</script>',
      }),
      `<script>alert(4)</script>`,
      '{"__proto__":{"status":"delivered"},"constructor":1}',
      '{"body":{"body":{"body":[[[[[]]]]]}},"receivedAt":"now"}',
      `MessageSid=${id}&MessageStatus=${id}&ErrorCode=${id}`,
    ].join('\n')
    await at.paste(text)
    await at.sees('#verdict-id', id)
    expect(await at.text('#told h2')).toBe(id)
    expect(
      await at.page.evaluate(
        () => document.querySelectorAll('main :is(img, script, iframe)').length,
      ),
    ).toBe(0)
    await at.click('[name=flow][value=own]')
    await at.type('#policy', `{"name":"${id}"}`)
    await at.sees('#policy-problems', /Until that is right/)
  })

  it('lets nothing out: neither the page nor a worker of it may call an address', async () => {
    const out = await Playground.open(browser, site.url)
    const refused = await out.page.evaluate(async () => {
      const call = `fetch('icon.svg').then(() => 'called', () => 'refused')`
      const blob = new Blob([`${call}.then(postMessage)`], { type: 'text/javascript' })
      const worker = new Worker(URL.createObjectURL(blob))
      const byWorker = new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data)
      })
      const byPage = fetch('index.html').then(
        () => 'called',
        () => 'refused',
      )
      return [await byPage, await byWorker]
    })
    expect(refused).toEqual(['refused', 'refused'])
    const policy = await out.page.evaluate(
      () => document.querySelector<HTMLMetaElement>('meta[http-equiv]')?.content,
    )
    expect(policy).toMatch(/default-src 'none'.*connect-src 'none'/)
    expect(policy).not.toContain('unsafe')
    await out.close()
  })

  it('gives a link that shows the same again, and code that prints it', async () => {
    await at.choose(9)
    await at.sees('#verdict-id', 'm1')
    await at.click('[name=flow][value=own]')
    await at.type('#policy', '{ "extends": "otp", "name": "mine", "window": 60000 }')
    await at.sees('#policy-problems', 'The policy mine holds.')
    await at.click('#step-back')
    await at.click('#step-back')
    await at.sees('#told', /as of 09:00:42/)
    const shown = await at.text('#told')
    await at.click('#copy-link')
    await expect
      .poll(() => at.page.evaluate(() => document.querySelector<HTMLInputElement>('#link')!.value))
      .toContain('#s=')
    const link = await at.page.evaluate(() => location.href)
    const again = await Playground.open(browser, site.url, { hash: new URL(link).hash })
    await again.sees('#told', shown)
    expect(await again.text('#now-text')).toBe(await at.text('#now-text'))
    expect(again.faults).toEqual([])
    await again.close()

    const lines = printed(
      await at.page.evaluate(() => document.querySelector('#snippet')!.textContent),
      'snippet',
    )
    expect(lines).toMatch(/^Shown: +\w+ since .*\(policy mine, as of /m)
    const [, status] = /^Shown: +(\w+)/m.exec(lines) ?? []
    expect(await at.text('#status')).toContain(status)
  })

  it('begins anew with a link that is damaged', async () => {
    const broken = await Playground.open(browser, site.url, { hash: '#s=AAAA' })
    expect(await broken.text('#verdict-id')).toBe('login-7')
    expect(broken.faults).toEqual([])
    await broken.close()
  })

  it('can be used with the keyboard alone', async () => {
    await at.page.evaluate(() => document.querySelector<HTMLElement>('#now')?.focus())
    await at.page.keyboard.press('Home')
    await at.sees('#status', 'accepted')
    await at.page.keyboard.press('ArrowRight')
    await at.sees('#now-text', '2026-11-21 08:47:00.230 UTC')
    expect(
      await at.page.evaluate(() => document.querySelector('#now')?.getAttribute('aria-valuetext')),
    ).toMatch(/, accepted$/)
    await at.page.keyboard.press('End')
    await at.sees('#status', 'delivered settled')
    await at.page.evaluate(() => document.querySelector<HTMLElement>('#shuffle')?.focus())
    await at.page.keyboard.press('Enter')
    await at.sees('#orders-text', /^Nothing changed/)
    await at.page.evaluate(() =>
      document.querySelector<HTMLElement>('#rows li:nth-child(2) button')?.focus(),
    )
    await at.page.keyboard.press('Enter')
    await at.sees('#verdict-id', 'smpp:7f3a0204')
    // The list is the same, so that the focus stays.
    expect(await at.page.evaluate(() => document.activeElement?.textContent)).toContain(
      'smpp:7f3a0204',
    )
  })

  it('has no control that the Tab key does not reach', async () => {
    const reached: string[] = []
    for (let i = 0; i < 40; i++) {
      await at.page.keyboard.press('Tab')
      const name = await at.page.evaluate(() => {
        const active = document.activeElement
        if (active === null || active === document.body || 'seen' in active) return ''
        return Object.assign(active, { seen: true }).id || active.tagName
      })
      if (name === '') break
      reached.push(name)
    }
    expect(reached).toEqual(
      expect.arrayContaining([
        'stories',
        'files',
        'clear',
        'receipts',
        'now',
        'shuffle',
        'copy-link',
        'SUMMARY',
      ]),
    )
  })

  it('does no work for each of 10,000 receipts at a keystroke: a worker reads them', async () => {
    const receipts = Array.from({ length: 10_000 }, (_, i) =>
      FORM.replace('0b01', String(i >> 1).padStart(4, '0')),
    )
    await at.paste(receipts.join('\n'))
    await at.sees('#read', '10,000 receiptstwilio 10000')
    await at.sees('#counts', /^5,000 messages/)
    const calls = name === 'Chromium' ? await callsOf(at) : undefined
    // Behind the last receipt.
    await at.page.keyboard.type('&hello')
    await at.page.keyboard.press('Enter')
    await at.page.keyboard.type('y')
    await at.sees('#read', '10,001 receiptstwilio 10000not recognized 1')
    // Eight keys: were anything done for each receipt, there would be ten times as many.
    if (calls) expect(await calls()).toBeLessThan(10_000)
    expect(await at.page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1_000)
    expect(await at.texts('#rows .id')).toHaveLength(25)
    await at.type('#find', 'SM4321')
    await at.sees('#rows .id', 'twilio:SM4321')
    await at.click('#rows button')
    await at.sees('#verdict-id', 'twilio:SM4321')
  })

  it.each([
    { width: 1_200, scheme: 'light' },
    { width: 360, scheme: 'dark' },
  ])(
    'has no fault that axe finds, and fits, $width wide and $scheme',
    async ({ width, scheme }) => {
      await at.page.setViewport({ width, height: 800 })
      // Firefox has no such switch here.
      if (name === 'Chromium')
        await at.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      for (const click of ['#shuffle', '[name=flow][value=own]', '#copy-link', 'summary'])
        await at.click(click)
      await at.sees('#orders-text', /^Nothing changed/)
      await at.sees('#policy-problems', /holds/)
      const [page, screen] = await at.page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(page).toBe(screen)
      await at.page.evaluate(axe)
      const faults = await at.page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
        const { violations } = await axe.run()
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`,
        )
      })
      expect(faults).toEqual([])
    },
  )
})

/** Counts the calls of the page's own functions from now on; what the worker does is not among them. */
async function callsOf({ page }: Playground): Promise<() => Promise<number>> {
  const profiler = await page.createCDPSession()
  await profiler.send('Profiler.enable')
  await profiler.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  return async () => {
    const { result } = await profiler.send('Profiler.takePreciseCoverage')
    await profiler.detach()
    const functions = result
      .filter(({ url }) => url.startsWith(site.url))
      .flatMap((script) => script.functions)
    expect(functions.length).toBeGreaterThan(10)
    return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0)
  }
}
