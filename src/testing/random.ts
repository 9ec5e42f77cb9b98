import { throwMisuse } from '../event/throw-misuse.ts'

/**
 * Chance that a seed repeats. For tests alone: whoever sees a few numbers can tell the rest, so
 * never make a secret of it.
 */
export interface Random {
  /** From 0 up to, but not with, 1. */
  next(): number
  /** Whole, from 0 up to, but not with, `below`. */
  whole(below: number): number
  /** Whether a thing happens that does in this share of all cases, from 0 to 1. */
  happens(share: number): boolean
  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item
  /** The same items in another order; the list itself stays as it is. */
  shuffled<Item>(items: readonly Item[]): Item[]
}

/**
 * mulberry32 by Tommy Ettinger, in the public domain:
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function randomOf(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number) => Math.floor(next() * below)
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick: (items) => items[whole(items.length)]!,
    // Fisher and Yates.
    shuffled(items) {
      const list = [...items]
      for (let last = list.length - 1; last > 0; last--) {
        const other = whole(last + 1)
        const item = list[last]!
        list[last] = list[other]!
        list[other] = item
      }
      return list
    },
  }
}

/** Any whole number; its lowest 32 bits count. */
export function checkSeed(seed: unknown, where: string): void {
  if (!Number.isSafeInteger(seed))
    throwMisuse(
      where,
      'seed',
      'a whole number',
      seed,
      'Pass any; the same one gives the same again.',
    )
}
