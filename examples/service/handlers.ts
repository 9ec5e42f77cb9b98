import { reduce, type DeliveryState } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers/twilio'
import type { Effect } from 'sms-delivery-state/sql'
import type { Database } from './database.ts'
import type { Handler, Handlers } from './dispatcher.ts'
import { receive } from './receive.ts'
import { send, type Sender } from './send.ts'
import { policies, store } from './store.ts'

/** Tells a person, or another system of yours. It knows `effect.id`, and what it did already. */
export type Tell = (effect: Effect, what: string) => Promise<void>

/** What your service does by itself. This is the file to make your own. */
export function handlersOf(sender: Sender, tell: Tell): Handlers {
  const say = (what: string): Handler => ({ run: (effect) => tell(effect, what) })
  return {
    // A second text cannot be taken back, so it is sent at most once, and after a back-off.
    resend: {
      once: true,
      after: 5_000,
      async run(effect) {
        const state = await stateOf(sender.db, effect.messageId)
        if (state?.advice.key !== effect.adviceKey) return
        if (state.advice.duplicateRisk) return tell(effect, 'may be on the phone: ask the user')
        const attemptId = String(state.attempts.length + 1)
        await send(sender, { messageId: effect.messageId, attemptId })
      },
    },
    poll: {
      again: (tries) => Math.min(60_000 * 2 ** tries, 3_600_000),
      async run({ messageId }) {
        const state = await stateOf(sender.db, messageId)
        for (const id of state?.providerMessageIds ?? []) {
          const body = await sender.gateway.look(id)
          await receive(sender.db, twilio, body, { receivedAt: Date.now(), source: 'poll' })
        }
      },
    },
    'other-channel': say('use voice, mail or push'),
    escalate: say('the message may not have arrived'),
    fix: say('text, sender or account must be corrected'),
    stop: say('do not contact this number about it again'),
  }
}

/** What is known now: the advice may be of a minute ago. */
async function stateOf(db: Database, messageId: string): Promise<DeliveryState | undefined> {
  const { flow, events } = store.loadMessage((await db.query(store.eventsOf([messageId]))).rows)
  const policy = flow === undefined ? undefined : policies[flow]
  return policy && reduce(events, policy, Date.now())
}
