import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { COLUMNS, type Column } from '../../src/sql/columns.ts'

/** A DuckDB database in a file, with two threads. */
export async function open(file: string, memory: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: memory })
  return instance.connect()
}

const TYPES = { text: 'VARCHAR', instant: 'DOUBLE', count: 'INTEGER', flag: 'BOOLEAN' }

const columns = Object.entries<Column>(COLUMNS)

/** The query that reads a log of JSON lines as rows with the columns of the table of events. */
export function readLog(files: string): string {
  const fields = new Map<string, string[]>()
  for (const [, { type, field, part }] of columns)
    fields.set(field, [...(fields.get(field) ?? []), part ? `${part} ${TYPES[type]}` : TYPES[type]])
  const body = Array.from(fields, ([field, types]) =>
    types.length > 1 ? `${field} STRUCT(${types.join(', ')})` : `${field} ${types[0]}`,
  )
  const values = columns.map(
    ([name, { field, part }]) => `body.${field}${part ? `['${part}']` : ''} AS ${name}`,
  )
  return `SELECT ${values.join(', ')}, flow
    FROM read_json('${files}', format = 'newline_delimited', columns = { flow: 'VARCHAR', body: 'STRUCT(${body.join(', ')})' })`
}
