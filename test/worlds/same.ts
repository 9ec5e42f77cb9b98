/**
 * Deeply equal, an absent field never equal to one that is undefined: `toStrictEqual` for plain
 * data, without its cost.
 */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) {
    if (!Object.hasOwn(b, key) || !same(a[key as keyof typeof a], b[key as keyof typeof b]))
      return false
  }
  return true
}
