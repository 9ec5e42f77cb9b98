import type { Action } from 'sms-delivery-state'
import type { Database } from './database.ts'
import type { Log } from './repeat.ts'
import { policies, store } from './store.ts'

const LIMIT = 200

/** Concludes messages that are due, by news or by time. True if there may be more of them. */
export async function poll(
  db: Database,
  effects: readonly Action[],
  now: number,
  log: Log,
): Promise<boolean> {
  const { messages, issues } = await db.transaction((query) =>
    store.conclude(query, policies, now, { effects, limit: LIMIT }),
  )
  for (const issue of issues) log.error(issue, 'put off')
  return messages.length + issues.length === LIMIT
}
