// For a service that gets Vonage's callbacks in Fastify and keeps its messages in PostgreSQL (here
// PGlite, which runs inside of Node).
import { PGlite } from '@electric-sql/pglite'
import Fastify from 'fastify'
import { createHash, createHmac } from 'node:crypto'
import {
  apply,
  otp,
  submission,
  type Action,
  type DeliveryEvent,
  type Evidence,
} from 'sms-delivery-state'
import { vonage } from 'sms-delivery-state/providers/vonage'
import { verifyVonageJwt } from 'sms-delivery-state/verify'

const SIGNATURE_SECRET = 'from the environment'

const db = new PGlite()
await db.exec(`
  CREATE TABLE receipts (id bigserial PRIMARY KEY, body bytea NOT NULL, received_at bigint NOT NULL);
  CREATE TABLE messages (id text PRIMARY KEY, evidence jsonb, status text, review_at bigint);
  CREATE TABLE outbox (message_id text, advice_key text, action text NOT NULL, PRIMARY KEY (message_id, advice_key));
`)

/** What your worker does by itself. Everything else is for a page to show. */
const AUTOMATIC: ReadonlySet<Action> = new Set(['resend', 'other-channel', 'escalate', 'poll'])

/**
 * One transaction, with the row locked: of two webhooks at once the second builds on what the first
 * stored.
 */
const record = (messageId: string, event: DeliveryEvent, now: number) =>
  db.transaction(async (tx) => {
    await tx.query('INSERT INTO messages (id) VALUES ($1) ON CONFLICT DO NOTHING', [messageId])
    const { rows } = await tx.query<{ evidence: Evidence | null }>(
      'SELECT evidence FROM messages WHERE id = $1 FOR UPDATE',
      [messageId],
    )
    const { evidence, state } = apply(rows[0]?.evidence ?? undefined, event, otp, now)
    const { status, reviewAt, advice } = state
    const row = [messageId, JSON.stringify(evidence), status, reviewAt]
    await tx.query(
      'UPDATE messages SET evidence = $2, status = $3, review_at = $4 WHERE id = $1',
      row,
    )
    if (AUTOMATIC.has(advice.action)) {
      const todo = [messageId, advice.key, advice.action]
      await tx.query('INSERT INTO outbox VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', todo)
    }
  })

/**
 * The request to the Messages API had `client_ref: 'login-42/1'`: message and attempt. Each receipt
 * repeats it, under the signature. (The SMS API reports on each part of a long text: there, let
 * `submission` tie the parts' ids, as example 11 does.)
 */
const withIds = (event: DeliveryEvent): DeliveryEvent => {
  const [messageId, attemptId] = event.reference?.split('/') ?? []
  return { ...event, messageId, attemptId }
}

const app = Fastify()
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body)) // signatures are of bytes

app.post<{ Body: Buffer | undefined }>('/receipts/vonage', async ({ headers, body }, reply) => {
  const receivedAt = Date.now()
  // Vonage sends a callback unsigned after an internal error of its own, and again, signed, if the
  // answer is 5xx.
  if (!headers.authorization) return reply.code(503).send()
  const { ok } = verifyVonageJwt({ secret: SIGNATURE_SECRET, headers, body, now: receivedAt })
  if (!ok) return reply.code(403).send()

  await db.query('INSERT INTO receipts (body, received_at) VALUES ($1, $2)', [body, receivedAt])
  const { events, issues } = vonage.parse(body, { receivedAt })
  for (const { message } of issues) console.warn(message) // kept in the log; Vonage need not send it again
  for (const event of events.map(withIds))
    if (event.messageId) await record(event.messageId, event, receivedAt)
  return reply.code(204).send()
})

// From here on: what Vonage does, and somebody else.
for (const event of submission({ messageId: 'login-42', attemptId: '1', receivedAt: Date.now() }))
  await record('login-42', event, Date.now())

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
async function call(receipt: object, secret = SIGNATURE_SECRET): Promise<number> {
  const payload = JSON.stringify(receipt)
  const hash = createHash('sha256').update(payload).digest('hex')
  const token = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ iat: Math.floor(Date.now() / 1000), payload_hash: hash })}`
  const signature = createHmac('sha256', secret).update(token).digest('base64url')
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}.${signature}`,
  }
  return (await app.inject({ method: 'POST', url: '/receipts/vonage', payload, headers }))
    .statusCode
}

const receipt = { message_uuid: 'aaaaaaaa-0000-4000-8000-000000000001', client_ref: 'login-42/1' }
const rejected = { ...receipt, status: 'rejected', error: { title: 1170 } }
console.log('submitted:', await call({ ...receipt, status: 'submitted' }))
console.log('rejected: ', await Promise.all([call(rejected), call(rejected)])) // twice, at once
console.log('forged:   ', await call({ ...receipt, status: 'delivered' }, 'a guess'))
console.log(
  (await db.query('SELECT id, status FROM messages')).rows,
  (await db.query('SELECT * FROM outbox')).rows,
)
await app.close()
await db.close()

/* prints:
submitted: 204
rejected:  [ 204, 204 ]
forged:    403
[ { id: 'login-42', status: 'failed' } ] [
  {
    message_id: 'login-42',
    advice_key: 'other-channel/1',
    action: 'other-channel'
  }
]
*/
