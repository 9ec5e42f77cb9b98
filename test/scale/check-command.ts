// The command says the same as the query: node check-command.mjs FOLDER
import assert from 'node:assert/strict'
import { open } from './database.ts'

const [folder = ''] = process.argv.slice(2)
const db = await open(`${folder}/state.duckdb`, '4GB')
const own = `SELECT message, status, settled::varchar AS settled FROM read_csv('${folder}/command.csv', all_varchar = true)`
const query = 'SELECT message_id, status, settled::varchar FROM state'
const differing = await db.runAndReadAll(
  `SELECT * FROM ((${own} EXCEPT ${query}) UNION ALL (${query} EXCEPT ${own}))`,
)
assert.deepEqual(differing.getRows(), [])
console.log('the command says the same')
