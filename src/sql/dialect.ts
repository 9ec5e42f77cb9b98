import type { ColumnType } from './columns.ts'
import type { Value } from './statement.ts'

/** What differs between the databases that store events. One file each. */
export interface Dialect {
  readonly types: Readonly<Record<ColumnType, string>>
  /** Parameters are `$1`, `$2`, …; else each is `?`. */
  readonly numbered: boolean
  /** A value as the drivers take it. */
  value(value: Value): Value
  /** A short text for a long one, as unique. */
  digest(text: string): string
  /** The objects of a JSON array as the rows `n`. */
  rows(json: string, columns: Readonly<Record<string, ColumnType>>): string
  /** The texts of a JSON array as rows with one column, `value`. */
  texts(json: string): string
  /** Locks the rows of a table, and passes over those that another worker has locked. */
  lock(table: string): string
  /** The tables for events and ties. */
  events(prefix: string): string
  /**
   * What keeps `events` up to date with each event that is inserted, where the statement cannot.
   */
  triggers(prefix: string): string
  record(prefix: string): string
  /** Joins the tie `t` of an event `e` that names no message. */
  tied: string
}
