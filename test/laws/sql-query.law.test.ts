import { describe, it } from 'vitest'
import { DIRECTED } from '../sql/directed.ts'
import { duckdb, pglite, sqlite } from '../sql/query-engines.ts'
import { expectStates } from '../sql/query-laws.ts'
import { LOG, sampleWorlds } from '../sql/worlds.ts'
import { FURTHER } from './law.ts'

describe.each([
  { name: 'SQLite', open: sqlite },
  { name: 'DuckDB', open: duckdb },
  { name: 'PGlite', open: pglite },
])('the query in $name', ({ open }) => {
  it('says of every message what reduce says, in every column', async () => {
    const engine = await open()
    await engine.script(LOG)
    for (const worlds of [DIRECTED, ...sampleWorlds(Math.ceil(4 * FURTHER), 150, 1)])
      await expectStates(engine, worlds)
    await engine.close()
  }, 60_000)
})
