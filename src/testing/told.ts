import { anyProvider } from '../providers/index.ts'
import { Receipt } from './raw-receipt.ts'

/** Items as a person reads them: `sent, delivered`, with who says so and how long after the first where they are not told apart by that. */
export function told(items: readonly unknown[]): string {
  return items.map(nameOf).join(', ')
}

/** The status where it has one, or where it is a receipt that we can read; else its JSON. */
function nameOf(item: unknown): string {
  const event = item instanceof Receipt ? item.event : hasStatus(item) ? item : anyProvider.parse(bodyOf(item)).events[0]
  return event?.status ?? (JSON.stringify(item) ?? String(item)).slice(0, 60)
}

const hasStatus = (item: unknown): item is { status: string } =>
  typeof item === 'object' && item !== null && 'status' in item && typeof item.status === 'string'

const bodyOf = (item: unknown): unknown => (typeof item === 'object' && item !== null && 'body' in item ? item.body : item)
