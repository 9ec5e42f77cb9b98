const MOST_HOLES = 1_000

/** Passes over holes, so that a sparse array costs what it holds, not what its length says. */
export function* indexesOf(list: readonly unknown[]): Generator<number> {
  let holes = 0
  let i = 0
  for (; i < list.length && holes < MOST_HOLES; i++) {
    if (Object.hasOwn(list, i)) yield i
    else holes++
  }
  if (i === list.length) return
  // A text for each index costs more than to read most items: only where there is no other way.
  for (const key of Object.keys(list)) if (Number(key) >= i) yield Number(key)
}

/** Whether something holds of one of the indexes. */
export function someIndex(list: readonly unknown[], test: (index: number) => boolean): boolean {
  for (const i of indexesOf(list)) if (test(i)) return true
  return false
}
