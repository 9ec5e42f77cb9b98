// The receipts of a morning, reduced to what a product may show: `npm run demo`.
// With any number behind it (`npm run demo -- 7`) the receipts are shuffled first: the printout stays the same.
import { readFileSync } from 'node:fs'
import { alert, notification, otp, parseReceipts, reduce, timeline } from 'sms-delivery-state'
import { explain } from 'sms-delivery-state/explain'
import { twilio } from 'sms-delivery-state/providers'

const policies = { otp, alert, notification }
// The library reads no clock. The present is an argument, and here it is always the same.
const now = Date.parse('2026-11-20T12:00:00Z')

// What we did: every submission, with its flow, and the id that Twilio gave it.
const submissions = readLog('submissions')
const messageIds = new Map(submissions.map(({ sid, messageId }) => [sid, messageId]))

// What Twilio said: raw, each with the instant at which we received it. Only the answers to our own requests carry our ids too.
const receipts = ['api-answers', 'callbacks', 'event-streams', 'polls'].flatMap(readLog)
shuffle(receipts, Number(process.argv[2] ?? 0))
const { events, issues } = parseReceipts(twilio, receipts, { messageId: (event) => messageIds.get(event.providerMessageId) })

// What is known of a message: what we say ourselves ("submitted, nobody has answered yet") and what Twilio says, in any order.
const byId = new Map()
for (const { messageId, attemptId, flow, submittedAt } of submissions) {
  if (!byId.has(messageId)) byId.set(messageId, { messageId, policy: policies[flow], events: [] })
  const pending = { status: 'pending', source: 'service', messageId, attemptId, receivedAt: Date.parse(submittedAt) }
  byId.get(messageId).events.push(pending)
}
for (const event of events) byId.get(event.messageId).events.push(event)

const messages = Object.values(policies).flatMap((policy) =>
  [...byId.values()]
    .filter((message) => message.policy === policy)
    .map((message) => ({ ...message, state: reduce(message.events, policy, now) })),
)

heading(`What we may show on ${new Date(now).toISOString().slice(0, 10)} at ${clock(now)} UTC`)
const marks = { delivered: '✓', failed: '✗', uncertain: '?', open: '·' }
table(
  ['message', 'flow', 'status', 'since', 'by', 'settled', 'do next', 'notes'],
  messages.map(({ messageId, policy, events, state }) => [
    messageId,
    policy.name,
    `${marks[state.outcome]} ${state.status}`,
    clock(state.since),
    state.by,
    state.settled ? 'yes' : 'not yet',
    state.advice.action,
    notes(state, timeline(events, policy, now)),
  ]),
)
console.log('\nlate: too late to change what is settled; dup: said before; stale: overtaken by a stronger claim\n')

const outcomes = Object.keys(marks).map(
  (outcome) => `${messages.filter(({ state }) => state.outcome === outcome).length} ${outcome}`,
)
console.log(`${events.length + issues.length} receipts, ${issues.length} of them issues`)
console.log(`${messages.length} messages: ${outcomes.join(', ')}`)

heading('Issues: what is no receipt, or has a word that nobody knows, changes no status')
table(
  ['receipt', 'issue', 'why'],
  issues.map(({ index, code, message }) => [receipts[index].ref, code, message]).sort(([a], [b]) => (a < b ? -1 : 1)),
)

tell('login-42', 'a code and its resend, both reported delivered after the code had expired')
tell('fraud-13', 'failed, and delivered after all')
tell('parcel-83', 'everything several times, the last thing first')

function tell(messageId, title) {
  const { events, policy } = byId.get(messageId)
  heading(`${messageId}: ${title}`)
  console.log(explain(events, policy, now))
}

/** What somebody in support would like to see beside the status. */
function notes({ attempts, failure, conflict, slow, since, deadline }, entries) {
  const times = (verdict) => entries.filter((entry) => entry.verdict === verdict).length
  const found = {
    [`${attempts.length} attempts`]: attempts.length > 1,
    [failure?.reason]: failure,
    conflict,
    slow,
    'after the deadline': since > deadline,
    [`${times('late')} late`]: times('late'),
    [`${times('duplicate')} dup`]: times('duplicate'),
    [`${times('stale')} stale`]: times('stale'),
  }
  return Object.keys(found)
    .filter((note) => found[note])
    .join(', ')
}

/** One of our logs, a JSON line each; `ref` says where it stands. */
function readLog(name) {
  const text = readFileSync(new URL(`receipts/${name}.ndjson`, import.meta.url), 'utf8')
  const inMs = (key, value) => (key === 'receivedAt' ? Date.parse(value) : value)
  const lines = text.trimEnd().split('\n')
  return lines.map((line, i) => ({ ...JSON.parse(line, inMs), ref: `${name}:${i + 1}` }))
}

/** Fisher and Yates, with a small generator in place of chance; 0 leaves the order as it is. */
function shuffle(items, seed) {
  for (let i = items.length - 1, x = seed % 2147483647; x !== 0 && i > 0; i--) {
    x = (x * 48271) % 2147483647
    const j = x % (i + 1)
    ;[items[i], items[j]] = [items[j], items[i]]
  }
}

function clock(instant) {
  return new Date(instant).toISOString().slice(11, 19)
}

function heading(text) {
  console.log(`\n${text}\n${'─'.repeat(110)}`)
}

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)))
  const line = (row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ')
  for (const row of [head, ...rows]) console.log(line(row).trimEnd())
}
