import type { AttemptStatus } from '../delivery/attempt-status.ts'
import { compareShown } from '../delivery/shown.ts'

/**
 * The attempts as far as they are known, and which of them is shown. A heap, so that an event costs
 * the logarithm of the number of attempts: what a newer status replaced stays in it until it comes
 * to the top.
 */
export class ShownSoFar {
  readonly #statuses = new Map<string | undefined, AttemptStatus>()
  readonly #heap: AttemptStatus[] = []

  get(attemptId: string | undefined): AttemptStatus | undefined {
    return this.#statuses.get(attemptId)
  }

  get statuses(): Iterable<AttemptStatus> {
    return this.#statuses.values()
  }

  set(status: AttemptStatus): void {
    const heap = this.#heap
    this.#statuses.set(status.attempt.id, status)
    let at = heap.push(status) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (compareShown(heap[parent]!, status) <= 0) break
      heap[at] = heap[parent]!
      at = parent
    }
    heap[at] = status
  }

  /** The status that is shown, of at least one. */
  get shown(): AttemptStatus {
    const heap = this.#heap
    while (this.#statuses.get(heap[0]!.attempt.id) !== heap[0]) this.#removeTop()
    return heap[0]!
  }

  /** The attempt's newer status is in the heap as well, so it is never empty. */
  #removeTop(): void {
    const heap = this.#heap
    const last = heap.pop()!
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && compareShown(heap[child + 1]!, heap[child]!) < 0) child++
      if (compareShown(last, heap[child]!) <= 0) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
  }
}
