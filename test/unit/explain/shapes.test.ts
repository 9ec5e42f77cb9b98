import { OUTCOMES, STATUSES } from 'sms-delivery-state'
import { expect, test } from 'vitest'
import { colorOf } from '../../../src/explain/shapes.ts'

/** Relative luminance of `#rrggbb`: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const value = parseInt(color.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test.each(['#ffffff', '#121212'])('each mark has contrast enough on %s', (page) => {
  for (const status of STATUSES) expect(contrast(colorOf(status), page)).toBeGreaterThanOrEqual(3)
})

test('statuses of one outcome share a color, and others differ', () => {
  const colors = new Map(STATUSES.map((status) => [OUTCOMES[status], colorOf(status)]))
  expect(new Set(colors.values()).size).toBe(4)
  for (const status of STATUSES) expect(colorOf(status)).toBe(colors.get(OUTCOMES[status]))
})
