import type { Action } from 'sms-delivery-state'
import type { Effect } from 'sms-delivery-state/sql'
import type { Database } from './database.ts'
import type { Log } from './repeat.ts'
import { store } from './store.ts'

/** How one action is done. */
export interface Handler {
  /**
   * True: at most once, for what cannot be taken back. Else at least once: pass `effect.id` on as
   * an idempotency key. What fails is tried again after a minute.
   */
  readonly once?: boolean
  /** A back-off in ms: until then, news can make it superfluous. */
  readonly after?: number
  /** Only for `poll`: in how many ms it is done again, while it is advised. */
  again?(tries: number): number
  run(effect: Effect): Promise<void>
}

/** One for each action that your service does by itself. All others are for a page to show. */
export type Handlers = { readonly [Each in Action]?: Handler }

export const actionsOf = (handlers: Handlers): Action[] => Object.keys(handlers) as Action[]

/** Does what is due. True if there may be more of it. */
export async function dispatch(
  db: Database,
  handlers: Handlers,
  now: () => number,
  log: Log,
): Promise<boolean> {
  let count = 0
  for (const action of actionsOf(handlers)) {
    const handler = handlers[action]
    if (!handler) continue
    const { once, after } = handler
    const options = { actions: [action], once, after, limit: 20 }
    const effects = store.loadEffects((await db.query(store.claim(now(), options))).rows)
    const due = effects.filter(({ superseded }) => !superseded)
    await Promise.all(due.map((effect) => act(db, handler, effect, now, log)))
    count += effects.length
  }
  return count > 0
}

async function act(
  db: Database,
  handler: Handler,
  effect: Effect,
  now: () => number,
  log: Log,
): Promise<void> {
  try {
    await handler.run(effect)
    const pause = handler.again?.(effect.tries)
    const again = pause === undefined ? undefined : now() + pause
    await db.query(store.finish(effect, now(), { again }))
  } catch (error) {
    log.error(error, `${effect.adviceKey} of ${effect.messageId}`)
  }
}
