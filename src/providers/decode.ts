/**
 * What a service has in hand, as an object or an array: JSON or form-encoded text or bytes, `URLSearchParams`, or the parsed thing itself.
 * Undefined where text can't be read. Linear in the size of the text.
 */
export function decode(received: unknown): unknown {
  try {
    if (typeof received === 'string') return fromText(received)
    if (received instanceof URLSearchParams) return fromForm(received)
    if (received instanceof ArrayBuffer || ArrayBuffer.isView(received)) return fromText(new TextDecoder().decode(received))
  } catch {
    return undefined
  }
  return received
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function fromText(text: string): unknown {
  const trimmed = text.trim()
  return trimmed.startsWith('{') || trimmed.startsWith('[') ? JSON.parse(trimmed) : fromForm(new URLSearchParams(trimmed))
}

/** A name that comes twice becomes a list, as in the usual body parsers: which of the two counts is not for us to guess. */
function fromForm(form: URLSearchParams): Readonly<Record<string, unknown>> {
  // No prototype: __proto__ is a name like any other.
  const fields = Object.create(null) as Record<string, string | string[]>
  for (const [name, value] of form) {
    const before = fields[name]
    if (before === undefined) fields[name] = value
    else if (typeof before === 'string') fields[name] = [before, value]
    else before.push(value)
  }
  return fields
}

/** Calls `visit` with each item, until it says true. Passes over holes, so that a sparse array costs what it holds, not what its length says. */
export function someItem(list: readonly unknown[], visit: (item: unknown, index: number) => boolean): boolean {
  const items = Object.values(list)
  if (items.length === list.length) return items.some(visit)
  return Object.keys(list).some((key) => visit(list[Number(key)], Number(key)))
}
