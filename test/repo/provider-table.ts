import type { FieldPath } from '../../src/reader/compile.ts'
import { providers } from '../../src/providers/index.ts'
import { shapesOf } from '../../src/reader/provider-of.ts'
import { statusesOf } from '../../src/testing/index.ts'
import type { Provider } from '../../src/receipts/provider.ts'

const HEAD = ['provider', 'a receipt is known by', 'time of the event', 'error codes', 'what it can say']

/** The README's table of providers, printed from the providers themselves. */
export function providerTable(): string {
  const rows = Object.entries(providers).map(([name, provider]) => rowOf(name, provider))
  const widths = HEAD.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |\n`
  return [HEAD, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('')
}

function rowOf(name: string, provider: Provider): string[] {
  const shapes = shapesOf(provider)
  const known = shapes.map(({ id, status, when }) => {
    const fields = [id, status, ...when.map(({ paths }) => paths)].flatMap(([path]) => (path ? pathOf(path) : []))
    return [...new Set(fields)].map((field) => `\`${field}\``).join(' ')
  })
  const formats = new Set(shapes.flatMap(({ times }) => times.map(({ format }) => format)))
  const codes = new Set(shapes.flatMap((shape) => [...shape.codes.keys()].map((code) => code.toLowerCase())))
  return [
    `\`${name}\``,
    [...new Set(known)].join('; '),
    [...formats].join(', ') || 'as `DeliveryEvent`',
    String(codes.size || '–'),
    statusesOf(provider).join(', '),
  ]
}

const pathOf = ({ list, keys }: FieldPath) => (list ? `${list.join('.')}[].${keys.join('.')}` : keys.join('.'))
