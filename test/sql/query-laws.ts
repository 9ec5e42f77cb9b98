import type { DeliveryEvent, Policy } from 'sms-delivery-state'
import { reduceByMessage } from 'sms-delivery-state'
import { byMessageQuery, stateQuery } from 'sms-delivery-state/sql'
import { expect } from 'vitest'
import type { QueryEngine } from './query-engines.ts'
import { plain, rowOfState } from './rows.ts'
import { insertText, queried, rowOf, type Worlds } from './worlds.ts'

/** The query says of every message what `reduce` says, in every column. */
export async function expectStates(engine: QueryEngine, worlds: Worlds): Promise<void> {
  const { policies, messages, now } = worlds
  const rows = await queried(engine, stateQuery(engine.dialect, policies, { from: 'log' }), worlds)
  expect(rows.size).toBe(messages.length)
  for (const world of messages) {
    const policy = policies[world.flow]!
    expect(rows.get(world.messageId), JSON.stringify({ ...world, now, policy })).toEqual(
      rowOf(world, policy, now),
    )
  }
}

/** A mixed log belongs to the messages that `reduceByMessage` finds, with the same states. */
export async function expectMessages(
  engine: QueryEngine,
  log: readonly DeliveryEvent[],
  policy: Policy,
  now: number,
): Promise<void> {
  const events = log.map((event) => ({
    ...event,
    provider: event.provider === 'y' ? 'y:%' : event.provider,
  }))
  if (events.length === 0) return
  await engine.script('DELETE FROM log;')
  // Every event brings the flow: whose it is, is only found out.
  await engine.script(
    insertText(events.map((event) => ({ messageId: '', flow: 'flow', events: [event] }))),
  )
  const from = `(${byMessageQuery(engine.dialect, { from: 'log' })})`
  const rows = await engine.rows(stateQuery(engine.dialect, { flow: policy }, { from }), [now])
  const states = reduceByMessage(events, policy, now)
  expect(Object.fromEntries(rows.map((row) => [row['message_id'], plain(row)]))).toEqual(
    Object.fromEntries([...states].map(([id, state]) => [id, rowOfState(id, 'flow', state)])),
  )
}
