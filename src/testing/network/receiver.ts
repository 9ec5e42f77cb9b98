import { randomOf, type Random } from '../random.ts'
import { sample } from './delay.ts'
import type { Network } from './options.ts'
import type { Trouble } from './truth.ts'

/** How long it takes to send again what waited for the receiver, at most: one burst. */
const BURST = 3_000

/**
 * When the receipt of something arrives that is told at an instant: never, once, or twice; and what
 * befell it on the way.
 */
export function arrivalsOf(
  at: number,
  network: Network,
  random: Random,
): { readonly arrivals: readonly number[]; readonly troubles: readonly Trouble[] } {
  const { chances, delays } = network
  const troubles: Trouble[] = []
  const befalls = (trouble: 'lost' | 'held' | 'duplicated') => {
    const does = random.happens(chances[trouble])
    if (does) troubles.push(trouble)
    return does
  }
  const arrive = (tried: number): number => {
    const end = endOfOutage(tried, network)
    if (end === undefined) return tried
    troubles.push('outage')
    return end + random.whole(BURST)
  }

  if (befalls('lost')) return { arrivals: [], troubles }
  const first = arrive(
    at + sample(delays.report, random) + (befalls('held') ? sample(delays.held, random) : 0),
  )
  if (!befalls('duplicated')) return { arrivals: [first], troubles }
  return { arrivals: [first, arrive(first + 1 + sample(delays.held, random))], troubles }
}

/**
 * The end of the outage that an instant falls into. There is one in each stretch of time, and the
 * stretch's number says where.
 */
function endOfOutage(
  at: number,
  { seed, start, outages: { every, lasts } }: Network,
): number | undefined {
  if (lasts === 0) return undefined
  const stretch = Math.floor((at - start) / every)
  const from = start + stretch * every + randomOf(mixed(~seed, stretch)).next() * (every - lasts)
  return at >= from && at < from + lasts ? Math.ceil(from + lasts) : undefined
}

/** A seed made of two numbers. */
export const mixed = (seed: number, n: number): number =>
  Math.imul(seed ^ Math.imul(n + 1, 0x9e3779b1), 0x85ebca6b)
