// A webhook: keep the receipt, add it to what is known, and act only where that changes something.
import { apply, otp, stateOf, type DeliveryEvent, type DeliveryState, type Evidence } from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers'

/** A row of your table. `key` stands for what was acted on last; `version` counts the writes. */
type Row = { version: number; evidence?: Evidence; key?: string }

const receiptLog: unknown[] = []
const rows = new Map<string, Row>([['login-42', { version: 0 }]])
const read = (messageId: string): Promise<Row> => Promise.resolve(rows.get(messageId)!)

/** UPDATE … SET version = version + 1 WHERE id = … AND version = …: false where somebody else has written since we read. */
function write(messageId: string, { version, ...row }: Row): Promise<boolean> {
  const free = rows.get(messageId)?.version === version
  if (free) rows.set(messageId, { ...row, version: version + 1 })
  return Promise.resolve(free)
}

/** Our callback URL ends in our own message id, so that no receipt is without its message. */
async function onReceipt(messageId: string, body: string, receivedAt: number): Promise<void> {
  receiptLog.push({ messageId, body, receivedAt }) // Before all else: from this log the rest can be computed anew.
  const { events, issues } = twilio.parse(body, { receivedAt, messageId })
  for (const { message } of issues) console.log(message)
  for (const event of events) await add(event, messageId, receivedAt)
}

async function add(event: DeliveryEvent, messageId: string, now: number): Promise<void> {
  const row = await read(messageId)
  const { evidence, state, verdict } = apply(row.evidence, event, otp, now)
  const saved = await write(messageId, { ...row, evidence, key: state.key })
  if (!saved) return add(event, messageId, now) // Two webhooks at once: the second one builds on what the first one saved.
  act(`${event.status}, ${verdict}`, row, state)
}

/** Set one timer, to `state.reviewAt`: time alone changes what is shown, too. */
async function onTimer(messageId: string, now: number): Promise<void> {
  const row = await read(messageId)
  const state = stateOf(row.evidence!, otp, now)
  const saved = await write(messageId, { ...row, key: state.key })
  if (!saved) return onTimer(messageId, now)
  act('timer', row, state)
}

/** Called by the one whose write succeeded. The saved key also tells what time has changed since, which `changed` does not. */
function act(cause: string, before: Row, { key, status, advice }: DeliveryState): void {
  console.log(`${cause}:`.padEnd(17), key === before.key ? 'nothing to do' : `show ${status}, ${advice.action}`)
}

const start = Date.parse('2026-11-20T09:14:05Z')
const form = (status: string): string => `MessageSid=SM5d0a4b7e91c34f26a8e01b7c3f9d2e60&MessageStatus=${status}`

await onReceipt('login-42', form('queued'), start)
await Promise.all([1_000, 1_001].map((ms) => onReceipt('login-42', form('sent'), start + ms))) // the same receipt twice, at once
await onTimer('login-42', start + 30_000)
await onTimer('login-42', start + 300_000)
await onReceipt('login-42', form('delivered'), start + 413_000) // nearly two minutes after the deadline
console.log(`${receiptLog.length} receipts kept, version ${rows.get('login-42')?.version}`)

/* prints:
queued, advanced: show queued, wait
sent, advanced:   show sent, wait
sent, duplicate:  nothing to do
timer:            show sent, offer-resend
timer:            show expired, offer-resend
delivered, late:  nothing to do
4 receipts kept, version 6
*/
