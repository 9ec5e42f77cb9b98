// Twice the log in little memory: node buckets.mjs FOLDER NOW BUCKETS. Events are written into
// a folder for each bucket of messages, and the query reads one bucket after the other.
import { byMessageQuery, stateQuery } from 'sms-delivery-state/sql'
import { open } from './database.ts'
import { policies } from './flows.ts'

const [folder = '', now, buckets] = process.argv.slice(2)
const db = await open(`${folder}/buckets.duckdb`, '800MB')
// No order among events is promised, and to keep one costs memory.
await db.run('SET preserve_insertion_order = false')

const log = byMessageQuery('duckdb', { from: `read_parquet('${folder}/twice.parquet')` })
await db.run(`COPY (SELECT *, hash(message_id) % ${buckets} AS bucket FROM (${log}))
  TO '${folder}/bucket' (FORMAT parquet, PARTITION_BY (bucket))`)

for (let i = 0; i < Number(buckets); i++) {
  const from = `read_parquet('${folder}/bucket/bucket=${i}/*.parquet', hive_partitioning = false)`
  const query = stateQuery('duckdb', policies, { from })
  await db.run(`${i === 0 ? 'CREATE TABLE state AS' : 'INSERT INTO state'} ${query}`, [Number(now)])
}
