import { STATUSES } from '../event/status.ts'
import { literal, type QueryDialect } from './query-dialect.ts'
import type { PolicyText } from './query-policies.ts'

/** Statuses count by their rank, from 0 for `pending`. */
const rank = (): string =>
  `CASE status ${STATUSES.map((status, i) => `WHEN ${literal(status)} THEN ${i}`).join(' ')} END`

/** Of which message and attempt each event is, and when it was known. */
export const eventParts = (
  { never, text, greatest, least, now }: QueryDialect,
  policy: PolicyText,
  from: string,
): string => `clock (now) AS (
  SELECT ${now}
), recorded AS (
  SELECT ${text('message_id')} AS message_id, ${text('flow')} AS flow, ${rank()} AS status, received_at,
    CASE WHEN occurred_at IS NOT NULL THEN ${least('occurred_at', 'received_at')} END AS occurred_at,
    ${text('attempt_id')} AS attempt_id, ${text('provider_message_id')} AS provider_message_id,
    segment, segment_count, failure_reason, ${text('failure_code')} AS failure_code,
    CASE WHEN failure_permanent = true THEN 1 WHEN failure_permanent = false THEN 0 END AS failure_permanent,
    scheduled_for, CASE WHEN receipts_expected = false THEN 1 ELSE 0 END AS blind,
    CASE WHEN read = true THEN ${least('received_at', 'occurred_at')} END AS read_at
  FROM ${from} AS given
), message AS (
  -- The window is of the message. Only if no event has a received_at, occurred_at stands in for it.
  SELECT message_id, flow, window_start, deadline, instant, last_received_at,
    COALESCE(instant >= deadline, false) AS closed
  FROM (
    SELECT opened.*, ${greatest('now', 'last_received_at')} AS instant, window_start + ${policy.window} AS deadline
    FROM (
      SELECT message_id, flow, last_received_at,
        CASE WHEN first_at IS NOT NULL THEN ${greatest('first_at', 'scheduled_for')} END AS window_start
      FROM (
        SELECT message_id, min(flow) AS flow, max(received_at) AS last_received_at, max(scheduled_for) AS scheduled_for,
          COALESCE(min(received_at), min(occurred_at)) AS first_at
        FROM recorded GROUP BY message_id
      ) AS grouped
    ) AS opened CROSS JOIN clock
  ) AS closing
), tie AS (
  -- An id that is tied: of several attempts the smallest, and a segment if all agree on it.
  SELECT message_id, provider_message_id, min(attempt_id) AS attempt_id,
    CASE WHEN min(segment) = max(segment) THEN min(segment) END AS segment
  FROM recorded WHERE attempt_id IS NOT NULL AND provider_message_id IS NOT NULL
  GROUP BY message_id, provider_message_id
), timed AS (
  -- An event counts for all deadlines from counts_from on: without a time, for all.
  SELECT e.message_id, e.status, COALESCE(e.attempt_id, tie.attempt_id, e.provider_message_id) AS named,
    COALESCE(e.segment, tie.segment, 0) AS segment, e.segment_count, e.blind, e.read_at,
    e.failure_reason, e.failure_code, e.failure_permanent, e.received_at, e.occurred_at, m.deadline,
    CASE WHEN m.last_received_at IS NULL THEN e.occurred_at ELSE e.received_at END AS known_at,
    CASE WHEN m.last_received_at IS NULL THEN e.occurred_at ELSE COALESCE(e.received_at, ${never}) END AS counts_from
  FROM recorded AS e JOIN message AS m ON m.message_id = e.message_id
  LEFT JOIN tie ON tie.message_id = e.message_id AND tie.provider_message_id = e.provider_message_id
), first_attempt AS (
  SELECT message_id, named FROM (
    SELECT message_id, named, row_number() OVER (PARTITION BY message_id ORDER BY min(known_at) NULLS FIRST, named) AS place
    FROM timed WHERE named IS NOT NULL AND message_id IN (SELECT message_id FROM timed WHERE named IS NULL)
    GROUP BY message_id, named
  ) AS started WHERE place = 1
), placed AS (
  -- An event that names no attempt belongs to the one that starts first, or to the nameless one.
  SELECT t.*, COALESCE(t.named, f.named, '') AS attempt
  FROM timed AS t LEFT JOIN first_attempt AS f ON f.message_id = t.message_id
)`
