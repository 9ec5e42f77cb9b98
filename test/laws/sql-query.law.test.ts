import { describe, it } from 'vitest'
import { DIRECTED } from '../sql/directed.ts'
import { duckdb, pglite, sqlite } from '../sql/query-engines.ts'
import { expectStates } from '../sql/query-laws.ts'
import { LOG, sampleWorlds } from '../sql/worlds.ts'

const FURTHER = process.env['PROVE'] ? 50 : 1

describe.each([
  { name: 'PGlite', open: pglite },
  { name: 'SQLite', open: sqlite },
  { name: 'DuckDB', open: duckdb },
])('the query in $name', ({ open }) => {
  it('says of every message what reduce says, in every column', async () => {
    const engine = await open()
    await engine.script(LOG)
    for (const worlds of [DIRECTED, ...sampleWorlds(4 * FURTHER, 150, 1)])
      await expectStates(engine, worlds)
    await engine.close()
  }, 60_000)
})
