import fc from 'fast-check'
import { reduceByMessage } from 'sms-delivery-state'
import { stateQuery } from 'sms-delivery-state/sql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mixed, policy, shuffled } from '../laws/arbitraries.ts'
import { DIRECTED } from '../sql/directed.ts'
import { plain, rowOfState } from '../sql/rows.ts'
import { atRealInstant, insertText, LOG, rowOf, sampleWorlds, START } from '../sql/worlds.ts'
import { connectAll, empty, inTransaction, store, type Worker } from './pg.ts'

describe('a PostgreSQL server', () => {
  let workers: Worker[]
  beforeAll(async () => {
    workers = await connectAll(6)
  })
  afterAll(() => Promise.all(workers.map(({ client }) => client.end())))

  it('says of every message what reduce says, in every column', async () => {
    const { client } = workers[0]!
    await client.query(LOG.replace('CREATE', 'CREATE TEMP'))
    for (const { policies, messages, now } of [DIRECTED, ...sampleWorlds(40, 150, 3)]) {
      await client.query('TRUNCATE log')
      await client.query(insertText(messages))
      const { rows } = await client.query<Record<string, unknown>>(
        stateQuery('postgres', policies, { from: 'log' }),
        [now],
      )
      const byId = new Map(rows.map((row) => [row['message_id'], row]))
      expect(byId.size).toBe(messages.length)
      for (const world of messages)
        expect(byId.get(world.messageId)).toEqual(rowOf(world, policies[world.flow]!, now))
    }
  })

  it('concludes what many workers record at once as reduce does, also where ids move to other messages', async () => {
    const some = fc.tuple(fc.array(mixed, { minLength: 8, maxLength: 8 }), policy, fc.nat())
    for (const [lists, flow, seed] of fc.sample(some, { numRuns: 40, seed: 5 })) {
      await empty(workers[0]!)
      const events = lists.flat().map(atRealInstant)
      const [order = []] = fc.sample(shuffled([...events, ...events.slice(0, 5)]), {
        numRuns: 1,
        seed,
      })
      const instant = START + 20
      const conclude = (worker: Worker) =>
        inTransaction(worker, () => store.conclude(worker.query, { flow }, instant))
      await Promise.all(
        workers.map(async (worker, w) => {
          for (let i = w; i < order.length; i += workers.length) {
            await worker.query(store.record(order[i]!, { flow: 'flow' }))
            if (i % 3 === 0) await conclude(worker)
          }
        }),
      )
      await conclude(workers[0]!)

      const named = new Set(events.flatMap(({ messageId }) => messageId ?? []))
      const states = [...reduceByMessage(events, flow, instant)].filter(([messageId]) =>
        named.has(messageId),
      )
      const { rows } = await workers[0]!.client.query<Record<string, unknown>>(
        'SELECT message_id, status, settled, key, advice_key FROM sds_message ORDER BY message_id',
      )
      expect(rows).toEqual(
        states.map(([message_id, { status, settled, key, advice }]) => ({
          message_id,
          status,
          settled,
          key,
          advice_key: advice.key,
        })),
      )
      const shown = await workers[0]!.client.query<Record<string, unknown>>(
        stateQuery('postgres', { flow }),
        [instant],
      )
      expect(shown.rows.map(plain)).toEqual(
        expect.arrayContaining(
          states.map(([messageId, state]) => rowOfState(messageId, 'flow', state)),
        ),
      )
    }
  })
})
