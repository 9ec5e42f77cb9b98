import fc from 'fast-check'
import { expect, test } from 'vitest'

/** `npm run prove` looks 50 times as far, `npm run mutate` a tenth as far for each mutant. */
export const FURTHER = process.env['PROVE'] ? 50 : process.env['STRYKER_MUTATOR_WORKER'] ? 0.1 : 1

/** Generous, for busy machines: a law ends by itself, and only an endless loop is to be caught. */
const timeout = 600_000 * Math.max(1, FURTHER)

/** Counts the samples that come to the point of a law. */
export class Point {
  #count = 0

  get count(): number {
    return this.#count
  }

  reach(): void {
    this.#count++
  }
}

interface Aim {
  /** What the law speaks of, where not every sample has it. */
  readonly point: Point
  /** The share of the samples that must come to the point; else the law is vacuous. */
  readonly share: number
}

/**
 * A law as a test. Samples that do not pass `fc.pre` do not count as runs, and with too many of
 * them the law fails, as it does where too few come to its point. Where it fails, fast-check prints
 * the seed and the smallest counterexample: keep that as an example of its own.
 */
export function law<Ts>(
  title: string,
  property: fc.IRawProperty<Ts>,
  runs = 1000,
  aim?: Aim,
): void {
  const numRuns = Math.ceil(runs * FURTHER)
  test(title, { timeout }, async () => {
    await fc.assert(property, { numRuns, maxSkipsPerRun: 20 })
    if (aim)
      expect(aim.point.count, 'samples that come to the point').toBeGreaterThanOrEqual(
        numRuns * aim.share,
      )
  })
}
