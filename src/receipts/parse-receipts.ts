import { checkIterable, checkObject } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import type { DeliveryEvent } from '../event/event.ts'
import type { Issue, Parsed, Provider, ReceiptContext } from './provider.ts'

/** A receipt with what the service knows about it. */
export interface ReceiptItem extends ReceiptContext {
  /** The receipt itself, in any form that `parse` takes. */
  readonly body: unknown
}

const REMEDY = 'Import one from sms-delivery-state/providers.'

/**
 * Reads many raw receipts with one provider. What cannot be read becomes an issue with the item's `index`; the rest is read all the same.
 *
 * @param receipts raw receipts, or `{ body, ...ReceiptContext }` where each has a `receivedAt` or other context of its own.
 * An object is taken for the latter where it has `body` and nothing beside it but fields of `ReceiptContext`
 * @param context what holds for all of them
 * @throws TypeError where `provider` is none, `receipts` is not iterable, or a context is not as `ReceiptContext` says
 */
export function parseReceipts(provider: Provider, receipts: Iterable<unknown>, context?: ReceiptContext): Parsed {
  return readReceipts('parseReceipts: ', provider, receipts, context)
}

/** With `tied`, an event that no id ties to a message becomes an issue. */
export function readReceipts(
  where: string,
  provider: Provider,
  receipts: Iterable<unknown>,
  context?: ReceiptContext,
  tied = false,
): Parsed {
  checkObject(provider, where, 'provider', REMEDY)
  if (typeof provider.parse !== 'function') throwMisuse(where, 'provider.parse', 'a function', provider.parse, REMEDY)
  checkIterable(receipts, where, 'receipts')
  const events: DeliveryEvent[] = []
  const issues: Issue[] = []
  let index = 0
  for (const item of receipts) {
    const parsed = isReceiptItem(item) ? provider.parse(item.body, contextOf(item, context)) : provider.parse(item, context)
    if (!Array.isArray(parsed?.events) || !Array.isArray(parsed.issues))
      throwMisuse(where, 'provider.parse(…)', '{ events, issues }', parsed, REMEDY)
    for (const event of parsed.events) {
      if (!tied || (event.messageId ?? event.providerMessageId) !== undefined) events.push(event)
      else
        issues.push({ code: 'invalid', message: `${provider.name}: no id ties this receipt to a message`, received: item, index })
    }
    // Where the item was an array itself, its own index becomes the first step of the path.
    for (const { index: inner, ...issue } of parsed.issues) {
      issues.push({ ...issue, ...(inner !== undefined && { path: [inner, ...(issue.path ?? [])] }), index })
    }
    index++
  }
  return { events, issues }
}

/** Twilio's Message resource has a `body` too, but much else beside it. */
function isReceiptItem(item: unknown): item is ReceiptItem {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'body')) return false
  for (const field of Object.keys(item)) if (!FIELDS.includes(field)) return false
  return true
}

const FIELDS = ['body', 'receivedAt', 'messageId', 'attemptId', 'segment', 'source', 'ref', 'timeZone', 'recipientKey']

/** What the item says itself goes before what holds for all. */
function contextOf(own: ReceiptItem, all: ReceiptContext = {}): ReceiptContext {
  return {
    receivedAt: own.receivedAt === undefined ? all.receivedAt : own.receivedAt,
    messageId: own.messageId === undefined ? all.messageId : own.messageId,
    attemptId: own.attemptId === undefined ? all.attemptId : own.attemptId,
    segment: own.segment === undefined ? all.segment : own.segment,
    source: own.source === undefined ? all.source : own.source,
    ref: own.ref === undefined ? all.ref : own.ref,
    timeZone: own.timeZone === undefined ? all.timeZone : own.timeZone,
    recipientKey: own.recipientKey === undefined ? all.recipientKey : own.recipientKey,
  }
}
