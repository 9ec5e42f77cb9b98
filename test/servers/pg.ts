import pg from 'pg'
import { sql, type Query } from 'sms-delivery-state/sql'

export const store = sql('postgres')

/** The server that `test/servers/postgres.mjs` started. */
const connectionString = process.env['DATABASE_URL']
if (!connectionString) throw new Error('DATABASE_URL is missing: npm run test:servers sets it')

/** A connection: one worker. */
export interface Worker {
  readonly client: pg.Client
  readonly query: Query
}

export async function connect(): Promise<Worker> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return { client, query: (statement) => client.query<Record<string, unknown>>(statement) }
}

export const connectAll = (count: number): Promise<Worker[]> =>
  Promise.all(Array.from({ length: count }, connect))

/** Work in a transaction of its own. */
export async function inTransaction<Result>(
  { client }: Worker,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN')
  const result = await work()
  await client.query('COMMIT')
  return result
}

export async function empty({ client }: Worker): Promise<void> {
  await client.query(store.schema)
  await client.query('TRUNCATE sds_event, sds_tie, sds_message, sds_effect')
}
