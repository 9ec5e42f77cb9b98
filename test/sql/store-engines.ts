import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { sql, type Query, type Sql } from 'sms-delivery-state/sql'
import { emptyPglite } from './pglite.ts'

/** A database of one dialect with its tables, in memory. */
export interface Engine {
  readonly dialect: 'postgres' | 'sqlite'
  readonly store: Sql
  readonly query: Query
  /** Runs a text of our own, for what a test looks at or spoils. */
  run(text: string): Promise<Record<string, unknown>[]>
  script(text: string): Promise<void>
  /** Takes all rows away: a new database takes seconds. */
  empty(): Promise<void>
  close(): Promise<void>
}

const EMPTY = ['event', 'tie', 'message', 'effect']
  .map((table) => `DELETE FROM sds_${table};`)
  .join(' ')

export async function pglite(): Promise<Engine> {
  const db = await emptyPglite()
  const store = sql('postgres')
  await db.exec(store.schema)
  return {
    dialect: 'postgres',
    store,
    query: ({ text, values }) => db.query<Record<string, unknown>>(text, values),
    run: async (text) => (await db.query<Record<string, unknown>>(text)).rows,
    script: async (text) => void (await db.exec(text)),
    empty: async () => void (await db.exec(EMPTY)),
    close: () => Promise.resolve(),
  }
}

export async function betterSqlite(): Promise<Engine> {
  const db = new Database(':memory:')
  const store = sql('sqlite')
  db.exec(store.schema)
  const run = (text: string, values: readonly unknown[] = []): Record<string, unknown>[] => {
    const statement = db.prepare<unknown[], Record<string, unknown>>(text)
    if (statement.reader) return statement.all(values)
    statement.run(values)
    return []
  }
  return Promise.resolve({
    dialect: 'sqlite',
    store,
    query: ({ text, values }) => ({ rows: run(text, values) }),
    run: (text) => Promise.resolve(run(text)),
    script: (text) => Promise.resolve(void db.exec(text)),
    empty: () => Promise.resolve(void db.exec(EMPTY)),
    close: () => Promise.resolve(void db.close()),
  })
}

/** Every kind of store, for `describe.each`. */
export const ENGINES = [
  { name: 'SQLite', open: betterSqlite },
  { name: 'PGlite', open: pglite },
]

/** One database for all tests of a block, empty before each. */
export function engineFor(open: () => Promise<Engine>): () => Engine {
  let opening: Promise<Engine>
  let engine: Engine
  beforeAll(() => {
    opening = open()
  })
  // Texts are made, and what is wrong with the tables is told, within each test: so Stryker knows
  // for which tests a line of the source is, and which of them fail.
  beforeEach(async () => {
    const opened = await opening
    await opened.empty()
    engine = { ...opened, store: sql(opened.dialect) }
  }, 60_000)
  afterAll(async () => (await opening).close())
  return () => engine
}
