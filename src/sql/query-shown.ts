import { DELIVERED, EXPIRED, FAILED, SENT, UNKNOWN } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import type { QueryDialect } from './query-dialect.ts'
import type { PolicyText } from './query-policies.ts'

const byStatus = (of: (rank: number) => string, rank: string): string =>
  `CASE ${rank} ${STATUSES.map((_, i) => `WHEN ${i} THEN ${of(i)}`).join(' ')} END`

const word = (rank: string): string => byStatus((i) => `'${STATUSES[i]}'`, rank)

/** Nobody asks when `pending` was reached. */
const MILESTONES = /* @__PURE__ */ STATUSES.slice(1)

/** The earliest of the attempts; the deadline where the clock set the status. */
const milestones = /* @__PURE__ */ MILESTONES.map(
  (status, i) =>
    `min(CASE WHEN by_clock AND status = ${i + 1} THEN deadline ELSE reached_${i + 1} END) OVER of_message AS ${status}_at`,
)

/** Which attempt is shown, and what to do next. */
export const shownParts = ({ greatest }: QueryDialect, policy: PolicyText): readonly string[] => [
  `dated AS (
  SELECT told.*, CASE WHEN by_clock THEN deadline ELSE ${byStatus((i) => `known_${i}`, 'status')} END AS since FROM told
)`,
  `shown AS (
  SELECT dated.*, count(*) OVER of_message AS attempts, max(claimed) OVER of_message AS any_claimed,
    min(CASE WHEN final = 1 OR status = ${DELIVERED} THEN 1 ELSE 0 END) OVER of_message AS all_settled,
    ${milestones.join(',\n    ')},
    min(read_at) OVER of_message AS first_read_at, min(known_${DELIVERED}) OVER of_message AS delivery_known_at,
    ${['reason', 'code', 'permanent']
      .map(
        (part) =>
          `CASE WHEN status = ${DELIVERED} THEN NULL WHEN final = 1 THEN settled_${part} ELSE open_${part} END AS failure_${part}`,
      )
      .join(',\n    ')},
    row_number() OVER (PARTITION BY message_id ORDER BY
      CASE WHEN status = ${DELIVERED} THEN 0 WHEN status < ${EXPIRED} THEN 1 ELSE 2 END,
      CASE WHEN status = ${DELIVERED} THEN since END NULLS FIRST, CASE WHEN status = ${DELIVERED} THEN attempt END,
      started_at DESC NULLS LAST, attempt DESC) AS place
  FROM dated WINDOW of_message AS (PARTITION BY message_id)
)`,
  `waiting AS (
  SELECT shown.*, status <= ${SENT} OR (status = ${UNKNOWN} AND NOT closed) AS waits FROM shown WHERE place = 1
)`,
  `paced AS (
  SELECT waiting.*,
    waits AND COALESCE(instant >= ${greatest('window_start', 'started_at')} + ${policy.slowAfter}, false) AS slow
  FROM waiting
)`,
  `advised AS (
  SELECT paced.*, CASE
    WHEN status = ${DELIVERED} THEN ${policy.delivered}
    WHEN status >= ${FAILED} THEN ${policy.failed}
    WHEN NOT waits THEN ${policy.uncertain}
    WHEN blind = 1 AND status = ${SENT} AND slow THEN ${policy.blindSlow}
    WHEN blind = 1 AND status = ${SENT} THEN ${policy.blindOpen}
    WHEN slow THEN ${policy.slow}
    ELSE ${policy.open} END AS cell
  FROM paced
)`,
  // The three rules that stand above the table.
  `limited AS (
  SELECT advised.*, CASE
    WHEN cell = 'resend' AND failure_permanent = 1 THEN 'other-channel'
    WHEN cell IN ('resend', 'offer-resend') AND attempts >= ${policy.maxAttempts} THEN 'other-channel'
    ELSE cell END AS permitted
  FROM advised
)`,
  `acted AS (
  SELECT limited.*, CASE
    WHEN any_claimed = 1 AND status <> ${DELIVERED} AND permitted IN ('resend', 'other-channel', 'escalate') THEN 'hold'
    ELSE permitted END AS action
  FROM limited
)`,
]

/** The columns that `stateQuery` promises. */
export const shownColumns = (policy: PolicyText): string => `
SELECT message_id, flow, ${word('status')} AS status, status = ${DELIVERED} OR all_settled = 1 AS settled, since,
  CASE WHEN by_clock THEN 'clock' ELSE 'receipt' END AS "by", ${word('strongest')} AS strongest,
  NULLIF(attempt, '') AS attempt_id, window_start, deadline, closed, slow,
  action, action || CASE WHEN attempt = '' THEN '' ELSE '/' || attempt END AS advice_key,
  failure_reason, failure_code, failure_permanent = 1 AS failure_permanent,
  ${MILESTONES.map((status) => `${status}_at`).join(', ')}, first_read_at AS read_at, delivery_known_at
FROM acted WHERE flow IN (${policy.flows})`
