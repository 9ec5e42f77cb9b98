export type Pair = readonly [name: string, value: string]

/** The parameters of a query or a form. */
export function formOf(text: string): Iterable<Pair> {
  // URLSearchParams would drop a `?` at the start, and so let one be added.
  return new URLSearchParams(`&${text}`)
}

/** By name, then by value. */
export function sortedPairs(pairs: Iterable<Pair>): Pair[] {
  return [...pairs].sort(([a, v], [b, w]) => (a < b || (a === b && v < w) ? -1 : 1))
}
