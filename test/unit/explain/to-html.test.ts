import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { otp, type DeliveryEvent } from 'sms-delivery-state'
import { explanation, stylesheet, toHtml, toText } from 'sms-delivery-state/explain'
import { describe, expect, test } from 'vitest'
import { event, instant, policy, timeZone } from './arbitraries.ts'
import { german } from './german.ts'
import { tellingMessages, type Telling } from './messages.ts'
import { outlineOf } from './outline.ts'

const htmlOf = ({ events, policy: flow, now }: Telling) => toHtml(explanation(events, flow, now))

const documentOf = (html: string): Document =>
  new JSDOM(`<!doctype html><body>${html}`).window.document

/*
 * Pages are compared by their structure: elements, roles, shapes and text. `UPDATE=1` writes the
 * files anew.
 */
describe('a telling message', () => {
  test.each(Object.entries(tellingMessages))('%s has the page that is kept', (name, telling) => {
    const file = new URL(`../../fixtures/html/${name}.html`, import.meta.url)
    const html = htmlOf(telling)
    if (process.env['UPDATE'] === '1') writeFileSync(file, `${html}\n`)
    expect(outlineOf(documentOf(html))).toEqual(outlineOf(documentOf(readFileSync(file, 'utf8'))))
  })
})

describe('a hostile message', () => {
  const hostile = `</title></svg><script>alert(1)</script><img src=x onerror="alert(1)">'&amp;\u202e`
  const events: DeliveryEvent[] = ['1', '2'].map((attempt, i) => ({
    messageId: `m${hostile}`,
    attemptId: `${attempt}${hostile}`,
    provider: hostile,
    providerMessageId: `${hostile}${attempt}`,
    ref: hostile,
    reference: hostile,
    status: 'failed',
    receivedAt: i,
    failure: { reason: 'network', code: hostile },
  }))

  test('brings in no element, no attribute and no direction', () => {
    const html = toHtml(explanation(events, { ...otp, name: hostile }, 5_000), { title: hostile })
    const document = documentOf(html)
    expect([...document.querySelectorAll('script, img, style, link, iframe, a')]).toEqual([])
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames(),
    )
    expect(attributes.filter((name) => /^on|^style$|href|src/.test(name))).toEqual([])
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    expect(document.querySelectorAll('svg')).toHaveLength(1)
  })

  test('is well-formed, whatever its texts are, and holds what the text holds', () =>
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 6 }),
        policy,
        instant,
        timeZone,
        (list, flow, now, zone) => {
          const explained = explanation(list, flow, now)
          const html = toHtml(explained, { timeZone: zone })
          const { window } = new JSDOM('')
          const parsed = new window.DOMParser().parseFromString(html, 'application/xhtml+xml')
          expect(parsed.querySelector('parsererror')?.textContent).toBeUndefined()
          expect(html).not.toMatch(/undefined|NaN|Infinity|\[object/)
          const rows = [...parsed.querySelectorAll('tbody tr')].filter(
            (row) => !row.querySelector('[colspan]'),
          )
          expect(rows).toHaveLength(explained.entries.length)
          const words = (text: string) => text.replaceAll(/\s+/g, ' ')
          const text = words(toText(explained, { timeZone: zone }))
          for (const dd of parsed.querySelectorAll('dd')) {
            for (const part of dd.textContent.split(' · '))
              expect(text).toContain(words(part).trim())
          }
        },
      ),
      { numRuns: 60 },
    ))
})

