import type { QueryDialect } from './query-dialect.ts'

/**
 * Why each attempt failed. `place` is 1 for the reason while the attempt may change;
 * `settled_place` once it is settled, when what was in time goes before what was late.
 */
export const failureParts = ({ never, text, json }: QueryDialect): readonly string[] => {
  const failure = `'{' || CASE WHEN failure_code IS NULL THEN '' ELSE '"code":' || ${json('failure_code')} || ',' END
    || CASE failure_permanent WHEN 1 THEN '"permanent":true,' WHEN 0 THEN '"permanent":false,' ELSE '' END
    || '"reason":"' || failure_reason || '"}'`
  const isVague = `CASE WHEN failure_reason = 'unknown' THEN 1 ELSE 0 END`
  const best = `status DESC, received_at NULLS LAST, occurred_at NULLS LAST, ${text('failure')}`
  return [
    `failing AS (
  SELECT placed.*, ${failure} AS failure,
    COALESCE(min(counts_from) OVER (PARTITION BY message_id, attempt, slot, status), ${never}) AS status_from
  FROM placed WHERE failures > 0
)`,
    `failure AS (
  SELECT message_id, attempt, failure_reason, failure_code, failure_permanent,
    row_number() OVER (PARTITION BY message_id, attempt ORDER BY ${isVague}, ${best}) AS place,
    row_number() OVER (PARTITION BY message_id, attempt ORDER BY ${isVague},
      CASE WHEN status_from > deadline THEN 1 ELSE 0 END, ${best}) AS settled_place
  FROM failing WHERE failure_reason IS NOT NULL
)`,
  ]
}
