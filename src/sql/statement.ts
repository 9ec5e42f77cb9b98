import type { Dialect } from './dialect.ts'

/** A value that every driver takes. */
export type Value = string | number | boolean | Uint8Array | null

/** A statement as text and values, in the shape that `pg` takes. No value is ever part of the text. */
export interface Statement {
  /** Names the text, so that a driver can prepare it once. Leave it out behind a pooler that cannot. */
  readonly name: string
  readonly text: string
  readonly values: Value[]
}

/** A row as a driver gives it: values by column. */
export type Row = Readonly<Record<string, unknown>>

export interface Rows {
  readonly rows: readonly Row[]
}

/** Runs a statement in the caller's transaction, and gives its rows. */
export type Query = (statement: Statement) => PromiseLike<Rows> | Rows

/** The values of a statement by the names that its text calls them by: `:now`, `:limit`. */
export type Values<Name extends string> = Readonly<Record<Name, Value | undefined>>

/** Compiles a text once; what it gives makes a statement of values. PostgreSQL numbers its parameters, SQLite counts them. */
export function prepare<Name extends string>(dialect: Dialect, name: string, text: string): (values: Values<Name>) => Statement {
  const names: Name[] = []
  const compiled = text.replaceAll(/(?<![:\w]):(\w+)/g, (_, each: Name) => {
    if (!dialect.numbered || !names.includes(each)) names.push(each)
    return dialect.numbered ? `$${names.indexOf(each) + 1}` : '?'
  })
  return (values) => ({ name, text: compiled, values: names.map((each) => dialect.value(values[each] ?? null)) })
}
