import { compareText } from '../event/order.ts'
import type { Summary } from './summary.ts'
import { Tally } from './tally.ts'

/** Groups in the making. Maps, since a key may be any text, `__proto__` too. */
export class Groups {
  /** By what the caller gave: each key is cleaned once. */
  readonly #given = new Map<string | undefined, Tally>()
  readonly #tallies = new Map<string, Tally>()

  of(key: string | undefined): Tally {
    let tally = this.#given.get(key)
    if (!tally) this.#given.set(key, (tally = this.#clean(wellFormed(key ?? ''))))
    return tally
  }

  #clean(key: string): Tally {
    let tally = this.#tallies.get(key)
    if (!tally) this.#tallies.set(key, (tally = new Tally()))
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
