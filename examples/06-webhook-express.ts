// For a service that gets Twilio's callbacks in Express: raw body, signature, log, state and
// outbox (SQLite), each in its place.
import Database from 'better-sqlite3'
import express from 'express'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import {
  apply,
  otp,
  stateOf,
  submission,
  type Action,
  type DeliveryEvent,
  type Evidence,
} from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers/twilio'
import { verifyTwilio } from 'sms-delivery-state/verify'

const ORIGIN = 'https://sms.example.com' // as Twilio calls it; never taken from a header
const AUTH_TOKEN = 'from the environment'

const db = new Database(':memory:')
db.exec(`
  CREATE TABLE receipts (message_id TEXT NOT NULL, attempt_id TEXT NOT NULL, body BLOB, received_at INTEGER NOT NULL);
  CREATE TABLE messages (id TEXT PRIMARY KEY, evidence TEXT NOT NULL, status TEXT NOT NULL, review_at INTEGER);
  CREATE TABLE outbox (message_id TEXT, advice_key TEXT, action TEXT NOT NULL, PRIMARY KEY (message_id, advice_key));
`)
const log = db.prepare('INSERT INTO receipts VALUES (?, ?, ?, ?)')
const load = db.prepare<[string], { evidence: string }>(
  'SELECT evidence FROM messages WHERE id = ?',
)
const save = db.prepare('INSERT OR REPLACE INTO messages VALUES (?, ?, ?, ?)')
const act = db.prepare('INSERT OR IGNORE INTO outbox VALUES (?, ?, ?)')

/** What your worker does by itself. Everything else is for a page to show. */
const AUTOMATIC: ReadonlySet<Action> = new Set(['resend', 'other-channel', 'escalate', 'poll'])

const evidenceOf = (messageId: string): Evidence | undefined => {
  const row = load.get(messageId)
  return row && (JSON.parse(row.evidence) as Evidence)
}

/** One transaction: the state and what is to be done are stored together, or not at all. */
const record = db.transaction((messageId: string, event: DeliveryEvent, now: number) => {
  const { evidence, state } = apply(evidenceOf(messageId), event, otp, now)
  save.run(messageId, JSON.stringify(evidence), state.status, state.reviewAt)
  if (AUTOMATIC.has(state.advice.action)) act.run(messageId, state.advice.key, state.advice.action)
})

const app = express()

// Both ids are in the callback's URL, which Twilio signs. The body stays as it came: a signature
// covers bytes.
app.post(
  '/receipts/twilio/:message/:attempt',
  express.raw({ type: () => true }),
  (request, response) => {
    const receivedAt = Date.now()
    const { message: messageId, attempt: attemptId } = request.params
    const { headers, originalUrl } = request
    const body = request.body as Buffer
    const { ok } = verifyTwilio({ secret: AUTH_TOKEN, url: ORIGIN + originalUrl, headers, body })
    if (!ok) return void response.sendStatus(403)

    log.run(messageId, attemptId, body, receivedAt)
    const { events, issues } = twilio.parse(body, { messageId, attemptId, receivedAt })
    for (const { message } of issues) console.warn(message) // kept in the log; Twilio need not send it again
    for (const event of events) record.immediate(messageId, event, receivedAt)
    response.sendStatus(204)
  },
)

app.get('/messages/:id', (request, response) => {
  const evidence = evidenceOf(request.params.id)
  if (!evidence) return void response.sendStatus(404)
  const { status, settled, advice } = stateOf(evidence, otp, Date.now())
  response.json({ status, settled, action: advice.action })
})

const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
const { address, port } = server.address() as AddressInfo

// From here on: what Twilio does, and somebody else.
for (const event of submission({ messageId: 'login-42', attemptId: '1', receivedAt: Date.now() }))
  record.immediate('login-42', event, Date.now())

async function call(fields: Record<string, string>, key = AUTH_TOKEN): Promise<number> {
  const path = '/receipts/twilio/login-42/1'
  const signed = Object.keys(fields)
    .sort()
    .map((name) => `${name}${fields[name]}`)
  const signature = createHmac('sha1', key)
    .update(`${ORIGIN}${path}${signed.join('')}`)
    .digest('base64')
  const init = {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'x-twilio-signature': signature },
  }
  return (await fetch(`http://${address}:${port}${path}`, init)).status
}

const receipt = { MessageSid: 'SM5d0a4b7e91c34f26a8e01b7c3f9d2e60', ErrorCode: '30003' }
console.log('failed:     ', await call({ ...receipt, MessageStatus: 'failed' }))
console.log('undelivered:', await call({ ...receipt, MessageStatus: 'undelivered' }))
console.log('undelivered:', await call({ ...receipt, MessageStatus: 'undelivered' })) // the same once more
console.log('forged:     ', await call({ ...receipt, MessageStatus: 'delivered' }, 'a guess'))
console.log(await (await fetch(`http://${address}:${port}/messages/login-42`)).json())
console.log(
  db.prepare('SELECT count(*) AS receipts FROM receipts').get(),
  db.prepare('SELECT * FROM outbox').all(),
)
server.close()

/* prints:
failed:      204
undelivered: 204
undelivered: 204
forged:      403
{ status: 'undelivered', settled: false, action: 'other-channel' }
{ receipts: 3 } [
  {
    message_id: 'login-42',
    advice_key: 'other-channel/1',
    action: 'other-channel'
  }
]
*/
