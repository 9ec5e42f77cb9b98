import { checkOneOf } from '../event/check.ts'
import type { Provider } from '../index.ts'
import { providers } from '../providers/index.ts'
import { instantOf } from './instant.ts'

const CONTEXT = ['receivedAt', 'messageId', 'attemptId', 'segment', 'source', 'ref', 'timeZone']

interface Contextual {
  readonly as: unknown
  readonly by?: Provider | undefined
  /** What keeps an item from being `{ body, … }` that seems to be meant as one. */
  readonly others?: readonly string[] | undefined
}

/**
 * An item as `parseReceipts` takes it. In a file `{ body, receivedAt, … }` may name its provider too, and write `receivedAt` as ISO 8601 text.
 *
 * @throws TypeError where either is wrong
 */
export function withContext(item: unknown, timeZone: string): Contextual {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'body')) return { as: item }
  const { body, provider, ...context }: { body?: unknown; provider?: unknown; receivedAt?: unknown } = item
  // A receipt may have a body of its own, and much beside it.
  const others = Object.keys(context).filter((field) => !CONTEXT.includes(field))
  if (others.length > 0) return { as: item, others: others.length < Object.keys(item).length - 1 ? others : undefined }
  const { receivedAt } = context
  const known = receivedAt === undefined ? {} : { receivedAt: instantOf(receivedAt, timeZone, 'receivedAt') }
  const as = { ...context, ...known, body }
  return provider === undefined ? { as } : { by: providerNamed(provider), as }
}

function providerNamed(name: unknown): Provider {
  checkOneOf(Object.keys(providers), name, '', 'provider', 'Leave it out to have it found out.')
  return providers[name as keyof typeof providers]
}
