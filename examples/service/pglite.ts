import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Query } from 'sms-delivery-state/sql'
import type { Database } from './database.ts'

/** PostgreSQL inside of Node, in memory: to try the service, and for its tests. */
export async function pglite(): Promise<Database> {
  const db = await PGlite.create()
  const queryOf =
    (on: PGlite | Transaction): Query =>
    ({ text, values }) =>
      on.query<Record<string, unknown>>(text, values)
  return {
    query: queryOf(db),
    transaction: (work) => db.transaction((transaction) => work(queryOf(transaction))),
    script: async (text) => void (await db.exec(text)),
    close: () => db.close(),
  }
}
