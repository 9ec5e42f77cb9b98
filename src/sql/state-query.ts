import { checkKeys, checkObject, checkOneOf } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { checkPolicies, type Policies } from './conclusion.ts'
import { storedEvents } from './events-of.ts'
import { postgres } from './postgres.ts'
import { checkPrefix } from './prefix.ts'
import { QUERY_DIALECTS } from './query-dialect.ts'
import { failureParts } from './query-failures.ts'
import { eventParts } from './query-events.ts'
import { policyText } from './query-policies.ts'
import { shownParts } from './query-shown.ts'
import { statusParts } from './query-status.ts'
import { sqlite } from './sqlite.ts'

export type QueryDialectName = keyof typeof QUERY_DIALECTS

export interface StateQueryOptions {
  /**
   * What to read: a table, a view, or a query in parentheses, with a row per event and the columns of the table of events, each
   * row with the id of its message. By default what `record` stored.
   */
  readonly from?: string | undefined
  /** The prefix that `sql` was given, if it was. */
  readonly prefix?: string | undefined
}

const STORES = { postgres, sqlite }

export function stateQuery(dialect: QueryDialectName, policies: Policies, options: StateQueryOptions = {}): string {
  const where = 'stateQuery: '
  checkOneOf(Object.keys(QUERY_DIALECTS), dialect, where, 'dialect')
  checkPolicies(policies, where)
  checkObject(options, where, 'options')
  checkKeys(options, ['from', 'prefix'], where, 'options')
  const { from, prefix = 'sds_' } = options
  checkPrefix(prefix, where)
  if (Object.keys(policies).length === 0) throwMisuse(where, 'policies', 'of one flow at least', policies, 'Pass { otp }.')

  const own = QUERY_DIALECTS[dialect]
  const stored = dialect === 'duckdb' ? `${prefix}event` : `(${storedEvents(STORES[dialect], prefix)})`
  const policy = policyText(policies)
  const parts = [eventParts(own, policy, from ?? stored), failureParts(own), statusParts(own, policy), shownParts(own, policy)]
  return `WITH ${parts.join(', ')}`
}
