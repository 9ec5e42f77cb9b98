import { arrivals, choices } from './orders.ts'
import { sortedText } from './sorted-text.ts'

/** The same items in two arrivals, and what came of each. */
export interface Disagreement<Item> {
  readonly one: Outcome<Item>
  readonly other: Outcome<Item>
}

export interface Outcome<Item> {
  readonly order: readonly Item[]
  /** Equal results have equal texts. */
  readonly text: string
}

/**
 * Asks for one order after the other to be run, and is told what came of it. The caller decides how
 * to run it, and whether to wait.
 */
export type Search<Item> = Generator<readonly Item[], Disagreement<Item> | undefined, unknown>

/**
 * Above this many items only their pairs, threes and the whole are tried: the parts of more are too
 * many.
 */
const FEW = 7

/**
 * The smallest disagreement: of single items said twice, then of pairs, and so on up to the whole.
 */
export function* search<Item>(items: readonly Item[]): Search<Item> {
  const most = items.length > FEW ? 3 : items.length
  for (let size = 1; size <= most; size++) {
    for (const some of choices(items, size)) {
      const found = yield* compare(some)
      if (found) return found
    }
  }
  const found = items.length > FEW ? yield* compare(items) : undefined
  return found && (yield* shrink(found))
}

/** The first arrival of these items that gives another result than the first. */
function* compare<Item>(items: readonly Item[]): Search<Item> {
  let one: Outcome<Item> | undefined
  for (const order of arrivals(items)) {
    const outcome = { order, text: sortedText(yield order) }
    one ??= outcome
    if (one.text !== outcome.text) return { one, other: outcome }
  }
  return undefined
}

/** Takes items out of both orders for as long as these disagree. */
function* shrink<Item>(found: Disagreement<Item>): Search<Item> {
  for (const item of found.one.order) {
    const without = (order: readonly Item[]) => order.filter((each) => each !== item)
    const one: Outcome<Item> = {
      order: without(found.one.order),
      text: sortedText(yield without(found.one.order)),
    }
    const other: Outcome<Item> = {
      order: without(found.other.order),
      text: sortedText(yield without(found.other.order)),
    }
    if (one.text !== other.text) return yield* shrink({ one, other })
  }
  return found
}
