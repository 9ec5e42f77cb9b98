import { DELIVERED, SENT } from '../event/precedence.ts'
import { isIn, type QueryDialect } from './query-dialect.ts'

/** What each attempt has, and its place in the machine at the instant. */
export const statusParts = ({ never, least }: QueryDialect): string => {
  const strongest = 'CASE WHEN h.strongest > h.clock THEN h.strongest ELSE h.clock END'
  const byDeadline = 'CASE WHEN h.in_time > h.clock THEN h.in_time ELSE h.clock END'
  return `mark AS (
  -- A segment's status: each time is a minimum. What has no time is in time for all deadlines.
  SELECT message_id, attempt, segment, status, min(known_at) AS known_at,
    COALESCE(min(counts_from), ${never}) AS counts_from, min(${least('received_at', 'occurred_at')}) AS reached_at
  FROM placed GROUP BY message_id, attempt, segment, status
), part AS (
  -- One segment that arrived proves that the text was sent; all of them, that it arrived.
  SELECT message_id, attempt,
    CASE WHEN segment > 0 AND status = ${DELIVERED} THEN ${SENT} ELSE status END AS status, known_at, counts_from,
    CASE WHEN segment > 0 AND status = ${DELIVERED} THEN NULL ELSE reached_at END AS reached_at
  FROM mark
  UNION ALL
  SELECT k.message_id, k.attempt, ${DELIVERED}, max(k.known_at), max(k.counts_from), max(k.reached_at)
  FROM mark AS k JOIN attempt AS a ON a.message_id = k.message_id AND a.attempt = k.attempt
  WHERE k.status = ${DELIVERED} AND k.segment BETWEEN 1 AND a.segments
  GROUP BY k.message_id, k.attempt, a.segments HAVING count(*) = a.segments
), whole AS (
  SELECT message_id, attempt, status, min(known_at) AS known_at, min(counts_from) AS counts_from,
    min(reached_at) AS reached_at
  FROM part GROUP BY message_id, attempt, status
), held AS (
  SELECT w.message_id, w.attempt, max(w.status) AS strongest,
    max(CASE WHEN s.deadline IS NULL OR w.counts_from <= s.deadline THEN w.status ELSE 0 END) AS in_time,
    max(CASE WHEN w.status = s.silence AND (s.deadline IS NULL OR w.counts_from <= s.deadline) THEN 1 ELSE 0 END)
      AS silence_in_time,
    min(CASE WHEN w.status = ${DELIVERED} THEN w.known_at END) AS delivery_known_at
  FROM whole AS w JOIN span AS s ON s.message_id = w.message_id GROUP BY w.message_id, w.attempt
), judged AS (
  SELECT h.*, CASE WHEN ${isIn('h.terminal', byDeadline)} AND h.closed THEN 1 ELSE 0 END AS final,
    CASE WHEN ${isIn('h.terminal', byDeadline)} AND h.closed THEN ${byDeadline} ELSE ${strongest} END AS status
  FROM (
    -- The clock speaks once the window is closed, but not where nobody reports after sent.
    SELECT h.*, a.started_at, a.blind, s.terminal, s.closed, s.deadline,
      CASE WHEN s.closed AND NOT (a.blind = 1 AND h.in_time = ${SENT}) THEN s.silence ELSE 0 END AS clock
    FROM held AS h JOIN attempt AS a ON a.message_id = h.message_id AND a.attempt = h.attempt
    JOIN span AS s ON s.message_id = h.message_id
  ) AS h
), standing AS (
  SELECT j.*, j.clock > 0 AND j.clock = j.status AND j.silence_in_time = 0 AS by_clock FROM judged AS j
)`
}
