// For whoever writes a webhook: its steps in their order, without a framework.
import {
  apply,
  otp,
  stateOf,
  submission,
  type DeliveryEvent,
  type DeliveryState,
  type Evidence,
} from 'sms-delivery-state'
import { twilio } from 'sms-delivery-state/providers/twilio'

/** A row of your table of messages. `version` counts the writes. */
interface Row {
  version: number
  evidence?: Evidence
  key?: string
}

const receiptLog: unknown[] = []
const rows = new Map<string, Row>()
/** Its primary key is (message id, advice key), so that nothing is done twice. */
const outbox = new Map<string, string>()
const read = (messageId: string): Promise<Row> =>
  Promise.resolve(rows.get(messageId) ?? { version: 0 })

/**
 * UPDATE … SET version = version + 1 WHERE id = … AND version = …, and INSERT INTO outbox … ON
 * CONFLICT DO NOTHING, in one transaction. False if somebody else has written since we read.
 */
function write(
  messageId: string,
  { version }: Row,
  evidence: Evidence,
  { key, advice }: DeliveryState,
): Promise<boolean> {
  const isFree = (rows.get(messageId)?.version ?? 0) === version
  if (isFree) {
    rows.set(messageId, { evidence, key, version: version + 1 })
    if (advice.action !== 'wait' && advice.action !== 'done')
      outbox.set(`${messageId} ${advice.key}`, advice.action)
  }
  return Promise.resolve(isFree)
}

/** The callback's URL has our own ids in it, so that no receipt is without its message. */
async function onReceipt(messageId: string, body: string, receivedAt: number): Promise<void> {
  receiptLog.push({ messageId, body, receivedAt }) // Before all else: from this log the rest can be computed anew.
  const { events, issues } = twilio.parse(body, { receivedAt, messageId, attemptId: '1' })
  for (const { message } of issues) console.log(message)
  for (const event of events) await add(event, messageId, receivedAt)
}

async function add(event: DeliveryEvent, messageId: string, now: number): Promise<void> {
  const row = await read(messageId)
  const { evidence, state, verdict } = apply(row.evidence, event, otp, now)
  // Two webhooks at once: the second one builds on what the first one saved.
  if (!(await write(messageId, row, evidence, state))) return add(event, messageId, now)
  draw(`${event.status}, ${verdict}`, row, state)
}

/** Set one timer, to `state.reviewAt`: time alone changes what is shown, too. */
async function onTimer(messageId: string, now: number): Promise<void> {
  const row = await read(messageId)
  if (!row.evidence) return
  const state = stateOf(row.evidence, otp, now)
  if (!(await write(messageId, row, row.evidence, state))) return onTimer(messageId, now)
  draw('timer', row, state)
}

/** `key` says whether there is something new to see; `advice.key` what is to be done. */
function draw(cause: string, before: Row, { key, status, advice }: DeliveryState): void {
  console.log(
    `${cause}:`.padEnd(18),
    key === before.key ? 'nothing new' : `show ${status}, ${advice.action}`,
  )
}

const start = Date.parse('2026-11-20T09:14:05Z')
const form = (status: string): string =>
  `MessageSid=SM5d0a4b7e91c34f26a8e01b7c3f9d2e60&MessageStatus=${status}`

// Before the request: then even a lost answer leaves a trace.
for (const event of submission({ messageId: 'login-42', attemptId: '1', receivedAt: start }))
  await add(event, 'login-42', start)
await onReceipt('login-42', form('queued'), start + 400)
await Promise.all([1_000, 1_001].map((ms) => onReceipt('login-42', form('sent'), start + ms))) // twice, at once
await onTimer('login-42', start + 30_000)
await onTimer('login-42', start + 300_000)
await onReceipt('login-42', form('delivered'), start + 413_000) // nearly two minutes after the deadline
console.log(`${receiptLog.length} receipts kept; to do:`, [...outbox.keys()])

/* prints:
pending, advanced: show pending, wait
queued, advanced:  show queued, wait
sent, advanced:    show sent, wait
sent, duplicate:   nothing new
timer:             show sent, offer-resend
timer:             show expired, offer-resend
delivered, late:   nothing new
4 receipts kept; to do: [ 'login-42 offer-resend/1' ]
*/
