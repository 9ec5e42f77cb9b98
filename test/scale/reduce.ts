// The states by reduceByMessage, a file of the log after the other, and the query's rows beside
// them: node reduce.mjs FOLDER NOW. Only reading and reducing is counted.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reduceByMessage, type DeliveryEvent } from 'sms-delivery-state'
import { plain, rowOfState } from '../sql/rows.ts'
import { open } from './database.ts'
import { flowOf, policyOf } from './flows.ts'

const [folder = '', instant] = process.argv.slice(2)
const now = Number(instant)
const db = await open(`${folder}/state.duckdb`, '1GB')
let [compared, cpu] = [0, 0]

for (const file of readdirSync(folder).filter((name) => name.endsWith('.ndjson'))) {
  const before = process.cpuUsage()
  const lines = readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1)
  const events = lines.map((line) => (JSON.parse(line) as { body: DeliveryEvent }).body)
  const states = reduceByMessage(events, policyOf, now)
  const { user, system } = process.cpuUsage(before)
  cpu += (user + system) / 1e6

  await db.run(
    `CREATE OR REPLACE TEMP TABLE own AS SELECT unnest(from_json($1, '["VARCHAR"]')) AS message_id`,
    [JSON.stringify([...states.keys()])],
  )
  const found = await db.runAndReadAll('SELECT state.* FROM state JOIN own USING (message_id)')
  for (const row of found.getRowObjects()) {
    const id = String(row['message_id'])
    assert.deepEqual(plain(row), rowOfState(id, flowOf(id), states.get(id)!))
    states.delete(id)
    compared++
  }
  assert.deepEqual([...states.keys()], [], 'the query leaves none out')
}
const rows = (await db.runAndReadAll('SELECT count(*) FROM state')).getRows()[0]![0]
assert.equal(Number(rows), compared, 'the query has no other')
console.log(
  `${compared} rows of the query equal reduceByMessage, which took ${cpu.toFixed(1)} s of CPU`,
)
