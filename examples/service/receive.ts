import type { DeliveryEvent, Provider, ReceiptContext } from 'sms-delivery-state'
import type { Statement } from 'sms-delivery-state/sql'
import type { Database } from './database.ts'
import { store } from './store.ts'

/** `receivedAt` is when the webhook got it. A queue carries it along. */
export type Context = ReceiptContext & { readonly receivedAt: number }

/**
 * What every receipt goes through, whether it comes from a webhook, a queue or a poll. When this is
 * over, it is stored: only then answer the provider, or acknowledge it to the queue. Doing it again
 * changes nothing.
 */
export async function receive(
  db: Database,
  provider: Provider,
  body: Uint8Array,
  context: Context,
): Promise<void> {
  const { events, issues } = provider.parse(body, context)
  const known = events.filter(isOfSomeMessage)
  for (const event of known) await db.query(store.record(event, { raw: body }))
  if (issues.length > 0 || known.length < events.length)
    await db.query(keep(provider.name, context.receivedAt, body, JSON.stringify(issues)))
}

/** What the service itself knows of a message, with its flow. */
export async function remember(
  db: Database,
  events: readonly DeliveryEvent[],
  flow: string,
): Promise<void> {
  for (const event of events) await db.query(store.record(event, { flow }))
}

const isOfSomeMessage = ({ messageId, providerMessageId }: DeliveryEvent): boolean =>
  (messageId ?? providerMessageId) !== undefined

/** An answer of 4xx or 5xx would bring it again and again. So it is kept, and somebody can look. */
const keep = (
  provider: string,
  receivedAt: number,
  raw: Uint8Array,
  issues: string,
): Statement => ({
  name: 'keep',
  text: `INSERT INTO unread (provider, received_at, hash, raw, issues)
    VALUES ($1, $2, sha256($3), $3, $4) ON CONFLICT DO NOTHING`,
  values: [provider, receivedAt, raw, issues],
})
