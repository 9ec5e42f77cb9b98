/** Anything that waits for its instant. */
export interface Waiting {
  readonly at: number
  /** Of two at one instant the smaller goes first. */
  readonly turn: number
}

/**
 * What waits, the earliest first: a binary heap, so that adding and taking cost the logarithm of
 * what is in it.
 */
export class Queue<Item extends Waiting> {
  readonly #heap: Item[] = []

  get size(): number {
    return this.#heap.length
  }

  get first(): Item | undefined {
    return this.#heap[0]
  }

  add(item: Item): void {
    let place = this.#heap.push(item) - 1
    for (
      let parent = (place - 1) >> 1;
      place > 0 && isBefore(item, this.#heap[parent]);
      parent = (place - 1) >> 1
    ) {
      this.#heap[place] = this.#heap[parent]!
      place = parent
    }
    this.#heap[place] = item
  }

  take(): Item | undefined {
    const [first] = this.#heap
    const last = this.#heap.pop()
    if (last === undefined || this.#heap.length === 0) return first
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      const child = isBefore(this.#heap[left + 1], this.#heap[left]) ? left + 1 : left
      if (!isBefore(this.#heap[child], last)) break
      this.#heap[place] = this.#heap[child]!
      place = child
    }
    this.#heap[place] = last
    return first
  }
}

const isBefore = (one: Waiting | undefined, other: Waiting | undefined): boolean =>
  one !== undefined &&
  (other === undefined || one.at < other.at || (one.at === other.at && one.turn < other.turn))
