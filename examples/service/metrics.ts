import { reduce } from 'sms-delivery-state'
import { mergeSummaries, summarize, toPrometheus, type Summary } from 'sms-delivery-state/metrics'
import type { Row } from 'sms-delivery-state/sql'
import type { Database } from './database.ts'
import { policies, store } from './store.ts'

const BATCH = 500

/**
 * All messages by flow, as OpenMetrics text. It reads every event: scrape it once in a few minutes,
 * or add up what `conclude` gives where messages are millions.
 */
export async function metrics(db: Database, now: number): Promise<string> {
  const summaries: Summary[] = []
  for (let last = ''; ;) {
    const text =
      'SELECT message_id FROM sds_message WHERE message_id > $1 ORDER BY message_id LIMIT $2'
    const { rows } = await db.query({ name: 'ids', text, values: [last, BATCH] })
    const ids = rows.map((row) => String(row['message_id']))
    if (ids.length === 0) break
    summaries.push(await summaryOf(db, ids, now))
    last = ids.at(-1) ?? ''
  }
  return toPrometheus(mergeSummaries(...summaries), { label: 'flow' })
}

async function summaryOf(db: Database, ids: readonly string[], now: number): Promise<Summary> {
  const messages = new Map(ids.map((id) => [id, [] as Row[]]))
  for (const row of (await db.query(store.eventsOf(ids))).rows)
    messages.get(String(row['message_id']))?.push(row)
  const states = Array.from(messages.values(), store.loadMessage).flatMap(({ flow, events }) => {
    const policy = flow === undefined ? undefined : policies[flow]
    return policy ? [reduce(events, policy, now)] : []
  })
  return summarize(states, { groupBy: ({ policy }) => policy, now })
}
