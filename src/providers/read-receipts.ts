import type { Parsed, ReceiptContext } from '../receipts/provider.ts'
import type { Shape } from './compile.ts'
import { checkContext } from './context.ts'
import { decode, isRecord, someItem } from './decode.ts'
import { valueAt } from './paths.ts'
import { readReport } from './read-report.ts'
import { Reading } from './reading.ts'

/** How a provider's `parse` knows the shape of a receipt, and what it says where there is none. */
export interface Chooser {
  readonly name: string
  choose(reading: Reading): Shape | undefined
  readonly otherwise: { readonly code: 'not_a_receipt' | 'undetected_provider'; readonly message: string }
}

/** Reads whatever a service has in hand. Throws for a wrong context alone. Linear in the size of the data. */
export function readReceipts({ name, choose, otherwise }: Chooser, receipt: unknown, context: ReceiptContext = {}): Parsed {
  const where = `${name}.parse: `
  checkContext(context, where)
  const reading = new Reading(where, context)
  someReceipt(receipt, reading.at, (value, received) => {
    reading.scopes[0] = value
    const shape = isRecord(value) ? choose(reading) : undefined
    if (shape) readReports(shape, reading, received, 0)
    else reading.issue(otherwise.code, otherwise.message, received)
    return false
  })
  return { events: reading.events, issues: reading.issues }
}

/**
 * Calls `visit` with each receipt, decoded and as received, until it says true. An array of receipts may hold bodies that are arrays themselves;
 * deeper ones are no receipts. `at` is kept on the indexes that lead to the receipt.
 */
export function someReceipt(received: unknown, at: number[], visit: (value: unknown, received: unknown) => boolean): boolean {
  const value = decode(received)
  if (!Array.isArray(value) || at.length === 2) return visit(value, received)
  const depth = at.length
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
  const read = (item: unknown, position?: number) => {
    reading.scopes[level + 1] = item
    reading.positions[level] = position
    readReports(shape, reading, received, level + 1)
    return false
  }
  if (Array.isArray(items)) someItem(items, read)
  else if (isRecord(items)) read(items)
  else reading.fault('invalid', shape, list, value, value === undefined ? 'is missing' : 'is not a list')
}
