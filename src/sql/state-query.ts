import { checkKeys, checkObject } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { checkPolicies, type Policies } from './conclusion.ts'
import type { Dialect } from './dialect.ts'
import { storedEvents } from './events-of.ts'
import { postgres } from './postgres.ts'
import { checkPrefix } from './prefix.ts'
import {
  checkFrom,
  checkQueryDialect,
  QUERY_DIALECTS,
  type QueryDialectName,
} from './query-dialect.ts'
import { failureParts } from './query-failures.ts'
import { eventParts } from './query-events.ts'
import { policyText } from './query-policies.ts'
import { shownColumns, shownParts } from './query-shown.ts'
import { statusParts } from './query-status.ts'
import { sqlite } from './sqlite.ts'

export interface StateQueryOptions {
  /**
   * What to read: a table, a view, or a query in parentheses, with a row per event and the columns
   * of the table of events, each row with the id of its message. By default what `record` stored.
   * SQLite needs the name of a view or of a table: inside of a query of yours, names of this
   * query's own parts (`message`, `attempt`, …) would mean those.
   */
  readonly from?: string | undefined
  /** The prefix that `sql` was given, if it was. */
  readonly prefix?: string | undefined
}

/** Those that store events themselves; others read what was brought to them. */
const STORES: Partial<Record<QueryDialectName, Dialect>> = { postgres, sqlite }

/**
 * The text of a query that says what is shown of every message at an instant, by the rule of
 * `reduce`, column by column: status, settled, since, by, strongest, attempt, window, deadline,
 * slow, action, failure and milestones. `now` (ms since the epoch) is its only parameter, since no
 * view takes one.
 *
 * For dashboards and warehouses: it reads every event there is, also where a condition outside asks
 * for one message. One message is read by `eventsOf`. A message is under the policy of its flow,
 * and is left out if that has none.
 *
 * Text of PostgreSQL, SQLite from 3.39 on, DuckDB, or ClickHouse (tests run 26.7). There the
 * columns that may be missing are `Nullable`, and the parameter is named `now`.
 *
 * @param policies the policy of each flow, by the flow's name
 * @throws TypeError for another dialect, no policy or a wrong one
 * @example
 * ```ts
 * const query = stateQuery('postgres', { otp, alert, notification })
 * console.log(query.startsWith('WITH clock (now) AS'), query.includes('$1')) // → true true
 * ```
 */
export function stateQuery(
  dialect: QueryDialectName,
  policies: Policies,
  options: StateQueryOptions = {},
): string {
  const where = 'stateQuery: '
  checkQueryDialect(dialect, where)
  checkPolicies(policies, where)
  checkObject(options, where, 'options')
  checkKeys(options, ['from', 'prefix'], where, 'options')
  const { from, prefix = 'sds_' } = options
  if (from !== undefined) checkFrom(from, where)
  checkPrefix(prefix, where)
  if (Object.keys(policies).length === 0)
    throwMisuse(where, 'policies', 'of one flow at least', policies, 'Pass { otp }.')

  const own = QUERY_DIALECTS[dialect]
  const store = STORES[dialect]
  const stored = store ? `(${storedEvents(store, prefix)})` : `${prefix}event`
  const policy = policyText(own, policies)
  const parts = [
    ...eventParts(own, policy, from ?? stored),
    ...failureParts(own),
    ...statusParts(own, policy),
    ...shownParts(own, policy),
  ]
  return `WITH ${parts.join(', ')} ${shownColumns(policy)}${own.settings}`
}
