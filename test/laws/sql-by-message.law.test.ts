import fc from 'fast-check'
import { reduceByMessage } from 'sms-delivery-state'
import { byMessageQuery, stateQuery } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'
import { duckdb, pglite, sqlite } from '../sql/query-engines.ts'
import { insertText, LOG, plain, rowOfState } from '../sql/worlds.ts'
import { instant, mixed, policy } from './arbitraries.ts'

const FURTHER = process.env['PROVE'] ? 50 : 1

describe.each([
  { name: 'PGlite', open: pglite, runs: 4 },
  { name: 'SQLite', open: sqlite, runs: 30 },
  { name: 'DuckDB', open: duckdb, runs: 15 },
])('a mixed log in $name', ({ open, runs }) => {
  it('belongs to the messages that reduceByMessage finds, with the same states', async () => {
    const engine = await open()
    await engine.script(LOG)
    const logs = fc.sample(
      fc.tuple(fc.array(mixed, { minLength: 1, maxLength: 4 }), policy, instant),
      {
        numRuns: runs * FURTHER,
        seed: 1,
      },
    )
    for (const [lists, flow, now] of logs) {
      // Every event brings the flow: whose it is, is only found out.
      const events = lists
        .flat()
        .map((event) => ({ ...event, provider: event.provider === 'y' ? 'y:%' : event.provider }))
      if (events.length === 0) continue
      await engine.script('DELETE FROM log;')
      await engine.script(
        insertText(events.map((event) => ({ messageId: '', flow: 'flow', events: [event] }))),
      )
      const from = `(${byMessageQuery(engine.dialect, { from: 'log' })})`
      const rows = await engine.rows(stateQuery(engine.dialect, { flow }, { from }), [now])
      const states = reduceByMessage(events, flow, now)
      expect(Object.fromEntries(rows.map((row) => [row['message_id'], plain(row)]))).toEqual(
        Object.fromEntries([...states].map(([id, state]) => [id, rowOfState(id, 'flow', state)])),
      )
    }
    await engine.close()
  }, 60_000)
})
