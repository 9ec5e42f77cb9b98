/**
 * What a service has in hand, as an object or an array: JSON or form-encoded text or bytes, `URLSearchParams`, the URL of a GET request,
 * with or without its origin, or the parsed thing itself. Undefined where text can't be read. Linear in the size of the text.
 */
export function decode(received: unknown): unknown {
  const opened = open(received)
  return typeof opened === 'string' ? fromForm(new URLSearchParams(queryOf(opened))) : opened
}

/** The same, but text that is not JSON stays text: a shape may know what to do with it. */
export function open(received: unknown): unknown {
  try {
    if (typeof received === 'string') return fromText(received.trim())
    if (received instanceof URLSearchParams) return fromForm(received)
    if (ArrayBuffer.isView(received) || received instanceof ArrayBuffer) return open(new TextDecoder().decode(received))
  } catch {
    return undefined
  }
  return received
}

const fromText = (text: string): unknown => (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text)

/** A form escapes its slashes: what begins with one, or with a scheme, is a URL, and its query follows the first question mark. */
const queryOf = (text: string): string => (/^(?:https?:\/)?\//i.test(text) ? text.slice(text.indexOf('?') + 1) : text)

type Fields = Record<string, string | string[]>

/** A name that comes twice becomes a list, as in the usual body parsers: which of the two counts is not for us to guess. */
function fromForm(form: URLSearchParams): Fields {
  const fields: Fields = {}
  // Quicker than for…of. As text is no prototype, __proto__ changes nothing.
  form.forEach((value, name) => {
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (before === undefined) fields[name] = value
    else if (typeof before === 'string') fields[name] = [before, value]
    else before.push(value)
  })
  return fields
}
