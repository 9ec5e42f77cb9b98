import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { eventText, reduceByMessage, type DeliveryEvent } from 'sms-delivery-state'
import type { Query } from 'sms-delivery-state/sql'
import { policies, store } from '../../examples/service/store.ts'
import { PROVIDERS, type Posted } from './letter.ts'
import type { Call } from './world.ts'

const ONCE = ['resend']

/** Holds what is stored, and what was done, to what was sent. Throws at the first difference. */
export async function judge(
  query: Query,
  posted: readonly Posted[],
  calls: readonly Call[],
  now: number,
) {
  const select = async (text: string) => (await query({ name: '', text, values: [] })).rows
  const { events, unread } = offline(posted)

  const stored = store.loadEvents(await select('SELECT * FROM sds_event'))
  assert.deepEqual(sorted(stored.map(eventText)), sorted(new Set(events.map(eventText))))
  const kept = await select('SELECT raw FROM unread')
  assert.deepEqual(sorted(kept.map((row) => digest(row['raw'] as Uint8Array))), sorted(unread))

  const flows = new Map<string, string>()
  for (const { letter } of posted)
    if (letter.kind === 'own') flows.set(letter.event.messageId ?? '', letter.flow)
  const policyOf = (id: string) => policies[flows.get(id) ?? 'otp']!
  const expected = [...reduceByMessage(events, policyOf, now)]
    .filter(([id]) => flows.has(id))
    .map(([message_id, { status, settled, since, advice, key }]) => ({
      message_id,
      flow: flows.get(message_id),
      status,
      settled,
      since: since ?? null,
      action: advice.action,
      key,
      advice_key: advice.key,
      review_at: null,
      issue: null,
    }))
  const messages = await select(`SELECT message_id, flow, status, settled, since, action, key,
    advice_key, review_at, issue FROM sds_message ORDER BY message_id`)
  assert.deepEqual(messages, expected)

  const effects = await select('SELECT * FROM sds_effect')
  const byKey = new Map(effects.map((row) => [`${row['message_id']} ${row['advice_key']}`, row]))
  const done = new Set(calls.map(({ id }) => id))
  const actions = new Set(effects.map((row) => row['action']))
  for (const { message_id, action, advice_key } of expected)
    if (actions.has(action)) {
      const effect = byKey.get(`${message_id} ${advice_key}`)
      assert.ok(effect, `${advice_key} of ${message_id} is missing`)
      assert.equal(effect['superseded'], false)
      assert.ok(ONCE.includes(action) ? effect['claimed_at'] : done.has(String(effect['id'])))
    }
  // A claim is run once, an effect of `once` has one claim, and what is finished has happened.
  const claims = calls.map(({ id, tries }) => `${id} ${tries}`)
  assert.equal(new Set(claims).size, claims.length)
  const known = new Set(effects.map((row) => row['id']))
  assert.ok(calls.every(({ id }) => known.has(id)))
  for (const { action, tries } of calls) assert.ok(!ONCE.includes(action) || tries === 1)
  for (const row of effects) if (row['finished_at'] !== null) assert.ok(done.has(String(row['id'])))

  const claimedOnce = effects.filter(
    (row) => row['claimed_at'] && ONCE.includes(String(row['action'])),
  )
  const repeats = calls.filter(({ action }) => !ONCE.includes(action) && action !== 'poll')
  return {
    messages: messages.length,
    events: stored.length,
    unread: kept.length,
    effects: done.size,
    /** Claimed, and the worker killed before the deed: `once` allows it. */
    lost: claimedOnce.filter((row) => !done.has(String(row['id']))).length,
    /** Done, and the worker killed before it said so: the same idempotency key came again. */
    repeated: repeats.length - new Set(repeats.map(({ id }) => id)).size,
    superseded: effects.filter((row) => row['superseded']).length,
  }
}

/** What was sent, as the library reads it in this process. */
function offline(posted: readonly Posted[]) {
  const events: DeliveryEvent[] = []
  const unread = new Set<string>()
  for (const { letter } of posted) {
    if (letter.kind === 'own') {
      events.push(letter.event)
      continue
    }
    const { provider, body, receivedAt } = letter
    const parsed = PROVIDERS.find(({ name }) => name === provider)!.parse(body, { receivedAt })
    events.push(...parsed.events)
    if (parsed.issues.length > 0) unread.add(digest(body))
  }
  return { events, unread }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const sorted = (texts: Iterable<string>): string[] => [...texts].sort()
