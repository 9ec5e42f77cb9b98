import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { at, callback, command, file, lines, nameOf } from './command.ts'

async function pageOf(input: string, ...args: string[]) {
  const path = file('page.html', 'from an earlier run')
  const result = await command(['--html', path, ...args], { input })
  return { ...result, html: readFileSync(path, 'utf8') }
}

/** As a browser reads it that runs scripts, and as one that does not. */
const read = (html: string, runScripts?: 'dangerously') =>
  new JSDOM(html, runScripts && { runScripts }).window.document

describe('--html', () => {
  it('writes a page beside the result', async () => {
    const { code, out, summary, html } = await pageOf(lines)
    expect({ code, out, summary }).toEqual({
      ...(await command([], { input: lines })),
      err: undefined,
    })
    const page = read(html)
    expect(page.querySelector('h1')?.textContent).toBe('2 messages: 1 delivered, 1 failed')
    const rows = [...page.querySelectorAll('summary')].map((row) =>
      [...row.querySelectorAll('span')].map((cell) => cell.textContent).join('\t'),
    )
    expect(`${rows.join('\n')}\n`).toBe(out)
  })

  it('shows counts by status and reason, a funnel and a curve, as pictures', async () => {
    const page = read((await pageOf(lines)).html)
    const figures = [...page.querySelectorAll('figure')].map((figure) => figure.textContent)
    expect(figures[0]).toMatch(/^By status.*delivered1 \(50\.0 %\).*undelivered1 \(50\.0 %\)/)
    expect(figures[1]).toMatch(/^Why not delivered.*unreachable1 \(50\.0 %\)/)
    expect(figures[2]).toMatch(/^From submitted to delivered.*submitted2/)
    expect(figures[3]).toMatch(/^Time to deliver.*1 {2}all: /)
  })

  it('has the metrics by --group-by', async () => {
    const page = read((await pageOf(lines, '--group-by', 'provider')).html)
    const groups = [...page.querySelectorAll('tbody tr')].map(
      (row) => row.firstElementChild?.textContent,
    )
    expect(groups.slice(0, 1)).toEqual(['twilio'])
  })

  it('has each story there without scripts', async () => {
    const page = read((await pageOf(lines)).html)
    const stories = [...page.querySelectorAll('details noscript section')]
    expect(stories.map((story) => story.querySelector('h2')?.textContent)).toEqual([
      'login-1',
      nameOf('2'),
    ])
    expect(stories[0]?.querySelector('svg')).not.toBeNull()
  })

  it('draws a story when it is opened, where scripts run', async () => {
    const page = read((await pageOf(lines)).html, 'dangerously')
    const [first] = page.querySelectorAll('details')
    expect(page.querySelectorAll('details svg')).toHaveLength(0)
    first?.dispatchEvent(new page.defaultView!.Event('toggle'))
    expect(first?.querySelector('section h2')?.textContent).toBe('login-1')
    expect(page.querySelectorAll('details noscript')).toHaveLength(1)
  })

  it('finds messages by what their row says, where scripts run', async () => {
    const page = read((await pageOf(lines)).html, 'dangerously')
    const input = page.querySelector('input')!
    const shown = (text: string) => {
      input.value = text
      input.dispatchEvent(new page.defaultView!.Event('input'))
      const names = [...page.querySelectorAll<HTMLElement>('li')]
        .filter(({ hidden }) => !hidden)
        .map((item) => item.querySelector('span')?.textContent)
      return [page.querySelector('output')?.textContent, ...names]
    }
    expect(page.querySelector('form')?.hidden).toBe(false)
    expect(shown('UNREACHABLE')).toEqual(['1 of 2', nameOf('2')])
    expect(shown('')).toEqual(['', 'login-1', nameOf('2')])
    expect(shown('nothing like it')).toEqual(['0 of 2'])
  })

  it('asks for nothing, and allows no script and no style but its own', async () => {
    const { html } = await pageOf(lines)
    const page = read(html)
    const policy =
      page.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content') ?? ''
    const hash = (text: string | null | undefined) =>
      `'sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}'`
    expect(policy.split('; ')).toEqual([
      `default-src 'none'`,
      `style-src ${hash(page.querySelector('style')?.textContent)}`,
      `script-src ${hash(page.querySelector('script')?.textContent)}`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ])
    expect(
      page.querySelectorAll('[style], [src], [href], link, script + script, style + style'),
    ).toHaveLength(0)
    expect(html).not.toMatch(/ on\w+=/)
  })

  it('escapes whatever a receipt says', async () => {
    const hostile = `</noscript><script>alert(1)</script><img src=x onerror=alert(2)>&lt;"'`
    const item = {
      messageId: hostile,
      receivedAt: at('09:00'),
      country: hostile,
      body: `${callback('1', 'failed')}&ErrorCode=%3Cb%3E`,
    }
    const { html } = await pageOf(JSON.stringify(item), '--group-by', 'country-code')
    for (const page of [read(html), read(html, 'dangerously')]) {
      expect(page.querySelectorAll('script')).toHaveLength(1)
      expect(page.querySelectorAll('img, b')).toHaveLength(0)
      expect(page.querySelector('summary span')?.textContent).toBe(hostile)
    }
  })

  it('of many messages has them in lists of a hundred', async () => {
    const input = Array.from({ length: 250 }, (_, i) => callback(String(i), 'sent')).join('\n')
    const page = read((await pageOf(input)).html)
    expect([...page.querySelectorAll('ol')].map((list) => list.children.length)).toEqual([
      100, 100, 50,
    ])
  })

  it('of no message says so', async () => {
    const page = read((await pageOf('')).html)
    expect(page.querySelector('h1')?.textContent).toBe('0 messages')
    expect(page.querySelectorAll('li')).toHaveLength(0)
  })
})
