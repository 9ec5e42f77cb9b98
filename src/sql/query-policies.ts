import { FAILURE_REASONS } from '../event/failure.ts'
import { rankOf } from '../event/precedence.ts'
import type { Policy } from '../policy/policy.ts'
import type { Policies } from './conclusion.ts'
import type { QueryDialect } from './query-dialect.ts'

/**
 * What a query needs of the policies. Each is chosen by the column `flow`, and null for a flow
 * without a policy. It is an expression rather than a table to join: PostgreSQL would take the join
 * for one that leaves hardly any rows, and plan all others by that.
 */
export interface PolicyText {
  /** ms, as `double precision`, so that no database counts in decimals. */
  readonly window: string
  readonly slowAfter: string
  readonly maxAttempts: string
  /** A rank. */
  readonly silence: string
  /** Whether a rank is terminal. */
  readonly isTerminal: (rank: string) => string
  readonly open: string
  readonly slow: string
  /** The same for sent, if no receipts are expected. */
  readonly blindOpen: string
  readonly blindSlow: string
  readonly delivered: string
  readonly uncertain: string
  /** By the columns `flow` and `failure_reason`. */
  readonly failed: string
  /** The flows that have a policy. */
  readonly flows: string
}

export function policyText({ literal }: QueryDialect, policies: Policies): PolicyText {
  const byFlow = (of: (policy: Policy) => string | number): string =>
    `CASE flow ${Object.entries(policies)
      .map(([flow, policy]) => `WHEN ${literal(flow)} THEN ${of(policy)}`)
      .join(' ')} END`
  const double = (value: number): string => `CAST(${value} AS double precision)`
  return {
    window: byFlow(({ window }) => double(window)),
    slowAfter: byFlow(({ slowAfter }) => double(slowAfter)),
    maxAttempts: byFlow(({ maxAttempts }) => double(maxAttempts)),
    silence: byFlow(({ silence }) => rankOf(silence)),
    isTerminal: (rank) =>
      byFlow(({ terminal }) => `${rank} IN (${terminal.map(rankOf).join(', ')})`),
    open: byFlow(({ advice }) => `'${advice.open}'`),
    slow: byFlow(({ advice }) => `'${advice.slow}'`),
    blindOpen: byFlow(({ advice }) => `'${advice.sentBlind ?? advice.open}'`),
    blindSlow: byFlow(({ advice }) => `'${advice.sentBlind ?? advice.slow}'`),
    delivered: byFlow(({ advice }) => `'${advice.delivered}'`),
    uncertain: byFlow(({ advice }) => `'${advice.uncertain}'`),
    failed: byFlow(({ advice: { failed } }) => byReason((reason) => `'${failed[reason]}'`)),
    flows: Object.keys(policies).map(literal).join(', '),
  }
}

/** No reason reads as `unknown`. */
const byReason = (of: (reason: (typeof FAILURE_REASONS)[number]) => string): string =>
  `CASE COALESCE(failure_reason, 'unknown') ${FAILURE_REASONS.map((reason) => `WHEN '${reason}' THEN ${of(reason)}`).join(' ')} END`
