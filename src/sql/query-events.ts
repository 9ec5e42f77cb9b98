import { DELIVERED } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import { literal, type QueryDialect } from './query-dialect.ts'

/** Statuses count by their rank, from 0 for `pending`. */
const rank = `CASE status ${STATUSES.map((status, i) => `WHEN ${literal(status)} THEN ${i}`).join(' ')} END`

/** Which events are there, of which message, attempt and segment, and when each was known. */
export const eventParts = ({ never, text, greatest, least, now }: QueryDialect, from: string): string => `clock (now) AS (
  SELECT ${now}
), event AS (
  SELECT ${text('message_id')} AS message_id, ${text('flow')} AS flow, ${rank} AS status, received_at,
    CASE WHEN occurred_at IS NOT NULL THEN ${least('occurred_at', 'received_at')} END AS occurred_at,
    ${text('attempt_id')} AS attempt_id, ${text('provider_message_id')} AS provider_message_id,
    segment, segment_count, failure_reason, failure_code, failure_permanent, scheduled_for,
    CASE WHEN receipts_expected = false THEN 1 ELSE 0 END AS blind,
    CASE WHEN read = true THEN ${least('received_at', 'occurred_at')} END AS read_at
  FROM ${from} AS recorded
), message AS (
  SELECT m.*, policy.*, ${greatest('now', 'm.last_received_at')} AS instant FROM (
    SELECT message_id, min(flow) AS flow_of, max(received_at) AS last_received_at, max(scheduled_for) AS scheduled_for
    FROM event GROUP BY message_id
  ) AS m JOIN policy ON policy.flow = m.flow_of CROSS JOIN clock
), tie AS (
  -- An id that is tied: of several attempts the smallest, and a segment if all agree on it.
  SELECT message_id, provider_message_id, min(attempt_id) AS attempt_id,
    CASE WHEN min(segment) = max(segment) THEN min(segment) END AS segment
  FROM event WHERE attempt_id IS NOT NULL AND provider_message_id IS NOT NULL
  GROUP BY message_id, provider_message_id
), timed AS (
  -- Only where no event has a received_at, occurred_at stands in for it. No time is in time.
  SELECT e.message_id, e.status, COALESCE(e.attempt_id, tie.attempt_id, e.provider_message_id) AS named,
    COALESCE(e.segment, tie.segment, 0) AS segment, e.segment_count, e.blind, e.read_at,
    e.failure_reason, e.failure_code, e.failure_permanent, e.received_at, e.occurred_at,
    CASE WHEN m.last_received_at IS NULL THEN e.occurred_at ELSE e.received_at END AS known_at,
    CASE WHEN m.last_received_at IS NULL THEN e.occurred_at ELSE COALESCE(e.received_at, ${never}) END AS counts_from
  FROM event AS e JOIN message AS m ON m.message_id = e.message_id
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
), attempt AS (
  SELECT message_id, attempt, min(known_at) AS started_at, COALESCE(max(segment_count), 0) AS segments, max(blind) AS blind,
    min(read_at) AS read_at, max(CASE WHEN status = ${DELIVERED} THEN 1 ELSE 0 END) AS claimed
  FROM placed GROUP BY message_id, attempt
), span AS (
  SELECT m.*, s.attempts, s.claimed, s.read_at, s.window_start, s.window_start + m.duration AS deadline,
    COALESCE(m.instant >= s.window_start + m.duration, false) AS closed
  FROM message AS m JOIN (
    SELECT a.message_id, count(*) AS attempts, max(a.claimed) AS claimed, min(a.read_at) AS read_at,
      CASE WHEN min(a.started_at) IS NOT NULL THEN ${greatest('min(a.started_at)', 'max(m.scheduled_for)')} END AS window_start
    FROM attempt AS a JOIN message AS m ON m.message_id = a.message_id GROUP BY a.message_id
  ) AS s ON s.message_id = m.message_id
)`
