import fc from 'fast-check'
import { reduce, reduceByMessage, type DeliveryEvent } from 'sms-delivery-state'
import { stateQuery, type Row } from 'sms-delivery-state/sql'
import { describe, expect, it } from 'vitest'
import { ENGINES, engineFor } from '../sql/store-engines.ts'
import { plain } from '../sql/rows.ts'
import { atRealInstant, rowOf, sampleWorlds, START, type World } from '../sql/worlds.ts'
import { mixed, policy, shuffled } from './arbitraries.ts'
import { FURTHER } from './law.ts'

describe.each(ENGINES)('what is recorded in $name', ({ name, open }) => {
  const current = engineFor(open)
  // PGlite takes its time.
  const rounds = Math.ceil((name === 'SQLite' ? 20 : 2) * Math.min(FURTHER, 20))

  it('in any order and with any repeats gives the state of reduce, from its rows and from the query', async () => {
    const engine = current()
    const { store, query } = engine
    for (const [round, worlds] of sampleWorlds(rounds, 30, 1).entries()) {
      await engine.empty()
      const { policies, now } = worlds
      const messages = worlds.messages.map(recordable)
      const records = messages.flatMap(({ events, flow }) =>
        events.map((event, i) => ({ event, flow: i === 0 ? flow : undefined })),
      )
      const [order = []] = fc.sample(shuffled([...records, ...records.slice(0, 20)]), {
        numRuns: 1,
        seed: round,
      })
      for (const { event, flow } of order) await query(store.record(event, { flow }))

      const instant = START + now
      const concluded = await store.conclude(query, policies, instant, { limit: 1000 })
      expect(concluded.issues).toEqual([])
      const states = new Map(concluded.messages.map(({ messageId, state }) => [messageId, state]))
      const stored = groupById((await query(store.eventsOf(states.keys()))).rows)
      const shown = groupById(
        (
          await query({
            name: 'states',
            text: stateQuery(engine.dialect, policies),
            values: [instant],
          })
        ).rows,
      )
      for (const world of messages) {
        const { messageId, flow } = world
        const events = world.events.map((event) => ({ ...event, messageId }))
        const expected = reduce(events, policies[flow]!, instant)
        const message = store.loadMessage(stored.get(messageId) ?? [])
        expect(message).toMatchObject({ messageId, flow })
        expect(reduce(message.events, policies[flow]!, instant)).toEqual(expected)
        expect(states.get(messageId)).toEqual(expected)
        expect(shown.get(messageId)?.map(plain)).toEqual([
          rowOf({ ...world, events }, policies[flow]!, instant),
        ])
      }
      expect([states.size, shown.size]).toEqual([messages.length, messages.length])
    }
  }, 60_000)

  it('is concluded in the end as it is, whatever was concluded before, also where an id moves to another message', async () => {
    const engine = current()
    const { store, query } = engine
    const some = fc.tuple(
      fc.array(mixed, { minLength: 3, maxLength: 3 }),
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      policy,
    )
    for (const [lists, pauses, flow] of fc.sample(some, { numRuns: 5 * rounds, seed: 1 })) {
      await engine.empty()
      const events = lists.flat().map(atRealInstant)
      const instant = START + 20
      for (const [i, event] of events.entries()) {
        await query(store.record(event, { flow: 'flow' }))
        if (pauses[i]) await store.conclude(query, { flow }, instant)
      }
      await store.conclude(query, { flow }, instant)
      const rows = await engine.run(
        'SELECT message_id, status, settled, key, advice_key FROM sds_message ORDER BY message_id',
      )
      const named = new Set(events.flatMap(({ messageId }) => messageId ?? []))
      const states = [...reduceByMessage(events, flow, instant)].filter(([messageId]) =>
        named.has(messageId),
      )
      expect(rows.map(plain)).toEqual(
        states.map(([message_id, { status, settled, key, advice }]) => ({
          message_id,
          status,
          settled,
          key,
          advice_key: advice.key,
        })),
      )
    }
  }, 60_000)
})

function groupById(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const id = String(row['message_id'])
    groups.set(id, [...(groups.get(id) ?? []), row])
  }
  return groups
}

/**
 * A world as a service records it, with provider ids that no other message has, each named with its
 * message once: other receipts know it alone.
 */
function recordable({ messageId: id, flow, events }: World): World {
  const messageId = `id ${id}`
  const tied = new Set<string>()
  const own = events.map(atRealInstant).map((event): DeliveryEvent => {
    if (event.providerMessageId === undefined) return event
    const { messageId: _, ...orphan } = {
      ...event,
      providerMessageId: `${messageId} ${event.providerMessageId}`,
    }
    if (tied.has(orphan.providerMessageId)) return orphan
    tied.add(orphan.providerMessageId)
    return { ...orphan, messageId }
  })
  return { messageId, flow, events: own }
}
