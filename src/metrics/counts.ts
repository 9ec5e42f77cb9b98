import { CONFIRMATIONS } from '../event/event.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { STATUSES } from '../event/status.ts'
import type { Counts, Frequencies, ProviderCounts } from './summary.ts'

/** Counts by name, nested. */
export type Numbers = { [name: string]: number | Numbers }

export const emptyCounts = (): Counts => ({
  messages: 0,
  statuses: zeros(STATUSES),
  outcomes: { open: 0, uncertain: 0, failed: 0, delivered: 0 },
  reached: { answered: 0, handedOn: 0, delivered: 0 },
  settled: 0,
  reported: 0,
  silent: 0,
  conflicts: 0,
  late: { shown: 0, unshown: 0 },
  reasons: zeros(FAILURE_REASONS),
  resent: { byFirst: 0, byLater: 0, byBoth: 0, byNone: 0 },
  untimed: { failed: 0, noTime: 0, noStart: 0 },
})

export const emptyProviderCounts = (): ProviderCounts => ({
  attempts: 0,
  reported: 0,
  delivered: { unstated: 0, ...zeros(CONFIRMATIONS) },
})

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

/** Adds to every number of `into` the one at the same place of `from`, which was checked. */
export function addCounts<Same extends Numbers>(into: Same, from: Readonly<Same>): void {
  for (const name of Object.keys(into)) addAt(into, from, name)
}

function addAt(into: Numbers, from: Readonly<Numbers>, name: string): void {
  const [sum, more] = [into[name], from[name]]
  if (typeof sum === 'number' && typeof more === 'number') into[name] = sum + more
  else if (typeof sum === 'object' && typeof more === 'object') addCounts(sum, more)
}

/** Adds a count under a key that need not be there yet. */
export function increase<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

/** How many there are in all. */
export const countIn = (frequencies: Frequencies): number =>
  frequencies.reduce((sum, [, count]) => sum + count, 0)
