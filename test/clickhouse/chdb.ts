import { createRequire } from 'node:module'
import type { QueryEngine } from '../sql/query-engines.ts'

/** What is used of `chdb`. It is not among the dependencies, so it brings no types. */
interface Session {
  query(text: string): string
  queryBind(text: string, parameters: Record<string, unknown>, format: string): string
  close(): void
}

/** The folder into which `test/clickhouse/install.mjs` has put the engine. */
const folder = process.env['CHDB']
if (!folder) throw new Error('CHDB is missing: npm run test:clickhouse sets it')

const { Session } = createRequire(`${folder}/`)('chdb') as { Session: new () => Session }

/** A ClickHouse engine in this process. A process has one only. */
export function clickhouse(): QueryEngine {
  const session = new Session()
  // A column of a type is one that may be null, as elsewhere.
  session.query('SET data_type_default_nullable = 1')
  session.query(`SET default_table_engine = 'Memory'`)
  return {
    dialect: 'clickhouse',
    // A backslash in a text escapes what follows, and tables of this kind are emptied by TRUNCATE.
    script: (text) =>
      Promise.resolve(
        void session.query(text.replaceAll('\\', '\\\\').replace(/^DELETE FROM/, 'TRUNCATE TABLE')),
      ),
    rows: (text, [now]) => {
      const answer: unknown = JSON.parse(session.queryBind(text, { now }, 'JSON'))
      return Promise.resolve((answer as { data: Record<string, unknown>[] }).data)
    },
    close: () => session.close(),
  }
}
