import { stateQuery } from 'sms-delivery-state/sql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DIRECTED } from '../sql/directed.ts'
import { MUTANTS } from '../sql/mutants.ts'
import { sqlite, type QueryEngine } from '../sql/query-engines.ts'
import { insertText, LOG, sampleWorlds } from '../sql/worlds.ts'

/** The worlds that are kept: whatever is wrong with the query shows in one of them. */
const kept = [DIRECTED, ...sampleWorlds(12, 60, 7)]

describe('a query with one line wrong', () => {
  let engine: QueryEngine
  const texts = kept.map(({ policies }, i) => stateQuery('sqlite', policies, { from: `log_${i}` }))
  const rows: string[] = []
  const run = async (text: string, i: number) =>
    JSON.stringify(await engine.rows(text, [kept[i]!.now]))

  beforeAll(async () => {
    engine = await sqlite()
    for (const [i, { messages }] of kept.entries()) {
      await engine.script(LOG.replace('log', `log_${i}`))
      await engine.script(insertText(messages).replace('log', `log_${i}`))
      rows.push(await run(texts[i]!, i))
    }
  }, 60_000)
  afterAll(() => engine.close())

  it('is one of more than 20', () => expect(MUTANTS.length).toBeGreaterThan(20))

  it.each(MUTANTS)('is found out: %s', async (_, from, to) => {
    for (const [i, text] of texts.entries()) {
      const mutant = text.replaceAll(from, () => to)
      expect(mutant).not.toBe(text)
      if ((await run(mutant, i)) !== rows[i]) return
    }
    expect.fail('no world tells it from the right one')
  })
})
