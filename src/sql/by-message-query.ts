import { checkKeys, checkObject } from '../event/check.ts'
import { COLUMN_NAMES } from './columns.ts'
import {
  checkFrom,
  checkQueryDialect,
  QUERY_DIALECTS,
  type QueryDialectName,
} from './query-dialect.ts'

export interface ByMessageQueryOptions {
  /**
   * A table, a view, or a query in parentheses, with a row per event and the columns of the table
   * of events.
   */
  readonly from: string
}

/**
 * The text of a query that says whose event it is, by the rule of `collectByMessage`: for logs in
 * which most receipts know only the provider's id. It gives the same rows, each with its
 * `message_id`, which is `provider:providerMessageId` if no event ties that id to a message. In
 * parentheses it is what `stateQuery` reads.
 *
 * A row with neither id is left out: nobody can tell whose it is.
 *
 * @throws TypeError for another dialect, or without `from`
 * @example
 * ```ts
 * const log = byMessageQuery('duckdb', { from: `read_parquet('events/*.parquet')` })
 * const query = stateQuery('duckdb', { otp, alert }, { from: `(${log})` })
 * console.log(query.includes('read_parquet')) // → true
 * ```
 */
export function byMessageQuery(dialect: QueryDialectName, options: ByMessageQueryOptions): string {
  const where = 'byMessageQuery: '
  checkQueryDialect(dialect, where)
  checkObject(options, where, 'options', 'Pass { from }, the table of events.')
  checkKeys(options, ['from'], where, 'options')
  const { from } = options
  checkFrom(from, where)

  const { text, settings } = QUERY_DIALECTS[dialect]
  const rest = [...COLUMN_NAMES.slice(1), 'flow'].join(', ')
  // The provider's name is encoded, so that no key stands for two.
  const named = `replace(replace(COALESCE(provider, agreed_provider, ''), '%', '%25'), ':', '%3A')`
  // An id without a provider takes the one that all others with that id name.
  return `WITH recorded AS (
  SELECT ${text('message_id')} AS message_id, ${rest}
  FROM ${from} AS given WHERE message_id IS NOT NULL OR provider_message_id IS NOT NULL
), agreed AS (
  SELECT provider_message_id, CASE WHEN min(provider) = max(provider) THEN min(provider) END AS agreed_provider
  FROM recorded WHERE provider_message_id IS NOT NULL GROUP BY provider_message_id
), keyed AS (
  SELECT recorded.*, ${text(`(${named} || ':' || provider_message_id)`)} AS provider_key
  FROM recorded LEFT JOIN agreed USING (provider_message_id)
), tied AS (
  SELECT provider_key, min(message_id) AS tied_message
  FROM keyed WHERE message_id IS NOT NULL AND provider_key IS NOT NULL GROUP BY provider_key
)
SELECT COALESCE(message_id, tied_message, provider_key) AS message_id, ${rest}
FROM keyed LEFT JOIN tied USING (provider_key)${settings}`
}
