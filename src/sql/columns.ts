import type { DeliveryEvent, Segment } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'

/** What a column holds: text, ms since the epoch, a small whole number, or true and false. */
export type ColumnType = 'text' | 'instant' | 'count' | 'flag'

export interface Column {
  readonly type: ColumnType
  /** Where the value is in an event. */
  readonly field: keyof DeliveryEvent
  /** Where it is in that field, if the field is an object. */
  readonly part?: keyof Segment | keyof Failure
}

/**
 * A column for each field of an event. Schema, `record`, `loadEvents` and the queries are all made
 * from this table.
 */
export const COLUMNS = {
  message_id: { type: 'text', field: 'messageId' },
  attempt_id: { type: 'text', field: 'attemptId' },
  provider: { type: 'text', field: 'provider' },
  provider_message_id: { type: 'text', field: 'providerMessageId' },
  status: { type: 'text', field: 'status' },
  received_at: { type: 'instant', field: 'receivedAt' },
  occurred_at: { type: 'instant', field: 'occurredAt' },
  segment: { type: 'count', field: 'segment', part: 'index' },
  segment_count: { type: 'count', field: 'segment', part: 'count' },
  confirmed_by: { type: 'text', field: 'confirmedBy' },
  failure_reason: { type: 'text', field: 'failure', part: 'reason' },
  failure_code: { type: 'text', field: 'failure', part: 'code' },
  failure_permanent: { type: 'flag', field: 'failure', part: 'permanent' },
  scheduled_for: { type: 'instant', field: 'scheduledFor' },
  receipts_expected: { type: 'flag', field: 'receiptsExpected' },
  read: { type: 'flag', field: 'read' },
  event_id: { type: 'text', field: 'eventId' },
  source: { type: 'text', field: 'source' },
  reference: { type: 'text', field: 'reference' },
  ref: { type: 'text', field: 'ref' },
} as const satisfies Readonly<Record<string, Column>>

export const COLUMN_NAMES = /* @__PURE__ */ Object.keys(COLUMNS)

/** What an event has for a column. */
export function valueOf(
  event: DeliveryEvent,
  { field, part }: Column,
): string | number | boolean | undefined {
  const value = event[field]
  return typeof value === 'object' ? value[part as keyof typeof value] : value
}
