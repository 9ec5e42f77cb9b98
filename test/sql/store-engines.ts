import { PGlite } from '@electric-sql/pglite'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { sql, type Query, type Sql } from 'sms-delivery-state/sql'

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
  const db = await PGlite.create()
  const store = sql('postgres')
  await db.exec(store.schema)
  return {
    dialect: 'postgres',
    store,
    query: ({ text, values }) => db.query<Record<string, unknown>>(text, values),
    run: async (text) => (await db.query<Record<string, unknown>>(text)).rows,
    script: async (text) => void (await db.exec(text)),
    empty: async () => void (await db.exec(EMPTY)),
    close: () => db.close(),
  }
}

export function betterSqlite(): Promise<Engine> {
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
  { name: 'PGlite', open: pglite },
  { name: 'SQLite', open: betterSqlite },
]

/** One database for all tests of a block, empty before each. */
export function engineFor(open: () => Promise<Engine>): () => Engine {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 60_000)
  beforeEach(() => engine.empty())
  afterAll(() => engine.close())
  return () => engine
}
