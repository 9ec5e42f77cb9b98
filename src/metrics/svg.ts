/*
 * The small language of the plots: SVG fragments for an HTML page, without script or style sheet.
 * They draw in the page's own text color, so they fit light and dark pages, and tell groups apart
 * by dashes and numbers, so that they can be read without color and printed.
 */

const WIDTH = 640
export const ROW = 24

/** Texts may be a stranger's: a group's key is whatever the caller's data holds. */
export const escaped = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

/** What XML does not take, and what would turn a line's direction, is shown as a box. */
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Surrogate}\p{Bidi_Control}\uFFFE\uFFFF]/gu, '\uFFFD')

/** A text of at most so many characters. */
export function shortened(text: string, most: number): string {
  const chars = [...text]
  return chars.length <= most ? text : `${chars.slice(0, most - 1).join('')}…`
}

/** One picture. A screen reader reads its title and the texts in it. */
export function picture(title: string, height: number, content: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(title)}"`,
    ` viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}"`,
    ' fill="currentColor" font-family="sans-serif" font-size="13">',
    `<title>${escaped(title)}</title>`,
    ...content,
    '</svg>',
  ].join('')
}

export type Anchor = 'start' | 'middle' | 'end'

export const textAt = (x: number, y: number, text: string, anchor: Anchor = 'start'): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(text)}</text>`

export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="currentColor" stroke-opacity="0.25" fill="none"/>`

export interface Bar {
  readonly label: string
  readonly count: number
  /** What is written behind the bar: the count, and what it is a share of. */
  readonly note: string
}

const BAR_START = 200
const BAR_END = 440

/** Horizontal bars, each with its label before it and its number behind it. */
export function bars(title: string, list: readonly Bar[], most: number): string {
  const rows = list.flatMap(({ label, count, note }, i) => {
    const [y, width] = [i * ROW, most > 0 ? ((BAR_END - BAR_START) * count) / most : 0]
    return [
      textAt(BAR_START - 8, y + 16, shortened(label, 26), 'end'),
      `<rect x="${BAR_START}" y="${y + 4}" width="${round(width)}" height="${ROW - 8}" fill-opacity="0.6"/>`,
      textAt(BAR_START + width + 8, y + 16, note),
    ]
  })
  return picture(title, Math.max(1, list.length) * ROW, rows)
}

/** To a tenth of a pixel. */
export const round = (value: number): number => Math.round(value * 10) / 10

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
