import { checkKeys, checkObject, checkOneOf } from '../event/check.ts'
import type { DeliveryEvent } from '../event/event.ts'
import { concludeIn, type Conclude } from './conclude.ts'
import type { Dialect } from './dialect.ts'
import {
  claimIn,
  finishIn,
  loadEffects,
  type ClaimOptions,
  type Effect,
  type FinishOptions,
} from './effects.ts'
import { eventsOfIn } from './events-of.ts'
import { loadEvents, loadMessage, type StoredMessage } from './load.ts'
import { postgres } from './postgres.ts'
import { checkPrefix } from './prefix.ts'
import { recordIn, type RecordOptions } from './record.ts'
import { migrationsOf, type Migration } from './schema.ts'
import { sqlite } from './sqlite.ts'
import { prepare } from './prepare.ts'
import type { Row, Statement } from './statement.ts'

const DIALECTS = { postgres, sqlite } as const

/**
 * Text and values for one database. It opens no connection and reads no clock: the driver is yours.
 */
export interface Sql {
  /**
   * Makes the tables, or brings them up to date. Run it as a script at each start; running it again
   * changes nothing.
   */
  readonly schema: string
  /** The same, by version, for those who keep migrations of their own. */
  readonly migrations: readonly Migration[]
  record(event: DeliveryEvent, options?: RecordOptions): Statement
  readonly conclude: Conclude
  claim(now: number, options?: ClaimOptions): Statement
  loadEffects(rows: Iterable<Row>): Effect[]
  finish(effect: Effect, now: number, options?: FinishOptions): Statement
  eventsOf(messageIds: Iterable<string>): Statement
  loadEvents(rows: Iterable<Row>): DeliveryEvent[]
  loadMessage(rows: Iterable<Row>): StoredMessage
  /** Makes every message due, also those whose row was thrown away. */
  readonly rebuild: Statement
}

export interface SqlOptions {
  /**
   * What each table's name begins with: small letters, digits and `_`, at most 30; `sds_` by
   * default.
   */
  readonly prefix?: string | undefined
}

/**
 * What a service needs to keep messages in PostgreSQL (`postgres`) or SQLite (`sqlite`): tables for
 * events, a statement that records an event, and what concludes messages from them.
 *
 * Safe from any number of workers at the default isolation level. Call it once and keep what it
 * gives: it compiles its texts.
 *
 * @throws TypeError for another dialect, or a prefix that is no name
 * @example
 * ```ts
 * const { record } = sql('postgres')
 * const receivedAt = 1_790_000_000_000
 * const { text, values } = record({ status: 'sent', messageId: 'm1', receivedAt }, { flow: 'otp' })
 * console.log(text.includes('INSERT INTO sds_event'), values.includes('m1')) // → true true
 * ```
 */
export function sql(dialect: keyof typeof DIALECTS, options: SqlOptions = {}): Sql {
  const where = 'sql: '
  checkOneOf(Object.keys(DIALECTS), dialect, where, 'dialect', 'Name the database that it is for.')
  checkObject(options, where, 'options')
  checkKeys(options, ['prefix'], where, 'options')
  const { prefix = 'sds_' } = options
  checkPrefix(prefix, where)

  const own: Dialect = DIALECTS[dialect]
  const migrations = migrationsOf(own, prefix)
  return {
    schema: migrations.map(({ text }) => text).join(''),
    migrations,
    record: recordIn(own, prefix),
    conclude: concludeIn(own, prefix),
    claim: claimIn(own, prefix),
    loadEffects,
    finish: finishIn(own, prefix),
    eventsOf: eventsOfIn(own, prefix),
    loadEvents,
    loadMessage,
    rebuild: rebuildIn(own, prefix),
  }
}

const rebuildIn = (dialect: Dialect, prefix: string): Statement =>
  prepare(
    dialect,
    `${prefix}rebuild`,
    `
INSERT INTO ${prefix}message (message_id, review_at)
SELECT DISTINCT message_id, 0 FROM ${prefix}event WHERE message_id IS NOT NULL ORDER BY message_id
ON CONFLICT (message_id) DO UPDATE SET review_at = 0`,
  )({})
