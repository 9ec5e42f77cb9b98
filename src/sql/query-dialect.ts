import { checkOneOf } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'

/** What differs between the databases that run queries over many messages. */
export interface QueryDialect {
  /** A constant text. */
  literal(text: string): string
  /** The parameter for `now`. */
  readonly now: string
  /** Before all times. */
  readonly never: string
  /** A text to sort by code points. */
  text(value: string): string
  /** A text as JSON, with its quotes. */
  json(value: string): string
  /** The larger of two, the smaller of two: the one that is there, where one is null. */
  greatest(a: string, b: string): string
  least(a: string, b: string): string
  /** What stands at the end of a query. */
  readonly settings: string
}

const binary = (value: string): string => value

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

// These two pass over nulls; SQLite's of two do not.
const greatest = (a: string, b: string): string => `GREATEST(${a}, ${b})`
const least = (a: string, b: string): string => `LEAST(${a}, ${b})`

const now = 'CAST($1 AS double precision)'
const never = `CAST('-Infinity' AS double precision)`

const postgres: QueryDialect = {
  literal,
  now,
  never,
  greatest,
  least,
  settings: '',
  text: (value) => `${value} COLLATE "C"`,
  json: (value) => `CAST(to_json(CAST(${value} AS text)) AS text)`,
}

const duckdb: QueryDialect = {
  literal,
  now,
  never,
  greatest,
  least,
  settings: '',
  text: binary,
  json: (value) => `CAST(to_json(${value}) AS varchar)`,
}

const sqlite: QueryDialect = {
  literal,
  settings: '',
  now: '?',
  never: '-9e999',
  text: binary,
  json: (value) => `json_quote(${value})`,
  greatest: (a, b) => `COALESCE(max(${a}, ${b}), ${a}, ${b})`,
  least: (a, b) => `COALESCE(min(${a}, ${b}), ${a}, ${b})`,
}

const clickhouse: QueryDialect = {
  greatest,
  least,
  literal: (text) => literal(text.replaceAll('\\', '\\\\')),
  now: '{now:Float64}',
  never: '-inf',
  text: binary,
  // It writes / and the two line ends of Unicode in another way than others: these stay as they are.
  json: (value) =>
    `'"' || arrayStringConcat(arrayMap(c -> if(c IN ('/', '\u2028', '\u2029'), c, extract(toJSONString(c), '(?s)^"(.*)"$')), extractAll(COALESCE(${value}, ''), '(?s).'))) || '"'`,
  // Else what a join does not find is 0 or '', and a name means the column that is being made.
  settings: ' SETTINGS join_use_nulls = 1, prefer_column_name_to_alias = 1',
}

export const QUERY_DIALECTS = { postgres, sqlite, duckdb, clickhouse } as const
export type QueryDialectName = keyof typeof QUERY_DIALECTS

export function checkQueryDialect(dialect: unknown, where: string): void {
  const names = Object.keys(QUERY_DIALECTS)
  checkOneOf(names, dialect, where, 'dialect', 'Name the database that it is for.')
}

/** What stands behind FROM is text of the caller, and is not looked into. */
export function checkFrom(from: unknown, where: string): void {
  if (typeof from !== 'string')
    throwMisuse(where, 'options.from', 'a text', from, 'Write the name of the table of events.')
}
