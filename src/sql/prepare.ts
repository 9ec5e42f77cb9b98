import type { Dialect } from './dialect.ts'
import type { Statement, Value } from './statement.ts'

/** The values of a statement by the names that its text calls them by: `:now`, `:limit`. */
export type Values<Name extends string> = Readonly<Record<Name, Value | undefined>>

/**
 * Compiles a text once; what it gives makes a statement of values. PostgreSQL numbers its
 * parameters, SQLite counts them.
 */
export function prepare<Name extends string>(
  dialect: Dialect,
  name: string,
  text: string,
): (values: Values<Name>) => Statement {
  const names: Name[] = []
  const compiled = text.replaceAll(/(?<![:\w]):(\w+)/g, (_, each: Name) => {
    if (!dialect.numbered || !names.includes(each)) names.push(each)
    return dialect.numbered ? `$${names.indexOf(each) + 1}` : '?'
  })
  return (values) => ({
    name,
    text: compiled,
    values: names.map((each) => dialect.value(values[each] ?? null)),
  })
}
