import type { DeliveryEvent } from '../event/event.ts'
import { minText } from '../event/order.ts'
import { COLUMNS, type ColumnType } from './columns.ts'
import type { Row } from './statement.ts'

/** A message as it is stored. */
export interface StoredMessage {
  /** Undefined if there are no rows. */
  readonly messageId: string | undefined
  /** Of several the smallest by code points; undefined if no event brought one. */
  readonly flow: string | undefined
  readonly events: readonly DeliveryEvent[]
}

/**
 * Rows of `eventsOf` (or of any table with these columns) to the events that were recorded. Null is
 * left out; whole numbers and instants may be texts, bigints or dates, and booleans 0 and 1. What
 * else stands in a row is passed on, and is misuse wherever the event goes.
 */
export const loadEvents = (rows: Iterable<Row>): DeliveryEvent[] => Array.from(rows, loadEvent)

/**
 * Rows of `eventsOf` for one message to the message: its events, and the flow that says which
 * policy is meant.
 *
 * @example
 * ```ts
 * const { loadMessage } = sql('postgres')
 * const { flow, events } = loadMessage([{ message_id: 'm1', status: 'sent', received_at: '1790000000000', flow: 'otp' }])
 * console.log(flow, events[0].receivedAt) // → otp 1790000000000
 * ```
 */
export function loadMessage(rows: Iterable<Row>): StoredMessage {
  let messageId: string | undefined
  let flow: string | undefined
  const events = Array.from(rows, (row) => {
    messageId ??= textOrNone(row['message_id'])
    const other = textOrNone(row['flow'])
    if (other !== undefined) flow = minText(flow, other)
    return loadEvent(row)
  })
  return { messageId, flow, events }
}

function loadEvent(row: Row): DeliveryEvent {
  const event: Record<string, unknown> = {}
  for (const [name, { type, field, ...rest }] of Object.entries(COLUMNS)) {
    const stored = row[name]
    if (stored === null || stored === undefined) continue
    const value = READ[type](stored)
    if ('part' in rest)
      event[field] = { ...(event[field] as object | undefined), [rest.part]: value }
    else event[field] = value
  }
  return event as unknown as DeliveryEvent
}

const textOrNone = (stored: unknown): string | undefined =>
  typeof stored === 'string' ? stored : undefined

const numberOf = (stored: unknown): unknown =>
  typeof stored === 'string' || typeof stored === 'bigint' || stored instanceof Date
    ? Number(stored)
    : stored

const READ: Readonly<Record<ColumnType, (stored: unknown) => unknown>> = {
  text: (stored) => stored,
  instant: numberOf,
  count: numberOf,
  flag: (stored) =>
    stored === 0 || stored === 1 || typeof stored === 'bigint' ? Boolean(stored) : stored,
}
