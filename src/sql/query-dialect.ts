/** What differs between the databases that run queries over many messages. */
export interface QueryDialect {
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
}

const binary = (value: string): string => value

// These two pass over nulls; SQLite's of two do not.
const greatest = (a: string, b: string): string => `GREATEST(${a}, ${b})`
const least = (a: string, b: string): string => `LEAST(${a}, ${b})`

const postgres: QueryDialect = {
  greatest,
  least,
  now: 'CAST($1 AS double precision)',
  never: `CAST('-Infinity' AS double precision)`,
  text: (value) => `${value} COLLATE "C"`,
  json: (value) => `CAST(to_json(CAST(${value} AS text)) AS text)`,
}

const duckdb: QueryDialect = {
  greatest,
  least,
  now: 'CAST($1 AS double precision)',
  never: `CAST('-Infinity' AS double precision)`,
  text: binary,
  json: (value) => `CAST(to_json(${value}) AS varchar)`,
}

const sqlite: QueryDialect = {
  now: '?',
  never: '-9e999',
  text: binary,
  json: (value) => `json_quote(${value})`,
  greatest: (a, b) => `COALESCE(max(${a}, ${b}), ${a}, ${b})`,
  least: (a, b) => `COALESCE(min(${a}, ${b}), ${a}, ${b})`,
}

export const QUERY_DIALECTS = { postgres, sqlite, duckdb } as const
export type QueryDialectName = keyof typeof QUERY_DIALECTS

/** A constant text. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
