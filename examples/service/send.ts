import { submission } from 'sms-delivery-state'
import type { Database } from './database.ts'
import { remember } from './receive.ts'

/** Who sends texts: your client of the provider's API. */
export interface Gateway {
  /** Gives the provider's id. Throws if the provider refused, or if nobody knows. */
  submit(to: string, text: string, callback: string): Promise<string>
  /** What the API says of a text when it is asked: a receipt. */
  look(id: string): Promise<Uint8Array>
}

export interface Sender {
  readonly db: Database
  readonly gateway: Gateway
  /** Your public address, as the provider calls it: `https://sms.example.com`. */
  readonly origin: string
}

/**
 * One attempt. `pending` is recorded before the request, so that even a lost answer leaves a trace.
 * The callback names both our ids, so that each receipt knows its message by itself.
 */
export async function send(
  { db, gateway, origin }: Sender,
  ids: { readonly messageId: string; readonly attemptId: string },
): Promise<void> {
  const { messageId, attemptId } = ids
  const text = 'SELECT flow, recipient, body FROM outgoing WHERE message_id = $1'
  const [row] = (await db.query({ name: 'outgoing', text, values: [messageId] })).rows
  if (!row) throw new Error(`nobody has asked to send ${messageId}`)
  const flow = String(row['flow'])
  await remember(db, submission({ ...ids, receivedAt: Date.now() }), flow)
  const callback = `${origin}/receipts/twilio?message=${messageId}&attempt=${attemptId}`
  const id = await gateway.submit(String(row['recipient']), String(row['body']), callback)
  const answer = { provider: 'twilio', providerMessageIds: [id], receivedAt: Date.now() }
  await remember(db, submission({ ...ids, ...answer }), flow)
}
