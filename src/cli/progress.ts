import { plural } from './tally.ts'

const PAUSE = 200
/** Back to the line's beginning, and erase it. */
const ERASE = '\r\u001b[K'

/** How far a long reading is, on one line of a terminal. Elsewhere, and of a short one, it says nothing. */
export class Progress {
  #next: number
  #shown = false

  constructor(
    private readonly terminal: { write(text: string): unknown } | undefined,
    private readonly clock: () => number,
  ) {
    this.#next = clock() + 5 * PAUSE
  }

  /** Call it often: it costs a look at the clock. */
  tell(receipts: number): void {
    if (this.terminal === undefined || this.clock() < this.#next) return
    this.terminal.write(`${ERASE}${plural(receipts, 'receipt')} …`)
    this.#next = this.clock() + PAUSE
    this.#shown = true
  }

  end(): void {
    if (this.#shown) this.terminal?.write(ERASE)
  }
}
