import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stateQuery } from 'sms-delivery-state/sql'
import { DIRECTED } from '../sql/directed.ts'
import type { QueryEngine } from '../sql/query-engines.ts'
import { expectMessages, expectStates } from '../sql/query-laws.ts'
import { insertText, LOG, sampleLogs, sampleWorlds } from '../sql/worlds.ts'
import { clickhouse } from './chdb.ts'

describe('the query in ClickHouse', () => {
  let engine: QueryEngine
  beforeAll(async () => {
    engine = clickhouse()
    await engine.script(LOG)
  })
  afterAll(() => engine.close())

  it('says of every message what reduce says, in every column', async () => {
    for (const worlds of [DIRECTED, ...sampleWorlds(12, 150, 1)]) await expectStates(engine, worlds)
  })

  it('finds the messages that reduceByMessage finds, with the same states', async () => {
    for (const { events, policy, now } of sampleLogs(8, 1))
      await expectMessages(engine, events, policy, now)
  })

  it('keeps its settings inside of a query that has others', async () => {
    const { policies, messages, now } = DIRECTED
    await engine.script('DELETE FROM log;')
    await engine.script(insertText(messages))
    const query = stateQuery('clickhouse', policies, { from: 'log' })
    const direct = await engine.rows(query, [now])
    const nested = await engine.rows(
      `WITH state AS (${query}) SELECT * FROM state SETTINGS join_use_nulls = 0, prefer_column_name_to_alias = 0`,
      [now],
    )
    expect(nested.map((row) => JSON.stringify(row)).sort()).toEqual(
      direct.map((row) => JSON.stringify(row)).sort(),
    )
  })
})
