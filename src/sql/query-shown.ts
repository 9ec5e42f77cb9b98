import { DELIVERED, EXPIRED, FAILED, SENT, UNKNOWN } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import { literal, type QueryDialect } from './query-dialect.ts'

const word = (rank: string): string =>
  `CASE ${rank} ${STATUSES.map((status, i) => `WHEN ${i} THEN ${literal(status)}`).join(' ')} END`

/** All statuses but `pending`, of which nobody asks when it was reached. */
const MILESTONES = /* @__PURE__ */ STATUSES.slice(1)

/** Which attempt is shown, why it failed, and what to do next. */
export const shownParts = ({ json, text, greatest }: QueryDialect): string => {
  const failure = `'{' || CASE WHEN p.failure_code IS NOT NULL THEN '"code":' || ${json('p.failure_code')} || ',' ELSE '' END
      || CASE WHEN p.failure_permanent IS NULL THEN '' WHEN p.failure_permanent = true THEN '"permanent":true,'
        ELSE '"permanent":false,' END || '"reason":"' || p.failure_reason || '"}'`
  return `shown AS (
  SELECT s.*, CASE WHEN s.by_clock THEN s.deadline ELSE w.known_at END AS since,
    row_number() OVER (PARTITION BY s.message_id ORDER BY
      CASE WHEN s.status = ${DELIVERED} THEN 0 WHEN s.status < ${EXPIRED} THEN 1 ELSE 2 END,
      CASE WHEN s.status = ${DELIVERED} THEN w.known_at END NULLS FIRST,
      CASE WHEN s.status = ${DELIVERED} THEN s.attempt END,
      s.started_at DESC NULLS LAST, s.attempt DESC) AS place
  FROM standing AS s
  LEFT JOIN whole AS w ON w.message_id = s.message_id AND w.attempt = s.attempt AND w.status = s.status
), milestone AS (
  -- The earliest of the attempts; where the clock set the status, the deadline.
  SELECT message_id, ${MILESTONES.map((status, i) => `min(CASE WHEN status = ${i + 1} THEN reached_at END) AS ${status}_at`).join(',\n    ')}
  FROM (
    SELECT w.message_id, w.status,
      CASE WHEN s.by_clock AND s.status = w.status THEN s.deadline ELSE w.reached_at END AS reached_at
    FROM whole AS w JOIN standing AS s ON s.message_id = w.message_id AND s.attempt = w.attempt
    UNION ALL
    SELECT message_id, status, deadline FROM standing WHERE by_clock
  ) AS reached GROUP BY message_id
), together AS (
  SELECT message_id, min(CASE WHEN final = 1 OR status = ${DELIVERED} THEN 1 ELSE 0 END) AS settled,
    min(delivery_known_at) AS delivery_known_at
  FROM standing GROUP BY message_id
), failure AS (
  -- A reason before none; once settled, what was in time before what was late; then the strongest.
  SELECT p.message_id, p.attempt, p.failure_reason, p.failure_code, p.failure_permanent,
    row_number() OVER (PARTITION BY p.message_id, p.attempt ORDER BY
      CASE WHEN p.failure_reason = 'unknown' THEN 1 ELSE 0 END,
      CASE WHEN s.final = 1 AND k.counts_from > s.deadline THEN 1 ELSE 0 END,
      p.status DESC, p.received_at NULLS LAST, p.occurred_at NULLS LAST, ${text(`(${failure})`)}) AS place
  FROM placed AS p
  JOIN mark AS k ON k.message_id = p.message_id AND k.attempt = p.attempt AND k.segment = p.segment AND k.status = p.status
  JOIN standing AS s ON s.message_id = p.message_id AND s.attempt = p.attempt
  WHERE p.failure_reason IS NOT NULL AND s.status <> ${DELIVERED}
), waiting AS (
  SELECT s.message_id, s.attempt, s.status, s.since, s.by_clock, s.strongest, s.blind, s.started_at, s.closed,
    s.status <= ${SENT} OR (s.status = ${UNKNOWN} AND NOT s.closed) AS waits,
    f.failure_reason, f.failure_code, f.failure_permanent
  FROM shown AS s
  LEFT JOIN failure AS f ON f.message_id = s.message_id AND f.attempt = s.attempt AND f.place = 1
  WHERE s.place = 1
), advised AS (
  SELECT s.*, s.waits AND COALESCE(m.instant >= ${greatest('m.window_start', 's.started_at')} + m.slow_after, false) AS slow,
    m.flow, m.window_start, m.deadline, m.attempts, m.max_attempts, m.claimed, m.read_at, m.on_open, m.on_slow, m.on_blind,
    m.on_blind_slow, m.on_uncertain, m.on_delivered, a.action AS on_failed
  FROM waiting AS s JOIN span AS m ON m.message_id = s.message_id
  LEFT JOIN advice AS a ON a.flow = m.flow AND a.reason = COALESCE(s.failure_reason, 'unknown')
), cell AS (
  SELECT s.*, CASE
    WHEN status = ${DELIVERED} THEN on_delivered
    WHEN status >= ${FAILED} THEN on_failed
    WHEN NOT waits THEN on_uncertain
    WHEN blind = 1 AND status = ${SENT} THEN CASE WHEN slow THEN on_blind_slow ELSE on_blind END
    WHEN slow THEN on_slow ELSE on_open END AS action
  FROM advised AS s
), permitted AS (
  -- The three rules that stand above the table.
  SELECT message_id, CASE
    WHEN claimed = 1 AND status <> ${DELIVERED} AND action IN ('resend', 'other-channel', 'escalate') THEN 'hold'
    ELSE action END AS action
  FROM (
    SELECT message_id, status, claimed, CASE
      WHEN action IN ('resend', 'offer-resend') AND attempts >= max_attempts THEN 'other-channel'
      WHEN action = 'resend' AND failure_permanent = true THEN 'other-channel'
      ELSE action END AS action
    FROM cell
  ) AS ruled
)
SELECT c.message_id, c.flow, ${word('c.status')} AS status,
  c.status = ${DELIVERED} OR t.settled = 1 AS settled, c.since,
  CASE WHEN c.by_clock THEN 'clock' ELSE 'receipt' END AS "by", ${word('c.strongest')} AS strongest,
  NULLIF(c.attempt, '') AS attempt_id, c.window_start, c.deadline, c.closed, c.slow,
  p.action, p.action || CASE WHEN c.attempt = '' THEN '' ELSE '/' || c.attempt END AS advice_key,
  c.failure_reason, c.failure_code, c.failure_permanent,
  ${MILESTONES.map((status) => `m.${status}_at`).join(', ')}, c.read_at, t.delivery_known_at
FROM cell AS c JOIN permitted AS p ON p.message_id = c.message_id
JOIN milestone AS m ON m.message_id = c.message_id JOIN together AS t ON t.message_id = c.message_id`
}
