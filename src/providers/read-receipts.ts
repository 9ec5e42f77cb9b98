import { checkEvent } from '../event/check-event.ts'
import { checkObject } from '../event/check.ts'
import { misuse } from '../event/misuse.ts'
import type { IssueCode, Parsed, ReceiptContext } from '../receipts/provider.ts'
import type { Shape } from './compile.ts'
import { decode, isRecord, someItem } from './decode.ts'
import { valueAt } from './paths.ts'
import { readReport } from './read-report.ts'
import { Reading } from './reading.ts'
import { isTimeZone } from './zones.ts'

/** How a provider's `parse` knows the shape of a receipt, and what it says where there is none. */
export interface Chooser {
  readonly name: string
  shapeOf(scopes: unknown[]): Shape | undefined
  readonly otherwise: readonly [code: IssueCode, problem: string]
}

/** Reads whatever a service has in hand. Throws for a wrong context alone. Linear in the size of the data. */
export function readReceipts(
  { name, shapeOf, otherwise: [code, problem] }: Chooser,
  receipt: unknown,
  context?: ReceiptContext,
): Parsed {
  if (context !== undefined) checkContext(context, `${name}.parse: `)
  const reading = new Reading(name, context ?? {})
  someReceipt(receipt, reading.at, (value, received) => {
    reading.scopes[0] = value
    const shape = isRecord(value) ? shapeOf(reading.scopes) : undefined
    reading.provider = shape?.provider ?? name
    if (shape) readReports(shape, reading, received, 0)
    else reading.issue(code, problem, received)
    return false
  })
  return { events: reading.events, issues: reading.issues }
}

/**
 * Calls `visit` with each receipt, decoded and as received, until it says true; `at` leads to it. An array of receipts may hold bodies
 * that are arrays themselves; what is deeper is no receipt.
 */
export function someReceipt(received: unknown, at: number[], visit: (value: unknown, received: unknown) => boolean): boolean {
  const value = decode(received)
  const depth = at.length
  if (!Array.isArray(value) || depth === 2) return visit(value, received)
  const found = someItem(value, (item, index) => {
    at[depth] = index
    return someReceipt(item, at, visit)
  })
  at.length = depth
  return found
}

function readReports(shape: Shape, reading: Reading, received: unknown, level: number): void {
  const list = shape.lists[level]
  if (!list) return readReport(shape, reading, received)
  const value = valueAt(list, reading.scopes)
  const items = decode(value)
  const enter = (item: unknown, position?: number) => {
    reading.scopes[level + 1] = item
    reading.positions[level] = position
    readReports(shape, reading, item, level + 1)
    return false
  }
  reading.way = list
  if (Array.isArray(items)) someItem(items, enter)
  else if (isRecord(items)) enter(items)
  else reading.fault(value === undefined ? 'is missing' : 'is not a list', value)
}

/** Throws the `TypeError` for the first field of a context that is wrong. */
function checkContext(context: ReceiptContext, where: string): void {
  checkObject(context, where, 'context', 'Leave it out where nothing is known.')
  const place = `${where}context.`
  const { receivedAt, messageId, attemptId, segment, source, ref, timeZone } = context
  const ownId = typeof messageId === 'function' ? undefined : messageId
  checkEvent({ status: 'pending', receivedAt, messageId: ownId, attemptId, segment, source, ref }, place)
  const recipientKey: unknown = context.recipientKey
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    misuse(place, 'timeZone', 'an IANA name or an offset such as +02:00', timeZone, 'Leave it out for UTC.')
  }
  if (recipientKey !== undefined && typeof recipientKey !== 'function') {
    misuse(place, 'recipientKey', 'a function', recipientKey, 'Leave it out for the number itself.')
  }
}
