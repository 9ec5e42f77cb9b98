// One of the workers of `npm run prove:service`: a process that is killed and started again.
import { connect, type JsMsg } from 'nats'
import type { DeliveryEvent } from 'sms-delivery-state'
import { messente, twilio, vonage } from 'sms-delivery-state/providers'
import {
  actionsOf,
  dispatch,
  type Handler,
  type Handlers,
} from '../../examples/service/dispatcher.ts'
import { poll } from '../../examples/service/poller.ts'
import { postgres } from '../../examples/service/postgres.ts'
import { receive, remember } from '../../examples/service/receive.ts'
import { repeat } from '../../examples/service/repeat.ts'

const { DATABASE_URL = '', NATS = '', WORLD = '' } = process.env
const PROVIDERS = { messente, twilio, vonage }
const PAUSE = 200

process.on('disconnect', () => process.exit()) // the trial is over
const nats = await connect({ servers: NATS })
const db = postgres(DATABASE_URL)
const log = {
  error: (error: unknown) =>
    nats.publish('error', (error as { code?: string }).code ?? String(error)),
}

// Everybody has the time of the trial, in which a day takes seconds.
let now = 0
const clock = nats.subscribe('clock')
void (async () => {
  for await (const { data } of clock) now = Number(new TextDecoder().decode(data))
})()

async function store({ headers, data }: JsMsg): Promise<void> {
  const provider = headers?.get('provider')
  if (provider) {
    const receivedAt = Number(headers?.get('received-at'))
    await receive(db, PROVIDERS[provider as keyof typeof PROVIDERS], data, { receivedAt })
  } else {
    const event = JSON.parse(new TextDecoder().decode(data)) as DeliveryEvent
    await remember(db, [event], headers?.get('flow') ?? '')
  }
}

const consumer = await nats.jetstream().consumers.get('sms', 'workers')
async function consume(): Promise<void> {
  for await (const message of await consumer.consume({ max_messages: 8 })) {
    const start = performance.now()
    try {
      await store(message)
      message.ack()
      nats.publish('took', String(performance.now() - start))
    } catch (error) {
      log.error(error)
      message.nak(200)
    }
  }
}
for (let i = 0; i < 2; i++) void consume()
process.send?.('at work')

/** The world outside: what is told to it has happened. */
const handler: Handler = {
  async run({ id, action, tries }) {
    const body = JSON.stringify({ id, action, tries })
    const { ok } = await fetch(WORLD, { method: 'POST', body })
    if (!ok) throw new Error('not done')
  },
}
const handlers: Handlers = {
  resend: { ...handler, once: true, after: 5_000 },
  'other-channel': handler,
  escalate: handler,
  fix: handler,
  stop: handler,
  poll: { ...handler, again: (tries) => 60_000 * 2 ** Math.min(tries, 6) },
}
repeat(async () => now > 0 && poll(db, actionsOf(handlers), now, log), PAUSE, log)
repeat(async () => now > 0 && dispatch(db, handlers, () => now, log), PAUSE, log)
