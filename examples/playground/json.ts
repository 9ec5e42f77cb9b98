/** Undefined for what is no JSON, which JSON cannot say itself. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Where the bracket that opens at `from` is closed, one behind it; undefined where it is not, or
 * not within `most` characters. No text of JSON goes over the end of a line, so a missing quote
 * ends the search.
 */
export function endOfJson(text: string, from: number, most = Infinity): number | undefined {
  let depth = 0
  let isQuoted = false
  const last = Math.min(text.length, from + most)
  for (let at = from; at < last; at++) {
    const char = text[at]
    if (isQuoted) {
      if (char === '\\') at++
      else if (char === '"') isQuoted = false
      else if (char === '\n') return undefined
    } else if (char === '"') isQuoted = true
    else if (char === '{' || char === '[') depth++
    else if ((char === '}' || char === ']') && --depth === 0) return at + 1
  }
  return undefined
}

/** The items of an array's text, each with its place in the text. The array must be right. */
export function* itemsOfArray(text: string, from: number): Generator<{ at: number; text: string }> {
  let at = from + 1
  for (;;) {
    while (/[\s,]/.test(text[at] ?? '')) at++
    const char = text[at]
    if (char === undefined || char === ']') return
    const end = endOfItem(text, at)
    yield { at, text: text.slice(at, end) }
    at = end
  }
}

function endOfItem(text: string, from: number): number {
  const char = text[from]
  if (char === '{' || char === '[') return endOfJson(text, from) ?? text.length
  const scalar = /"(?:[^"\\]|\\.)*"|[^,\]\s]+/y
  scalar.lastIndex = from
  return from + Math.max(1, scalar.exec(text)?.[0].length ?? 1)
}
