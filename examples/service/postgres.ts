import pg from 'pg'
import type { Database } from './database.ts'

type Row = Record<string, unknown>

/** A PostgreSQL server: a pool that lives through the server's restarts. */
export function postgres(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: 8, connectionTimeoutMillis: 5_000 })
  // A connection that breaks fails its next query. Without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    query: (statement) => pool.query<Row>(statement),
    async transaction(work) {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const result = await work((statement) => client.query<Row>(statement))
        await client.query('COMMIT')
        client.release()
        return result
      } catch (error) {
        client.release(true) // closes the connection, and the server takes back what it did
        throw error
      }
    },
    script: async (text) => void (await pool.query(text)),
    close: () => pool.end(),
  }
}
