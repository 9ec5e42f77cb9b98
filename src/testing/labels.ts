import { anyProvider } from '../providers/index.ts'
import { Receipt } from './raw-receipt.ts'
import { sortedText } from './sorted-text.ts'

export interface Labels {
  /** A line for each list: the names of its items, all lines of one width. */
  readonly lines: readonly string[]
  /** What the names mean that do not speak for themselves. */
  readonly legend: readonly string[]
}

/**
 * Lists of items as a person reads them: `sent, delivered`. Where two different items would have
 * one name, they are numbered, and shown below.
 */
export function labelsOf(lists: readonly (readonly unknown[])[]): Labels {
  const items = [...new Set(lists.flat())]
  const texts = new Map(items.map((item) => [item, sortedText(item)]))
  const plain = items.map((item) => statusOf(item) ?? 'item')
  const isShared = (i: number) =>
    plain[i] === 'item' || plain.some((name, other) => other !== i && name === plain[i])
  const names = new Map(
    items.map((item, i) => [item, isShared(i) ? `${plain[i]}#${i + 1}` : (plain[i] ?? '')]),
  )
  const lines = lists.map((list) => list.map((item) => names.get(item)).join(', '))
  const width = Math.max(...lines.map((line) => line.length))
  return {
    lines: lines.map((line) => line.padEnd(width)),
    legend: items
      .filter((_, i) => isShared(i))
      .map((item) => `${names.get(item)}: ${texts.get(item)}`),
  }
}

/** The status of an event, or of what stands in a receipt. */
function statusOf(item: unknown): string | undefined {
  if (item instanceof Receipt) return item.event.status
  const isObject = typeof item === 'object' && item !== null
  if (isObject && 'status' in item && typeof item.status === 'string') return item.status
  return anyProvider.parse(isObject && 'body' in item ? item.body : item).events[0]?.status
}
