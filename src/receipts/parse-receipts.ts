import { checkIterable, checkObject } from '../event/check.ts'
import { misuse } from '../event/misuse.ts'
import type { Issue, Parsed, Provider, ReceiptContext } from './provider.ts'

/** A receipt with what the service knows about it. */
export interface ReceiptItem extends ReceiptContext {
  /** The receipt itself, in any form that `parse` takes. */
  readonly body: unknown
}

const CONTEXT_KEYS: ReadonlySet<string> = new Set<keyof ReceiptItem>([
  ...(['body', 'receivedAt', 'messageId', 'attemptId', 'segment', 'source', 'ref', 'timeZone', 'recipientKey'] as const),
])

/**
 * Reads many raw receipts with one provider. What cannot be read becomes an issue with the item's `index`; the rest is read all the same.
 *
 * @param receipts raw receipts, or `{ body, ...ReceiptContext }` where each has a `receivedAt` or other context of its own.
 * An object is taken for the latter where it has `body` and nothing beside it but fields of `ReceiptContext`
 * @param context what holds for all of them
 * @throws TypeError where `provider` is none, `receipts` is not iterable, or a context is not as `ReceiptContext` says
 */
export function parseReceipts(provider: Provider, receipts: Iterable<unknown>, context?: ReceiptContext): Parsed {
  const events: Parsed['events'] = []
  const issues: Issue[] = []
  for (const { parsed } of parsedItems(provider, receipts, context, 'parseReceipts: ')) {
    for (const event of parsed.events) events.push(event)
    for (const issue of parsed.issues) issues.push(issue)
  }
  return { events, issues }
}

/** Each item, and what was read from it, with issues that name its place. */
export function* parsedItems(
  provider: Provider,
  receipts: Iterable<unknown>,
  context: ReceiptContext | undefined,
  where: string,
): Iterable<{ item: unknown; index: number; parsed: Parsed }> {
  checkObject(provider, where, 'provider', 'a Provider')
  if (typeof provider.parse !== 'function') misuse(where, 'provider.parse', 'a function', provider.parse, 'Import one from sms-delivery-state/providers.')
  checkIterable(receipts, where, 'receipts')
  let index = 0
  for (const item of receipts) {
    const parsed = isReceiptItem(item) ? parseItem(provider, item, context) : provider.parse(item, context)
    yield { item, index, parsed: { events: parsed.events, issues: parsed.issues.map((issue) => placed(issue, index)) } }
    index++
  }
}

function parseItem(provider: Provider, { body, ...own }: ReceiptItem, context: ReceiptContext | undefined): Parsed {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  return provider.parse(body, { ...context, ...given })
}

/** Twilio's Message resource has a `body` too, but much else beside it. */
function isReceiptItem(item: unknown): item is ReceiptItem {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'body')) return false
  for (const key in item) if (!CONTEXT_KEYS.has(key)) return false
  return true
}

/** Where the item was an array itself, its own index becomes the first step of the path. */
function placed(issue: Issue, index: number): Issue {
  return { ...issue, index, ...(issue.index !== undefined && { path: [issue.index, ...(issue.path ?? [])] }) }
}
