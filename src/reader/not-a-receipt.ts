import type { FieldPath, Shape } from './compile.ts'

/** What a thing that is no receipt seems to be, and what to pass instead. */
export function remedyFor(received: unknown): string | undefined {
  try {
    const fields = Object(received) as Readonly<Record<string, unknown>>
    const { then, body, headers, method, url } = fields
    if (typeof then === 'function') return 'this is a promise: await it first'
    if (body !== undefined && (headers ?? method ?? url) !== undefined)
      return 'this is a whole request: pass its body, or await text() of a fetch Request'
    const isEmpty =
      Object.prototype.toString.call(received) === '[object Object]' &&
      Object.keys(fields).length === 0
    return isEmpty
      ? 'this is an object without fields: is the body parsed? Pass its text, or use a body parser'
      : undefined
  } catch {
    // A proxy, or a getter that throws.
    return undefined
  }
}

/**
 * What the receipts of a provider have, each shape once: the first of the places where a field may
 * be.
 */
export function requirementOf(shapes: readonly Shape[]): string {
  const texts = shapes.map(({ id, status, when }) => {
    const fields = [id, status, ...when.map(({ paths }) => paths)].flatMap(([path]) =>
      path ? textOf(path) : [],
    )
    return [...new Set(fields)].join(' and ')
  })
  return `its receipts have ${[...new Set(texts)].join(', or ')}. Whose receipt this is, detect finds out`
}

const textOf = ({ list, keys }: FieldPath): string =>
  [...(list ? [`${list.join('.')}[]`] : []), ...keys].join('.')
