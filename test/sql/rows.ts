import type { DeliveryState } from 'sms-delivery-state'

export type Row = Readonly<Record<string, unknown>>

/** SQLite has no booleans, DuckDB gives whole numbers as bigints. */
export function plain(row: Row): Row {
  const flags = ['settled', 'closed', 'slow', 'failure_permanent']
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'bigint') return [name, Number(value)]
      return [name, flags.includes(name) && typeof value === 'number' ? value === 1 : value]
    }),
  )
}

/** The row that `stateQuery` promises for a state. */
export function rowOfState(messageId: string, flow: string, state: DeliveryState): Row {
  const {
    status,
    settled,
    since,
    by,
    strongest,
    attemptId,
    windowStart,
    deadline,
    closed,
    slow,
    advice,
    failure,
  } = state
  const {
    acceptedAt,
    queuedAt,
    sentAt,
    unknownAt,
    expiredAt,
    failedAt,
    undeliveredAt,
    deliveredAt,
  } = state
  const row = {
    message_id: messageId,
    flow,
    status,
    settled,
    since,
    by,
    strongest,
    attempt_id: attemptId,
    window_start: windowStart,
    deadline,
    closed,
    slow,
    action: advice.action,
    advice_key: advice.key,
    failure_reason: failure?.reason,
    failure_code: failure?.code,
    failure_permanent: failure?.permanent,
    accepted_at: acceptedAt,
    queued_at: queuedAt,
    sent_at: sentAt,
    unknown_at: unknownAt,
    expired_at: expiredAt,
    failed_at: failedAt,
    undelivered_at: undeliveredAt,
    delivered_at: deliveredAt,
    read_at: state.readAt,
    delivery_known_at: state.deliveryKnownAt,
  }
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]))
}
