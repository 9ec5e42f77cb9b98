import { createRequire } from 'node:module'
import { otp, reduce, type DeliveryEvent } from 'sms-delivery-state'
import {
  summarize,
  toDeliveryCurveSvg,
  toFunnelSvg,
  toReasonsSvg,
  totalOf,
} from 'sms-delivery-state/metrics'
import { describe, expect, test } from 'vitest'
import { timed } from './timed.ts'

/** jsdom brings no types of its own. */
interface Jsdom {
  JSDOM: new (html: string) => { window: { DOMParser: typeof DOMParser } }
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom

const failed = (reason: 'network' | 'unreachable'): DeliveryEvent => ({
  status: 'failed',
  receivedAt: 1,
  failure: { reason },
})
const states = [
  ...Array.from({ length: 6 }, (_, i) => timed(1_000 * 4 ** i)),
  timed(undefined),
  ...(['network', 'unreachable', 'unreachable'] as const).map((reason) =>
    reduce([failed(reason)], otp, 1),
  ),
]
const total = totalOf(summarize(states, { now: 60_000 }))

/** As strict as XML is. */
function parse(svg: string): Document {
  const { window } = new JSDOM('')
  const document = new window.DOMParser().parseFromString(svg, 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  expect(document.documentElement.tagName).toBe('svg')
  return document
}
const textsOf = (document: Document) =>
  [...document.querySelectorAll('text')].map((each) => each.textContent)

describe('every plot', () => {
  const key = '<script>alert(1)</script>" onload="x\u202e\u0000'
  const hostile = summarize(states, { groupBy: () => key })
  test.each([
    ['the funnel', toFunnelSvg(total)],
    ['the reasons', toReasonsSvg(total)],
    ['the curve', toDeliveryCurveSvg(hostile)],
    ['the funnel of nothing', toFunnelSvg(totalOf(summarize([])))],
    ['the reasons of nothing', toReasonsSvg(totalOf(summarize([])))],
    ['the curve of nothing', toDeliveryCurveSvg(summarize([]))],
  ])(
    '%s is lawful SVG, with a title, in the color of the page, and without script or NaN',
    (_, svg) => {
      const document = parse(svg)
      expect(document.documentElement.getAttribute('role')).toBe('img')
      expect(document.querySelector('title')?.textContent?.length).toBeGreaterThan(5)
      expect(document.querySelectorAll('script, style, [onload], [href]')).toHaveLength(0)
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      for (const each of document.querySelectorAll('[stroke]'))
        expect(each.getAttribute('stroke')).toBe('currentColor')
      expect(document.documentElement.getAttribute('fill')).toBe('currentColor')
    },
  )

  test('a key is shown as text, shortened, and its traps as boxes', () => {
    const texts = textsOf(parse(toDeliveryCurveSvg(hostile)))
    expect(texts.some((text) => text?.startsWith('1  <script>alert(1)</script>" onlo…: '))).toBe(
      true,
    )
    expect(
      toDeliveryCurveSvg(summarize([timed(5)], { groupBy: () => 'a\u202eb\u0000' })),
    ).toContain('a\ufffdb\ufffd')
  })
})

describe('the funnel', () => {
  test('has a bar for each stage, as long as its share', () => {
    const document = parse(toFunnelSvg(total))
    const widths = [...document.querySelectorAll('rect')].map((each) =>
      Number(each.getAttribute('width')),
    )
    expect(widths).toEqual([240, 216, 144, 144])
    expect(textsOf(document)).toEqual([
      'submitted',
      '10 (100.0 %)',
      'answered',
      '9 (90.0 %)',
      'handed on',
      '6 (60.0 %)',
      'delivered',
      '6 (60.0 %)',
    ])
  })
})

describe('the reasons', () => {
  test('stand by how often they are, and only those that are', () =>
    expect(textsOf(parse(toReasonsSvg(total)))).toEqual([
      'unreachable',
      '2 (20.0 %)',
      'network',
      '1 (10.0 %)',
    ]))
})

describe('the curve', () => {
  const grouped = summarize(states, {
    groupBy: ({ status }) => (status === 'failed' ? 'b' : 'a'),
    now: 60_000,
  })
  const document = parse(toDeliveryCurveSvg(grouped))

  test('has a line, a number and a row for each group, with its open share', () => {
    const texts = textsOf(document)
    expect(texts).toEqual(expect.arrayContaining(['1', '2', '0 %', '100 %', '1 s', '1 h']))
    expect(texts).toContain('1  a: 7 timed, 14.3 % of them open or lost')
    expect(texts).toContain('2  b: none timed')
    const dashes = [...document.querySelectorAll('path[stroke-dasharray]')].map((each) =>
      each.getAttribute('stroke-dasharray'),
    )
    expect(dashes).toHaveLength(4)
    expect(new Set(dashes).size).toBe(2)
  })

  test('rises, and never goes back', () => {
    const path = document.querySelector('path[stroke-dasharray]')?.getAttribute('d') ?? ''
    const numbersAfter = (letter: string) =>
      [...path.matchAll(new RegExp(`${letter}([\\d.]+)`, 'g'))].map(([, n]) => Number(n))
    const [across, down] = [numbersAfter('H'), numbersAfter('V')]
    expect(down).toHaveLength(6)
    expect(across).toEqual([...across].sort((a, b) => a - b))
    expect(down).toEqual([...down].sort((a, b) => b - a))
  })

  test.each([
    ['at the top', 5_000],
    ['at the bottom', undefined],
  ])(
    'lines that end together %s have numbers that do not cover each other, and are in the picture',
    (_, ms) => {
      const same = summarize([timed(ms), timed(ms), timed(ms)], { groupBy: nth() })
      const texts = [...parse(toDeliveryCurveSvg(same)).querySelectorAll('text')]
      const labels = texts.filter(({ textContent }) => /^[123]$/.test(textContent ?? ''))
      const heights = labels.map((each) => Number(each.getAttribute('y'))).sort((a, b) => a - b)
      expect(heights).toHaveLength(3)
      expect([heights[1]! - heights[0]!, heights[2]! - heights[1]!]).toEqual([13, 13])
      expect(heights[0]).toBeGreaterThan(10)
      expect(heights[2]).toBeLessThan(260)
    },
  )
})

function nth(): () => string {
  let n = 0
  return () => `${n++}`
}
