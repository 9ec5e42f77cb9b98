import { throwMisuse } from '../event/throw-misuse.ts'
import { checkGroup } from './check-summary.ts'
import type { GroupSummary } from './summary.ts'

/** A share of a whole, and between which shares it lies with a confidence of 95 %. */
export interface Rate {
  readonly count: number
  readonly of: number
  /** From 0 to 1; absent where there is nothing to divide by. */
  readonly share?: number
  readonly low: number
  readonly high: number
}

/** The standard normal quantile of 97.5 %. */
const Z = 1.959963984540054

/**
 * Wilson's score interval, which stays within 0 and 1, and is honest about few messages and about
 * shares near 1, where most delivery rates are: 10 of 10 is "72 % or more", not "100 %".
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 *
 * @param count a whole number from 0
 * @param of a whole number, `count` at least
 * @throws TypeError for other numbers
 * @example
 * ```ts
 * const { share, low, high } = rateOf(98, 100)
 * console.log(share, low.toFixed(3), high.toFixed(3)) // → 0.98 0.930 0.994
 * ```
 */
export function rateOf(count: number, of: number): Rate {
  if (!Number.isSafeInteger(count) || count < 0)
    throwMisuse('rateOf: ', 'count', 'a whole number from 0', count, 'Take it from a summary.')
  if (!Number.isSafeInteger(of) || of < count)
    throwMisuse(
      'rateOf: ',
      'of',
      `a whole number from ${count}, the count`,
      of,
      'Is the order (count, of)?',
    )
  if (of === 0) return { count, of, low: 0, high: 1 }
  const share = count / of
  const middle = share + (Z * Z) / (2 * of)
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const scale = 1 + (Z * Z) / of
  return {
    count,
    of,
    share,
    low: count === 0 ? 0 : (middle - spread) / scale,
    high: count === of ? 1 : (middle + spread) / scale,
  }
}

/** The questions that are asked of every SMS system. */
export interface Rates {
  /** Shown as delivered, of all messages. The open ones count against it until they come in. */
  readonly delivered: Rate
  /** Shown as delivered, of those with a final claim. It says nothing of silent messages. */
  readonly deliveredOfReported: Rate
  /** Receipt coverage: with a final claim, of all. */
  readonly reported: Rate
  /** The clock set the status, of all. */
  readonly silent: Rate
}

/**
 * @throws TypeError for what is no group of a summary
 * @example
 * ```ts
 * const states = (['delivered', 'sent'] as const).map((status) => reduce([{ status }], otp, 0))
 * const { delivered, deliveredOfReported } = ratesOf(totalOf(summarize(states)))
 * console.log(delivered.share, deliveredOfReported.share) // → 0.5 1
 * ```
 */
export function ratesOf(group: GroupSummary): Rates {
  checkGroup(group, 'ratesOf: ', 'group')
  const { messages, outcomes, reported, silent } = group
  return {
    delivered: rateOf(outcomes.delivered, messages),
    deliveredOfReported: rateOf(outcomes.delivered, reported),
    reported: rateOf(reported, messages),
    silent: rateOf(silent, messages),
  }
}
