import { checkId, checkOneOf } from '../event/check.ts'
import type { Policy, Provider, ReceiptContext } from '../index.ts'
import { providers } from '../providers/index.ts'
import { instantOf } from './instant.ts'
import type { Labels } from './messages.ts'

const FIELDS = [
  'body',
  'provider',
  'flow',
  'country',
  'receivedAt',
  'messageId',
  'attemptId',
  'segment',
  'source',
  'ref',
  'timeZone',
]

interface Contextual {
  readonly body: unknown
  readonly context: ReceiptContext
  readonly by?: Provider | undefined
  readonly labels?: Labels | undefined
  /** What keeps an item from being `{ body, … }` that seems to be meant as one. */
  readonly others?: readonly string[] | undefined
}

/**
 * An item as `parseReceipts` takes it. In a file `{ body, receivedAt, … }` may name its provider,
 * its flow and its country too, and write `receivedAt` as ISO 8601 text.
 *
 * @throws TypeError where one of them is wrong
 */
export function withContext(
  item: unknown,
  timeZone: string,
  policies: Readonly<Record<string, Policy>>,
): Contextual {
  const bare = { body: item, context: { timeZone } }
  if (!isItem(item)) return bare
  const fields = Object.keys(item)
  // A receipt may have a body of its own, and much beside it.
  const others = fields.filter((field) => !FIELDS.includes(field))
  if (others.length > 0) return others.length < fields.length - 1 ? { ...bare, others } : bare
  const { body, provider, flow, country, receivedAt, messageId, attemptId, segment, source, ref } =
    item
  const { timeZone: own = timeZone } = item
  if (flow !== undefined)
    checkOneOf(Object.keys(policies), flow, '', 'flow', 'Leave it out for that of the command.')
  checkId(country, '', 'country')
  const context = {
    receivedAt:
      receivedAt === undefined ? undefined : instantOf(receivedAt, timeZone, 'receivedAt'),
    messageId,
    attemptId,
    segment,
    source,
    ref,
    timeZone: own,
  }
  return {
    body,
    context,
    by: provider === undefined ? undefined : providerNamed(provider),
    labels: flow === undefined && country === undefined ? undefined : { flow, country },
  }
}

interface Item extends Omit<ReceiptContext, 'receivedAt'>, Labels {
  readonly body: unknown
  readonly provider?: unknown
  readonly receivedAt?: unknown
}

const isItem = (item: unknown): item is Item =>
  typeof item === 'object' && item !== null && Object.hasOwn(item, 'body')

function providerNamed(name: unknown): Provider {
  checkOneOf(Object.keys(providers), name, '', 'provider', 'Leave it out to have it found out.')
  return providers[name as keyof typeof providers]
}
