import { compareText } from '../event/order.ts'
import type { Summary } from './summary.ts'
import { Tally } from './tally.ts'

/** Groups in the making. A Map, since a key may be any text, `__proto__` too. */
export class Groups {
  readonly #tallies = new Map<string, Tally>()

  of(key: string | undefined): Tally {
    const text = wellFormed(key ?? '')
    let tally = this.#tallies.get(text)
    if (!tally) this.#tallies.set(text, (tally = new Tally()))
    return tally
  }

  toSummary(): Summary {
    const groups = [...this.#tallies]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, tally]) => tally.toSummary(key === '' ? undefined : key))
    return { v: 1, groups }
  }
}

/** Half a surrogate pair cannot be written as UTF-8, where two such keys would become one. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')
