/**
 * By code points, as UTF-8 bytes, PostgreSQL's "C", SQLite and DuckDB sort; negative where `a`
 * comes first. JavaScript's own `<` goes by UTF-16 code units, and puts U+10000 before U+E000.
 */
export function compareText(a = '', b = ''): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return aboveSurrogates(x) - aboveSurrogates(y)
  }
  return a.length - b.length
}

/** The smaller of two texts; the one that is there, where only one is. */
export const minText = (a: string | undefined, b: string): string =>
  a === undefined || compareText(b, a) < 0 ? b : a

/** Moves the code units of surrogates, which spell U+10000 and above, behind all others. */
const aboveSurrogates = (unit: number): number =>
  unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit

/** A missing time is `Infinity`, so that `Math.min` skips it; `noneFirst` sorts it first. */
export const noneFirst = (time: number): number => (time === Infinity ? -Infinity : time)

/** The smaller of two instants; the one that is there, where only one is. */
export const minDefined = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b! < a ? b : a
