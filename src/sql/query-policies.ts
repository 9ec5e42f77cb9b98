import { rankOf } from '../event/precedence.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import type { Policy } from '../policy/policy.ts'
import type { Policies } from './conclusion.ts'
import { literal } from './query-dialect.ts'

/** A duration or a count as a double, so that no database counts in decimals. */
const double = (value: number): string => `CAST(${value} AS double precision)`

const setOf = ({ terminal }: Policy): number => terminal.reduce((set, status) => set | (1 << rankOf(status)), 0)

/** A flow per row: its policy, with a set of statuses as bits. */
export function policyRows(policies: Policies): string {
  const rows = Object.entries(policies).map(([flow, policy]) => {
    const { window, slowAfter, maxAttempts, silence, advice } = policy
    const { open, slow, sentBlind, delivered, uncertain } = advice
    const actions = [open, slow, sentBlind ?? open, sentBlind ?? slow, delivered, uncertain]
    return [
      literal(flow),
      ...[window, slowAfter, maxAttempts].map(double),
      rankOf(silence),
      setOf(policy),
      ...actions.map(literal),
    ].join(', ')
  })
  return `policy (
  flow, duration, slow_after, max_attempts, silence, terminal,
  on_open, on_slow, on_blind, on_blind_slow, on_delivered, on_uncertain
) AS (VALUES
${rows.map((row) => `  (${row})`).join(',\n')}
)`
}

/** A flow and reason per row: what to do about a failure. */
export function adviceRows(policies: Policies): string {
  const rows = Object.entries(policies).flatMap(([flow, { advice }]) =>
    FAILURE_REASONS.map((reason) => [flow, reason, advice.failed[reason]].map(literal).join(', ')),
  )
  return `advice (flow, reason, action) AS (VALUES
${rows.map((row) => `  (${row})`).join(',\n')}
)`
}
