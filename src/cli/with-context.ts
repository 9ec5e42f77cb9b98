import { checkOneOf } from '../event/check.ts'
import type { Provider, ReceiptContext } from '../index.ts'
import { providers } from '../providers/index.ts'
import { instantOf } from './instant.ts'

const CONTEXT = ['body', 'provider', 'receivedAt', 'messageId', 'attemptId', 'segment', 'source', 'ref', 'timeZone']

interface Contextual {
  readonly body: unknown
  readonly context: ReceiptContext
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
  const bare = { body: item, context: { timeZone } }
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'body')) return bare
  const fields = Object.keys(item)
  // A receipt may have a body of its own, and much beside it.
  const others = fields.filter((field) => !CONTEXT.includes(field))
  if (others.length > 0) return others.length < fields.length - 1 ? { ...bare, others } : bare
  const { body, provider, receivedAt, messageId, attemptId, segment, source, ref, timeZone: own = timeZone } = item as Item
  const context = {
    receivedAt: receivedAt === undefined ? undefined : instantOf(receivedAt, timeZone, 'receivedAt'),
    messageId,
    attemptId,
    segment,
    source,
    ref,
    timeZone: own,
  }
  return { body, context, by: provider === undefined ? undefined : providerNamed(provider) }
}

type Item = Omit<ReceiptContext, 'receivedAt'> & {
  readonly body: unknown
  readonly provider?: unknown
  readonly receivedAt?: unknown
}

function providerNamed(name: unknown): Provider {
  checkOneOf(Object.keys(providers), name, '', 'provider', 'Leave it out to have it found out.')
  return providers[name as keyof typeof providers]
}
