import { checkIterable } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { anyProvider, canonical, detect } from '../providers/index.ts'
import { parseReceipts } from '../receipts/parse-receipts.ts'
import type { ReceiptItem } from '../receipts/receipt-item.ts'
import { Receipt } from './raw-receipt.ts'

/** Of one message: events, or receipts as providers send them, bare or as `{ body, … }`. */
export type Received = Iterable<DeliveryEvent | ReceiptItem | object | string>

/**
 * Events as they are, and what stands in receipts. A receipt of our own says whose it is; of any
 * other that is found out.
 */
export function eventsIn(received: Received, where: string): readonly DeliveryEvent[] {
  checkIterable(received, where, 'receipts')
  return [...received].flatMap((item, i) => {
    if (isEvent(item)) return [item]
    const { events, issues } = parseReceipts(
      item instanceof Receipt ? item.provider : anyProvider,
      [item],
    )
    const [issue] = issues
    if (issue)
      throwMisuse(
        where,
        `receipts[${i}]`,
        'a receipt that can be read',
        issue.received,
        issue.message,
      )
    return events
  })
}

/** What no provider sends, and has no body: it must be one of ours. */
function isEvent(item: unknown): item is DeliveryEvent {
  const isBare = typeof item === 'object' && item !== null && !('body' in item)
  return isBare && [undefined, canonical].includes(detect(item))
}
