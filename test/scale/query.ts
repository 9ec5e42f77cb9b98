// The state of every message by one query: node query.mjs FOLDER NOW
import { byMessageQuery, stateQuery } from 'sms-delivery-state/sql'
import { open } from './database.ts'
import { policies } from './flows.ts'

const [folder = '', now] = process.argv.slice(2)
const db = await open(`${folder}/state.duckdb`, '16GB')
const log = byMessageQuery('duckdb', { from: `read_parquet('${folder}/events.parquet')` })
const query = stateQuery('duckdb', policies, { from: `(${log})` })
await db.run(`CREATE TABLE state AS ${query}`, [Number(now)])
