// The rows of the buckets are those of the query, each twice: node check-buckets.mjs FOLDER
import assert from 'node:assert/strict'
import { open } from './database.ts'

const [folder = ''] = process.argv.slice(2)
const db = await open(':memory:', '4GB')
await db.run(`ATTACH '${folder}/state.duckdb' AS whole (READ_ONLY)`)
await db.run(`ATTACH '${folder}/buckets.duckdb' AS parts (READ_ONLY)`)
const again = `SELECT * REPLACE (
  'again ' || message_id AS message_id, 'again ' || attempt_id AS attempt_id,
  action || CASE WHEN attempt_id IS NULL THEN '' ELSE '/again ' || attempt_id END AS advice_key
) FROM whole.state`
const count = async (query: string): Promise<number> =>
  Number((await db.runAndReadAll(`SELECT count(*) FROM (${query})`)).getRows()[0]![0])
const expected = `SELECT * FROM whole.state UNION ALL ${again}`
assert.equal(await count(expected), await count('SELECT * FROM parts.state'))
assert.equal(await count(`(${expected}) EXCEPT SELECT * FROM parts.state`), 0)
console.log(`${await count('SELECT * FROM parts.state')} rows of the buckets are as they must be`)
