import { DuckDBInstance } from '@duckdb/node-api'
import Database from 'better-sqlite3'
import type { QueryDialectName } from 'sms-delivery-state/sql'
import { emptyPglite } from './pglite.ts'

/** A database, in memory, that runs queries over many messages. */
export interface QueryEngine {
  readonly dialect: QueryDialectName
  script(text: string): Promise<void>
  rows(text: string, values: readonly number[]): Promise<Record<string, unknown>[]>
  close(): void | Promise<void>
}

export async function pglite(): Promise<QueryEngine> {
  const db = await emptyPglite()
  return {
    dialect: 'postgres',
    script: async (text) => void (await db.exec(text)),
    rows: async (text, values) => (await db.query<Record<string, unknown>>(text, [...values])).rows,
    close: () => {},
  }
}

export function sqlite(): Promise<QueryEngine> {
  const db = new Database(':memory:')
  return Promise.resolve({
    dialect: 'sqlite',
    script: (text) => Promise.resolve(void db.exec(text)),
    rows: (text, values) =>
      Promise.resolve(db.prepare<number[], Record<string, unknown>>(text).all(...values)),
    close: () => void db.close(),
  })
}

export async function duckdb(): Promise<QueryEngine> {
  const instance = await DuckDBInstance.create(':memory:')
  const db = await instance.connect()
  return {
    dialect: 'duckdb',
    script: async (text) => void (await db.run(text)),
    rows: async (text, values) => (await db.runAndReadAll(text, [...values])).getRowObjects(),
    close: () => db.closeSync(),
  }
}
