import { checkIterable } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { misuse } from '../event/misuse.ts'
import { anyProvider } from '../providers/index.ts'
import { parseReceipts, type ReceiptItem } from '../receipts/parse-receipts.ts'
import { Receipt } from './raw-receipt.ts'

/** Events as they are, and what stands in receipts. A receipt of our own says whose it is; of any other that is found out. */
export function eventsIn(receipts: Iterable<DeliveryEvent | ReceiptItem>, where: string): DeliveryEvent[] {
  checkIterable(receipts, where, 'receipts')
  return [...receipts].flatMap((item, i) => {
    if (typeof item !== 'object' || item === null || !('body' in item)) return [item]
    const { events, issues } = parseReceipts(item instanceof Receipt ? item.provider : anyProvider, [item])
    const [issue] = issues
    if (issue) misuse(where, `receipts[${i}]`, 'a receipt that can be read', item.body, issue.message)
    return events
  })
}
