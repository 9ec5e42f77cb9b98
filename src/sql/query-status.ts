import { DELIVERED, EXPIRED, SENT, UNKNOWN } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import type { QueryDialect } from './query-dialect.ts'
import type { PolicyText } from './query-policies.ts'

/** `known_0` to `known_8` and `reached_0` to `reached_8`: a column for each status. */
const timesOf = (time: string): string =>
  STATUSES.map((_, i) => `min(CASE WHEN status = ${i} THEN ${time}_at END) AS ${time}_${i}`).join(
    ', ',
  )

const inTime = '(deadline IS NULL OR counts_from <= deadline)'

/** The parts of one failure; a maximum picks it out of the rows of its attempt. */
const failureAt = (place: string, prefix: string): string =>
  ['reason', 'code', 'permanent']
    .map((part) => `max(CASE WHEN ${place} = 1 THEN failure_${part} END) AS ${prefix}_${part}`)
    .join(', ')

/**
 * What each attempt has, and its place in the machine at the instant.
 *
 * Rows are brought together by grouping rather than by joins on several columns: PostgreSQL takes
 * such joins for small ones, and then goes through one side for each row of the other.
 */
export const statusParts = (
  { never, greatest, least }: QueryDialect,
  policy: PolicyText,
): readonly string[] => [
  // A status of a slot: each time is a minimum.
  `mark AS (
  SELECT message_id, attempt, slot, status, min(known_at) AS known_at,
    COALESCE(min(counts_from), ${never}) AS counts_from, min(${least('received_at', 'occurred_at')}) AS reached_at,
    max(segment_count) AS segment_count, max(deadline) AS deadline, max(blind) AS blind, min(read_at) AS read_at
  FROM placed GROUP BY message_id, attempt, slot, status
)`,
  // One segment that arrived proves that the text was sent; all of them, that it arrived.
  `part AS (
  SELECT message_id, attempt, CASE WHEN slot > 0 AND status = ${DELIVERED} THEN ${SENT} ELSE status END AS status,
    known_at, counts_from, CASE WHEN slot > 0 AND status = ${DELIVERED} THEN NULL ELSE reached_at END AS reached_at,
    deadline, blind, read_at, CASE WHEN status = ${DELIVERED} THEN 1 ELSE 0 END AS claimed
  FROM mark
  UNION ALL
  SELECT message_id, attempt, ${DELIVERED}, max(known_at), max(counts_from), max(reached_at), max(deadline), 0, NULL, 1
  FROM (
    SELECT segmented.*, max(segment_count) OVER (PARTITION BY message_id, attempt) AS segments
    FROM mark AS segmented WHERE slot > 0
  ) AS counted
  WHERE status = ${DELIVERED} AND slot <= segments
  GROUP BY message_id, attempt, segments HAVING count(*) = segments
)`,
  `held AS (
  SELECT message_id, attempt, min(known_at) AS started_at, max(status) AS strongest,
    max(CASE WHEN ${inTime} THEN status ELSE 0 END) AS in_time,
    max(CASE WHEN ${inTime} AND status = ${UNKNOWN} THEN 1 ELSE 0 END) AS unknown_in_time,
    max(CASE WHEN ${inTime} AND status = ${EXPIRED} THEN 1 ELSE 0 END) AS expired_in_time,
    max(blind) AS blind, min(read_at) AS read_at, max(claimed) AS claimed,
    ${timesOf('known')},
    ${timesOf('reached')},
    ${failureAt('place', 'open')},
    ${failureAt('settled_place', 'settled')}
  FROM (
    SELECT message_id, attempt, status, known_at, counts_from, reached_at, deadline, blind, read_at, claimed,
      0 AS place, 0 AS settled_place, '' AS failure_reason, '' AS failure_code, 0 AS failure_permanent FROM part
    UNION ALL
    SELECT message_id, attempt, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
      place, settled_place, failure_reason, failure_code, failure_permanent FROM failure
  ) AS known GROUP BY message_id, attempt
)`,
  // The clock speaks once the window is closed, but not where nobody reports after sent.
  `clocked AS (
  SELECT held.*, flow, window_start, deadline, instant, closed,
    CASE WHEN closed AND NOT (blind = 1 AND in_time = ${SENT}) THEN ${policy.silence} ELSE 0 END AS clock
  FROM held JOIN message USING (message_id)
)`,
  `decided AS (
  SELECT clocked.*, ${greatest('in_time', 'clock')} AS by_deadline FROM clocked
)`,
  `judged AS (
  SELECT decided.*, CASE WHEN closed AND ${policy.isTerminal('by_deadline')} THEN 1 ELSE 0 END AS final FROM decided
)`,
  `standing AS (
  SELECT judged.*, CASE WHEN final = 1 THEN by_deadline ELSE ${greatest('strongest', 'clock')} END AS status
  FROM judged
)`,
  `told AS (
  SELECT standing.*, clock > 0 AND clock = status
    AND CASE clock WHEN ${UNKNOWN} THEN unknown_in_time ELSE expired_in_time END = 0 AS by_clock
  FROM standing
)`,
]
