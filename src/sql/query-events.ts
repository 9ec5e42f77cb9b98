import { STATUSES } from '../event/status.ts'
import type { QueryDialect } from './query-dialect.ts'
import type { PolicyText } from './query-policies.ts'

/** Statuses count by their rank, from 0 for `pending`. */
const rank = (): string =>
  `CASE status ${STATUSES.map((status, i) => `WHEN '${status}' THEN ${i}`).join(' ')} END`

/** Of which message and attempt each event is, and when it was known. */
export const eventParts = (
  { never, text, greatest, least, now }: QueryDialect,
  policy: PolicyText,
  from: string,
): readonly string[] => [
  `clock (now) AS (
  SELECT ${now}
)`,
  `recorded AS (
  SELECT ${text('message_id')} AS message_id, ${text('flow')} AS flow, ${rank()} AS status, received_at,
    CASE WHEN occurred_at IS NOT NULL THEN ${least('occurred_at', 'received_at')} END AS occurred_at,
    ${text('attempt_id')} AS attempt_id, ${text('provider_message_id')} AS provider_message_id,
    segment, segment_count, failure_reason, ${text('failure_code')} AS failure_code,
    CASE WHEN failure_permanent = true THEN 1 WHEN failure_permanent = false THEN 0 END AS failure_permanent,
    scheduled_for, CASE WHEN receipts_expected = false THEN 1 ELSE 0 END AS blind,
    CASE WHEN read = true THEN ${least('received_at', 'occurred_at')} END AS read_at
  FROM ${from} AS given
)`,
  // The window is of the message. Only if no event has a received_at, occurred_at stands in for it.
  `grouped AS (
  SELECT message_id, min(flow) AS flow, max(received_at) AS last_received_at, max(scheduled_for) AS scheduled_for,
    COALESCE(min(received_at), min(occurred_at)) AS first_at, count(failure_reason) AS failures,
    count(*) - count(COALESCE(attempt_id, provider_message_id)) AS nameless
  FROM recorded GROUP BY message_id
)`,
  `opened AS (
  SELECT grouped.*, ${greatest('now', 'last_received_at')} AS instant,
    CASE WHEN first_at IS NOT NULL THEN ${greatest('first_at', 'scheduled_for')} END AS window_start
  FROM grouped CROSS JOIN clock
)`,
  `message AS (
  SELECT opened.*, window_start + ${policy.window} AS deadline,
    COALESCE(instant >= window_start + ${policy.window}, false) AS closed
  FROM opened
)`,
  // An id that is tied: of several attempts the smallest, and a segment if all agree on it.
  `tie AS (
  SELECT message_id, provider_message_id, min(attempt_id) AS tied_attempt,
    CASE WHEN min(segment) = max(segment) THEN min(segment) END AS tied_segment
  FROM recorded WHERE attempt_id IS NOT NULL AND provider_message_id IS NOT NULL
  GROUP BY message_id, provider_message_id
)`,
  // An event counts for all deadlines from counts_from on: without a time, for all. ClickHouse would
  // take recorded.* behind two joins for other names, so columns are listed.
  `timed AS (
  SELECT message_id, status, segment_count, blind, read_at, failure_reason, failure_code, failure_permanent,
    received_at, occurred_at, deadline, failures, nameless,
    COALESCE(attempt_id, tied_attempt, provider_message_id) AS named, COALESCE(segment, tied_segment, 0) AS slot,
    CASE WHEN last_received_at IS NULL THEN occurred_at ELSE received_at END AS known_at,
    CASE WHEN last_received_at IS NULL THEN occurred_at ELSE COALESCE(received_at, ${never}) END AS counts_from
  FROM recorded JOIN message USING (message_id) LEFT JOIN tie USING (message_id, provider_message_id)
)`,
  `first_attempt AS (
  SELECT message_id, named AS first FROM (
    SELECT message_id, named, row_number() OVER (PARTITION BY message_id ORDER BY min(known_at) NULLS FIRST, named) AS place
    FROM timed WHERE named IS NOT NULL AND nameless > 0 GROUP BY message_id, named
  ) AS started WHERE place = 1
)`,
  // An event that names no attempt belongs to the one that starts first, or to the nameless one.
  `placed AS (
  SELECT timed.*, COALESCE(named, first, '') AS attempt FROM timed LEFT JOIN first_attempt USING (message_id)
)`,
]
