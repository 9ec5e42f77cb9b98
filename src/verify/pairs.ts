export type Pair = readonly [name: string, value: string]

/** The parameters of a query or a form, by name, then by value. */
export function sortedPairs(text: string): Pair[] {
  // URLSearchParams would drop a `?` at the start, and so let it be added.
  return [...new URLSearchParams(`&${text}`)].sort(([a, v], [b, w]) => compare(a, b) || compare(v, w))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