describe('a message of 10,000 events', () => {
  const many = (fields: (i: number) => Partial<DeliveryEvent>): DeliveryEvent[] =>
    Array.from({ length: 10_000 }, (_, i) => ({
      status: 'sent',
      messageId: 'm',
      receivedAt: i,
      ...fields(i),
    }))

  test('of one attempt shows what is no repeat, and says how much it leaves out', () => {
    const events = many((i) => (i === 5_000 ? { status: 'delivered' } : {}))
    const html = toHtml(explanation(events, otp, 20_000))
    expect(html.length).toBeLessThan(100_000)
    expect(html).toContain('9900 lines are left out here')
    expect(html).toContain('delivery was reported')
  })

  test('of 10,000 attempts has 100 of them', () => {
    const explained = explanation(
      many((i) => ({ attemptId: `attempt-${i}` })),
      otp,
      20_000,
    )
    const html = toHtml(explained)
    expect(html.length).toBeLessThan(300_000)
    expect(html.match(/9900 lines are left out here/g)).toHaveLength(2)
    expect(toText(explained).split('\n').length).toBeGreaterThan(20_000)
  })
})

describe('the picture', () => {
  test('takes its words from the table of phrases, and so does the page', () => {
    const { events, policy: flow, now } = tellingMessages['two-attempts']!
    const text = documentOf(toHtml(explanation(events, flow, now), { phrases: german })).body
      .textContent
    for (const word of [
      'Fenster',
      'Frist',
      'jetzt',
      'Wirkung',
      'Bedeutung',
      'angenommen',
      'doppelt',
    ])
      expect(text).toContain(word)
    expect(text).not.toMatch(/window|deadline|now|verdict|accepted|duplicate|means/i)
  })

  test('tells verdicts apart by shape', () => {
    const { events, policy: flow, now } = tellingMessages['delivered-too-late']!
    const drawn = documentOf(toHtml(explanation(events, flow, now)))
    const shapes = [...drawn.querySelectorAll('svg g')].map((mark) =>
      mark.innerHTML.replaceAll(/#\w+|currentColor/g, ''),
    )
    expect(new Set(shapes).size).toBe(5)
  })

  test('keeps near instants apart, and those far apart in order', () => {
    const day = 86_400_000
    const times = [0, 1, 2, 30, day, day + 1, 400 * day]
    const events = times.map((receivedAt): DeliveryEvent => ({
      status: 'sent',
      receivedAt,
      provider: 'p',
    }))
    const drawn = documentOf(toHtml(explanation(events, otp, 500 * day)))
    const marks = [...drawn.querySelectorAll('svg > g')].slice(0, times.length + 1)
    const places = marks.map((mark) =>
      Number(/\(([\d.]+) /.exec(mark.getAttribute('transform') ?? '')?.[1]),
    )
    places.slice(1).forEach((place, i) => expect(place - places[i]!).toBeGreaterThan(50))
    expect(places.at(-1)).toBeLessThan(2_000)
  })
})

test('the style sheet sets no color of its own, and everything under one class', () => {
  expect(stylesheet).not.toMatch(/#[\da-f]{3}|\brgb|url|import|[^-]color:/)
  const rules =
    stylesheet.replaceAll(/@media[^{]*\{([^]*?\})\s*\}/g, '$1').match(/[^{}]+(?=\{)/g) ?? []
  for (const rule of rules)
    for (const selector of rule.split(',')) expect(selector.trim()).toMatch(/^\.sms-delivery\b/)
})

test('a wrong title or option is misuse', () => {
  const explained = explanation([], otp, 0)
  expect(() => toHtml(explained, { title: 5 as never })).toThrow(
    'sms-delivery-state: toHtml: options.title must be a string',
  )
  expect(() => toHtml(explained, { Title: 'x' } as object)).toThrow(
    'sms-delivery-state: toHtml: options: each key must be',
  )
  expect(() => toText(undefined as never)).toThrow(
    'sms-delivery-state: toText: explanation must be an object',
  )
  expect(() => toText([] as never)).toThrow(
    'sms-delivery-state: toText: explanation.entries must be a list',
  )
  expect(() => toText(explained, { phrases: 'de' as never })).toThrow(
    'sms-delivery-state: toText: options.phrases must be an object',
  )
  expect(() => toText(explained, { phrases: {} as never })).toThrow(
    "sms-delivery-state: toText: options.phrases.language must be of the type of English's, string, got undefined. Start from ours:",
  )
})
