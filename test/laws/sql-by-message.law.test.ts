import { describe, it } from 'vitest'
import { duckdb, pglite, sqlite } from '../sql/query-engines.ts'
import { expectMessages } from '../sql/query-laws.ts'
import { LOG, sampleLogs } from '../sql/worlds.ts'
import { FURTHER } from './law.ts'

describe.each([
  { name: 'SQLite', open: sqlite, runs: 30 },
  { name: 'DuckDB', open: duckdb, runs: 15 },
  { name: 'PGlite', open: pglite, runs: 4 },
])('a mixed log in $name', ({ open, runs }) => {
  it('belongs to the messages that reduceByMessage finds, with the same states', async () => {
    const engine = await open()
    await engine.script(LOG)
    for (const { events, policy, now } of sampleLogs(Math.ceil(runs * FURTHER), 1))
      await expectMessages(engine, events, policy, now)
    await engine.close()
  }, 60_000)
})
