import { element } from './dom.ts'
import type { ReadingAnswer } from './protocol.ts'

/** In pixels, as the style sheet has them: a line of the text, and what is above the first one. */
const LINE = 20
const ABOVE = 8

/** Beside each line of a text its number, and whose receipt begins there. */
export class Gutter {
  readonly #text: HTMLTextAreaElement
  readonly #lines: HTMLElement
  #reading: ReadingAnswer | undefined
  #isDue = false

  constructor(text: HTMLTextAreaElement, lines: HTMLElement) {
    this.#text = text
    this.#lines = lines
    for (const name of ['scroll', 'input']) text.addEventListener(name, () => this.redraw())
    new ResizeObserver(() => this.redraw()).observe(text)
  }

  show(reading: ReadingAnswer): void {
    this.#reading = reading
    this.redraw()
  }

  /** Soon, and once, however often it is asked for. Only lines that are in sight have elements. */
  redraw(): void {
    if (this.#isDue) return
    this.#isDue = true
    requestAnimationFrame(() => {
      this.#isDue = false
      this.#draw()
    })
  }

  /** Brings a line into sight, and selects it. */
  goTo(line: number): void {
    const { value } = this.#text
    let start = 0
    for (let i = 1; i < line; i++) start = value.indexOf('\n', start) + 1
    const end = value.indexOf('\n', start)
    this.#text.focus()
    this.#text.setSelectionRange(start, end < 0 ? value.length : end)
    this.#text.scrollTop = Math.max(0, (line - 4) * LINE)
    this.#text.scrollLeft = 0
  }

  #draw(): void {
    const { scrollTop, clientHeight, scrollHeight, value } = this.#text
    const first = Math.floor(scrollTop / LINE)
    // A text that fits says nothing of its height; then it is short.
    const all =
      scrollHeight > clientHeight ? (scrollHeight - 2 * ABOVE) / LINE : value.split('\n').length
    const last = Math.min(first + clientHeight / LINE + 1, all)
    const rows: HTMLElement[] = []
    for (let line = first + 1; line <= last; line++) rows.push(this.#row(line))
    this.#lines.replaceChildren(...rows)
    this.#lines.style.transform = `translateY(${ABOVE + first * LINE - scrollTop}px)`
  }

  #row(line: number): HTMLElement {
    const mark = this.#markOf(line)
    const label = mark === undefined ? '' : (this.#reading?.labels[mark & 127] ?? '')
    const isWrong = mark !== undefined && mark >= 128
    return element(
      'div',
      isWrong ? { class: 'wrong' } : {},
      element('b', {}, isWrong ? '!' : ''),
      element('i', {}, label),
      String(line),
    )
  }

  #markOf(line: number): number | undefined {
    if (this.#reading === undefined) return undefined
    const { lines, marks } = this.#reading
    let [from, to] = [0, lines.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (lines[middle]! < line) from = middle + 1
      else to = middle
    }
    return lines[from] === line ? marks[from] : undefined
  }
}
