import type { Output } from './output.ts'
import { plural } from './tally.ts'

const PAUSE = 200
/** Back to the line's beginning, and erase it. */
const ERASE = '\r\u001b[K'

/**
 * How far a long reading is, on one line of a terminal. Elsewhere, and of a short one, it says
 * nothing.
 */
export class Progress {
  readonly #output: Output
  readonly #clock: () => number
  #next: number
  #shown = false

  constructor(output: Output, clock: () => number) {
    this.#output = output
    this.#clock = clock
    this.#next = output.isTTY ? clock() + 5 * PAUSE : Infinity
  }

  /** Call it often: it costs a look at the clock. */
  tell(receipts: number): void {
    const now = this.#clock()
    if (now < this.#next) return
    this.#output.write(`${ERASE}${plural(receipts, 'receipt')} …`)
    this.#next = now + PAUSE
    this.#shown = true
  }

  end(): void {
    if (this.#shown) this.#output.write(ERASE)
  }
}
