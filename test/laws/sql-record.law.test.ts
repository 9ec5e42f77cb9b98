import fc from 'fast-check'
import { reduce, type DeliveryEvent } from 'sms-delivery-state'
import { stateQuery } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'
import { betterSqlite, pglite } from '../sql/store-engines.ts'
import { plain, rowOf, sampleWorlds, type World } from '../sql/worlds.ts'
import { shuffled } from './arbitraries.ts'

const FURTHER = process.env['PROVE'] ? 20 : 1
const START = 1_790_000_000_000

describe.each([
  { name: 'PGlite', open: pglite },
  { name: 'SQLite', open: betterSqlite },
])('what is recorded in $name', ({ open }) => {
  it('in any order and with any repeats gives the state of reduce, from its rows and from the query', async () => {
    for (let round = 1; round <= 3 * FURTHER; round++) {
      const engine = await open()
      const { store, query } = engine
      const [worlds] = sampleWorlds(1, 60, round)
      const { policies, now } = worlds!
      const messages = worlds!.messages.map(recordable)
      const records = messages.flatMap((world) =>
        world.events.map((event, i) => ({ event, flow: i === 0 ? world.flow : undefined })),
      )
      const [order] = fc.sample(shuffled([...records, ...records.slice(0, 20)]), { numRuns: 1, seed: round })
      for (const { event, flow } of order!) await query(store.record(event, { flow }))

      const instant = START + now
      const { messages: concluded, issues } = await store.conclude(query, policies, instant, { limit: 1000 })
      expect(issues).toEqual([])
      expect(concluded.map(({ messageId }) => messageId).sort()).toEqual(messages.map(({ messageId }) => messageId).sort())
      const text = stateQuery(engine.dialect, policies)
      const { rows } = await query({ name: 'states', text, values: [instant] })
      const rowsById = new Map(rows.map((row) => [row['message_id'], plain(row)]))
      for (const world of messages) {
        const policy = policies[world.flow]!
        const events = named(world)
        const { rows: stored } = await query(store.eventsOf([world.messageId]))
        const message = store.loadMessage(stored)
        expect(message).toMatchObject({ messageId: world.messageId, flow: world.flow })
        expect(reduce(message.events, policy, instant)).toEqual(reduce(events, policy, instant))
        expect(concluded.find(({ messageId }) => messageId === world.messageId)?.state).toEqual(reduce(events, policy, instant))
        expect(rowsById.get(world.messageId)).toEqual(rowOf({ ...world, events }, policy, instant))
      }
      expect(rows).toHaveLength(messages.length)
      await engine.close()
    }
  }, 60_000)
})

/**
 * A world as a service records it: at real instants, each provider id with its provider, ids of a message's own, and half of the
 * receipts knowing the provider's id alone, if another event ties that to the message.
 */
function recordable({ messageId, flow, events }: World): World {
  const own = events.map(({ occurredAt, scheduledFor, receivedAt = 7, providerMessageId, ...rest }): DeliveryEvent => ({
    ...rest,
    receivedAt: START + receivedAt,
    ...(occurredAt === undefined ? {} : { occurredAt: START + occurredAt }),
    ...(scheduledFor === undefined ? {} : { scheduledFor: START + scheduledFor }),
    ...(providerMessageId === undefined ? {} : { provider: 'x', providerMessageId: `${messageId} ${providerMessageId}` }),
  }))
  const tied = new Set<string | undefined>()
  const all = own.map((event): DeliveryEvent => {
    const { messageId: _, ...orphan } = event
    if (event.providerMessageId !== undefined && tied.has(event.providerMessageId)) return orphan
    tied.add(event.providerMessageId)
    return event
  })
  return { messageId, flow, events: all }
}

const named = ({ messageId, events }: World): DeliveryEvent[] => events.map((event) => ({ ...event, messageId }))
