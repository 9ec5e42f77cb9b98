// What recording costs beside a bare INSERT of the same columns, in CPU: node
// test/servers/postgres.mjs node test/bench/sql.mjs [RECEIPTS] And what the state of all messages
// costs in DuckDB: node test/bench/sql.mjs --query [MESSAGES]
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import pg from 'pg'
import { alert, notification, otp } from 'sms-delivery-state'
import { sql, stateQuery } from 'sms-delivery-state/sql'

const START = 1_790_000_000_000
const isQuery = process.argv[2] === '--query'
const size = Number(process.argv[isQuery ? 3 : 2] ?? (isQuery ? 100_000 : 20_000))
await (isQuery ? stateOfAll(size) : recording(size))

/** Two events of our own and three receipts that know the provider's id alone. */
function eventsOf(m) {
  const receivedAt = START + m * 10
  const tie = { provider: 'twilio', providerMessageId: `SM${String(m).padStart(32, '0')}` }
  return [
    {
      status: 'pending',
      messageId: `message-${m}`,
      attemptId: `attempt-${m}`,
      receivedAt,
      source: 'service',
    },
    {
      status: 'accepted',
      messageId: `message-${m}`,
      attemptId: `attempt-${m}`,
      ...tie,
      receivedAt: receivedAt + 300,
      source: 'response',
    },
    ...['queued', 'sent', 'delivered'].map((status, i) => ({
      status,
      ...tie,
      receivedAt: receivedAt + 900 + i,
      source: 'webhook',
    })),
  ]
}

async function recording(count) {
  const db = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await db.connect()
  const store = sql('postgres')
  await db.query(store.schema)
  await db.query('CREATE TABLE bare (LIKE sds_event INCLUDING ALL)')
  const { pid } = (await db.query('SELECT pg_backend_pid() AS pid')).rows[0]
  const columns = (
    await db.query(
      `SELECT attname FROM pg_attribute WHERE attrelid = 'bare'::regclass AND attnum > 0 ORDER BY attnum`,
    )
  ).rows
  const raw = new TextEncoder().encode('x'.repeat(300))

  // The statement's own values, so that the bare table gets just the same row.
  const { text } = store.record(eventsOf(0)[0])
  const values = /VALUES \(([^]*?)\)\n\s*ON CONFLICT/.exec(text)[1]
  const names = /INSERT INTO sds_event AS e \(([^)]*)\)/.exec(text)[1]
  const bare = `INSERT INTO bare (${names}) VALUES (${values}) ON CONFLICT DO NOTHING`
  if (names.split(',').length !== columns.length)
    throw new Error('The bare table has other columns.')

  const used = { bare: 0, record: 0 }
  const spent = () => {
    const { user, system } = process.cpuUsage()
    // Ticks of 10 ms in user and kernel mode, behind the name in brackets.
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13)
    return (user + system) / 1000 + (Number(ticks[0]) + Number(ticks[1])) * 10
  }
  const batch = 500
  for (let first = 0; first * 5 < count; first += batch) {
    const events = Array.from({ length: batch }, (_, i) => eventsOf(first + i)).flat()
    for (const kind of first % (2 * batch) === 0 ? ['bare', 'record'] : ['record', 'bare']) {
      const before = spent()
      for (const event of events) {
        const statement = store.record(event, { flow: event.messageId && 'otp', raw })
        await db.query(kind === 'bare' ? { ...statement, name: 'bare', text: bare } : statement)
      }
      // What comes first pays for compiling.
      if (first > 0) used[kind] += spent() - before
    }
  }
  await db.end()
  const receipts = Math.ceil(count / 5 / batch) * batch * 5 - batch * 5
  const micro = (ms) => `${((ms * 1000) / receipts).toFixed(0)} µs`
  console.log(
    `${receipts} receipts, CPU of client and server: bare INSERT ${micro(used.bare)}, record ${micro(used.record)}`,
  )
  console.log(`record costs ${(used.record / used.bare).toFixed(2)} of a bare INSERT`)
}

async function stateOfAll(messages) {
  const db = await (await DuckDBInstance.create()).connect()
  await db.run('SET threads = 2')
  await db.run(`CREATE TABLE log AS SELECT
      CASE WHEN k < 2 OR m % 2 = 0 THEN 'message-' || m END AS own_id, 'message-' || m AS message_id,
      CASE WHEN k < 2 THEN 'attempt-' || m END AS attempt_id, CASE WHEN k > 0 THEN 'twilio' END AS provider,
      CASE WHEN k > 0 THEN 'SM' || lpad(m::varchar, 32, '0') END AS provider_message_id,
      CASE WHEN k < 4 THEN ['pending', 'accepted', 'queued', 'sent'][k + 1] WHEN m % 7 = 0 THEN 'undelivered' ELSE 'delivered' END AS status,
      ${START}::double + m * 10 + k * 500 AS received_at, CASE WHEN k > 1 THEN ${START}::double + m * 10 + k * 400 END AS occurred_at,
      NULL::integer AS segment, NULL::integer AS segment_count, NULL::varchar AS confirmed_by,
      CASE WHEN k = 4 AND m % 7 = 0 THEN 'network' END AS failure_reason, CASE WHEN k = 4 AND m % 7 = 0 THEN '30005' END AS failure_code,
      NULL::boolean AS failure_permanent, NULL::double AS scheduled_for, NULL::boolean AS receipts_expected, NULL::boolean AS read,
      NULL::varchar AS event_id, NULL::varchar AS source, NULL::varchar AS reference, NULL::varchar AS ref,
      ['otp', 'alert', 'notification'][m % 3 + 1] AS flow
    FROM range(${messages}) AS r (m), range(5) AS s (k) ORDER BY hash(m * 5 + k)`)
  const query = stateQuery('duckdb', { otp, alert, notification }, { from: 'log' })
  const before = { at: performance.now(), cpu: process.cpuUsage() }
  await db.run(`CREATE TABLE state AS ${query.replace('$1', `${START + messages * 10 + 10_000}`)}`)
  const { user, system } = process.cpuUsage(before.cpu)
  const seconds = ((performance.now() - before.at) / 1000).toFixed(1)
  console.log(
    `${messages} messages, ${messages * 5} events: ${seconds} s, ${((user + system) / 1e6).toFixed(1)} s of CPU`,
  )
}
