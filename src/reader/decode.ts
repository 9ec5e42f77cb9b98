import { utf8 } from './utf8.ts'

/**
 * What a service has in hand, as an object or an array: JSON text or bytes, `URLSearchParams`, or
 * the parsed thing itself. Text that is not JSON stays text: a form, or what a shape may know what
 * to do with. Undefined where JSON can't be read. Linear in the size of the text.
 */
export function decode(received: unknown): unknown {
  try {
    if (typeof received === 'string') return fromText(received.trim())
    if (ArrayBuffer.isView(received))
      return decode(utf8(new Uint8Array(received.buffer, received.byteOffset, received.byteLength)))
    // Told by what they are: each realm (a worker, node:vm, jsdom) has classes of its own.
    switch (Object.prototype.toString.call(received)) {
      case '[object URLSearchParams]':
        return fromForm(received as URLSearchParams)
      case '[object ArrayBuffer]':
        return decode(utf8(new Uint8Array(received as ArrayBuffer)))
    }
  } catch {
    return undefined
  }
  return received
}

const fromText = (text: string): unknown =>
  text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text

/**
 * The fields of form-encoded text, or of the URL of a GET request, with or without its origin.
 * Linear in its size.
 */
export function formOf(text: string): object {
  const query = queryOf(text)
  // QuickJS, an engine alone, has no URLSearchParams: a form with wrong escapes is none there.
  if (typeof URLSearchParams !== 'function') return plainForm(query.replace(/^\?/, '')) ?? {}
  const isPlain = /^[!-~]*$/.test(query) && !query.startsWith('?')
  return (isPlain ? plainForm(query) : undefined) ?? fromForm(new URLSearchParams(query))
}

/**
 * A form escapes its slashes: what begins with one, or with a scheme, is a URL, and its query
 * follows the first question mark.
 */
const queryOf = (text: string): string =>
  /^(?:https?:\/)?\//i.test(text) ? text.slice(text.indexOf('?') + 1) : text

type Fields = Record<string, string | string[]>

/**
 * The same of text with escapes that are right, as every provider sends it: several times as fast as
 * `URLSearchParams`, and the same where all is ASCII and visible.
 */
function plainForm(query: string): Fields | undefined {
  const fields: Fields = {}
  try {
    for (const pair of query.split('&')) {
      if (pair === '') continue
      const equals = pair.indexOf('=')
      if (equals < 0) put(fields, unescapeForm(pair), '')
      else put(fields, unescapeForm(pair.slice(0, equals)), unescapeForm(pair.slice(equals + 1)))
    }
  } catch {
    // decodeURIComponent wants each escape to be right.
    return undefined
  }
  return fields
}

const unescapeForm = (text: string): string =>
  text.includes('%') || text.includes('+') ? decodeURIComponent(text.replaceAll('+', ' ')) : text

/**
 * A name that comes twice becomes a list, as in the usual body parsers: which of the two counts is
 * not for us to guess.
 */
function put(fields: Fields, name: string, value: string): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined
  // As text is no prototype, __proto__ changes nothing.
  if (before === undefined) fields[name] = value
  else if (typeof before === 'string') fields[name] = [before, value]
  else before.push(value)
}

function fromForm(form: URLSearchParams): Fields {
  const fields: Fields = {}
  // Quicker than for…of.
  form.forEach((value, name) => put(fields, name, value))
  return fields
}
