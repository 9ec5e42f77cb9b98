import { randomOf } from './random.ts'

/** All orders of a few items, the given one first. `n!` of them. */
export function* orders<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length === 0) yield []
  for (const [i, item] of items.entries()) {
    for (const rest of orders([...items.slice(0, i), ...items.slice(i + 1)])) yield [item, ...rest]
  }
}

/** All choices of so many items, each in the order of the list. */
export function* choices<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  if (size === 0) yield []
  for (const [i, item] of items.entries()) {
    if (items.length - i < size) return
    if (size > 0) for (const rest of choices(items.slice(i + 1), size - 1)) yield [item, ...rest]
  }
}

/** Up to 7 items have at most 5040 orders, and all are tried; of more so many, always the same. */
const ALL = 7
const SAMPLES = 1_000

/**
 * The arrivals to try of these items: each order, and the first of them with everything said twice.
 */
export function* arrivals<Item>(items: readonly Item[]): Generator<Item[]> {
  yield [...items]
  yield [...items, ...items]
  if (items.length <= ALL) return yield* orders(items)
  const random = randomOf(items.length)
  for (let i = 0; i < SAMPLES; i++) yield random.shuffled(items)
}
