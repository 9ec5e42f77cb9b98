const MOST_HOLES = 1_000

/**
 * Whether something holds of one of the indexes. Passes over holes, so that a sparse array costs
 * what it holds, not what its length says.
 */
export function someIndex(list: readonly unknown[], test: (index: number) => boolean): boolean {
  let holes = 0
  for (let i = 0; i < list.length; i++) {
    if (Object.hasOwn(list, i)) {
      if (test(i)) return true
    } else if (++holes === MOST_HOLES) {
      // A text for each index costs more than to read most items: only where there is no other way.
      return Object.keys(list).some((key) => Number(key) > i && test(Number(key)))
    }
  }
  return false
}

/** The same for each of them. */
export function eachIndex(list: readonly unknown[], visit: (index: number) => void): void {
  someIndex(list, (i) => (visit(i), false))
}
