import { appOf } from './app.ts'
import { actionsOf, dispatch } from './dispatcher.ts'
import { handlersOf } from './handlers.ts'
import { poll } from './poller.ts'
import { repeat } from './repeat.ts'
import type { Sender } from './send.ts'
import type { Source } from './sources.ts'
import { schema } from './store.ts'

/**
 * The whole service in one process. Start as many as you like on one database; webhook, poller and
 * dispatcher may also be processes of their own. What it gives stops it.
 */
export async function start(
  sender: Sender,
  sources: ReadonlyMap<string, Source>,
  { host, port, pause = 500 }: { host: string; port: number; pause?: number },
): Promise<() => Promise<void>> {
  await sender.db.script(schema)
  const app = appOf(sender, sources)
  const handlers = handlersOf(sender, ({ id, messageId, action }, what) => {
    app.log.warn({ id, messageId, action }, what)
    return Promise.resolve()
  })
  const actions = actionsOf(handlers)
  await app.listen({ host, port })
  const stopPoller = repeat(() => poll(sender.db, actions, Date.now(), app.log), pause, app.log)
  const stopDispatcher = repeat(
    () => dispatch(sender.db, handlers, Date.now, app.log),
    pause,
    app.log,
  )
  return async () => {
    await app.close()
    await Promise.all([stopPoller(), stopDispatcher()])
    await sender.db.close()
  }
}
