import { stateQuery } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'
import { DIRECTED } from '../sql/directed.ts'
import { duckdb, pglite, sqlite } from '../sql/query-engines.ts'
import { LOG, queried, rowOf, sampleWorlds } from '../sql/worlds.ts'

const FURTHER = process.env['PROVE'] ? 50 : 1

describe.each([
  { name: 'PGlite', open: pglite },
  { name: 'SQLite', open: sqlite },
  { name: 'DuckDB', open: duckdb },
])('the query in $name', ({ open }) => {
  it('says of every message what reduce says, in every column', async () => {
    const engine = await open()
    await engine.script(LOG)
    for (const worlds of [DIRECTED, ...sampleWorlds(4 * FURTHER, 150, 1)]) {
      const { policies, messages, now } = worlds
      const rows = await queried(
        engine,
        stateQuery(engine.dialect, policies, { from: 'log' }),
        worlds,
      )
      expect(rows.size).toBe(messages.length)
      for (const world of messages) {
        const expected = rowOf(world, policies[world.flow]!, now)
        expect(
          rows.get(world.messageId),
          JSON.stringify({ ...world, now, policy: policies[world.flow] }),
        ).toEqual(expected)
      }
    }
    await engine.close()
  }, 60_000)
})
