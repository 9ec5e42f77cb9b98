// For whoever wants it whole: webhook, poller, dispatcher and support pages: `npm run service`.
import { randomUUID } from 'node:crypto'
import { pglite } from './pglite.ts'
import { postgres } from './postgres.ts'
import { pretendGateway } from './pretend.ts'
import { start } from './service.ts'
import { sourcesOf } from './sources.ts'

const { DATABASE_URL, HOST = '127.0.0.1', PORT = '3000', PUBLIC_URL } = process.env
const { TWILIO_AUTH_TOKEN = randomUUID() } = process.env
const address = `http://${HOST}:${PORT}`

const stop = await start(
  {
    db: DATABASE_URL ? postgres(DATABASE_URL) : await pglite(),
    gateway: pretendGateway(TWILIO_AUTH_TOKEN),
    origin: PUBLIC_URL ?? address,
  },
  sourcesOf({ ...process.env, TWILIO_AUTH_TOKEN }),
  { host: HOST, port: Number(PORT) },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

const order = { id: 'login-42', flow: 'otp', to: '+15550100002', text: 'Your code is 4711' }
console.log(`${address} is up${DATABASE_URL ? '' : ', in memory'}. Try:
curl -H content-type:application/json -d '${JSON.stringify(order)}' ${address}/messages
curl ${address}/messages/${order.id}`)
