// What recording costs beside a bare INSERT of the same columns, in CPU of client and database, by
// turns: node test/servers/postgres.mjs node test/bench/sql.mjs [RECEIPTS]
// The same in SQLite: node test/bench/sql.mjs --sqlite [RECEIPTS]
// And what the state of all messages costs in DuckDB: node test/bench/sql.mjs --query [MESSAGES]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import Database from 'better-sqlite3'
import pg from 'pg'
import { alert, notification, otp } from 'sms-delivery-state'
import { sql, stateQuery } from 'sms-delivery-state/sql'

const START = 1_790_000_000_000
const RUNS = { '--query': stateOfAll, '--sqlite': recordingInSqlite }
const kind = Object.hasOwn(RUNS, process.argv[2] ?? '') ? process.argv[2] : undefined
const size = process.argv[kind ? 3 : 2]
await (kind ? RUNS[kind](Number(size ?? 100_000)) : recordingInPostgres(Number(size ?? 20_000)))

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

async function recordingInPostgres(count) {
  const db = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await db.connect()
  const store = sql('postgres')
  await db.query(store.schema)
  await db.query('CREATE TABLE bare (LIKE sds_event INCLUDING ALL)')
  const { pid } = (await db.query('SELECT pg_backend_pid() AS pid')).rows[0]
  const text = bareOf(store)
  await recording(count, {
    store,
    bare: (statement) => db.query({ ...statement, name: 'bare', text }),
    record: (statement) => db.query(statement),
    // Ticks of 10 ms in user and kernel mode, behind the name in brackets.
    server() {
      const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
      return (Number(ticks[11]) + Number(ticks[12])) * 10
    },
  })
  await db.end()
}

async function recordingInSqlite(count) {
  // A file, as services have it: in memory a commit would cost nothing.
  const folder = mkdtempSync(join(tmpdir(), 'sds-bench-'))
  const db = new Database(join(folder, 'db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  const store = sql('sqlite')
  db.exec(store.schema)
  const { sql: made } = db.prepare(`SELECT sql FROM sqlite_master WHERE name = 'sds_event'`).get()
  db.exec(made.replace('sds_event', 'bare'))
  const indexes = db.prepare(
    `SELECT sql FROM sqlite_master WHERE tbl_name = 'sds_event' AND type = 'index' AND sql IS NOT NULL`,
  )
  for (const { sql: index } of indexes.all()) db.exec(index.replaceAll('sds_event', 'bare'))
  const bare = db.prepare(bareOf(store))
  const own = db.prepare(store.record(eventsOf(0)[0]).text)
  await recording(count, {
    store,
    bare: ({ values }) => bare.run(values),
    record: ({ values }) => own.run(values),
    server: () => 0,
  })
  db.close()
  rmSync(folder, { recursive: true })
}

/** The statement's own columns and values, so that the bare table gets just the same row. */
function bareOf(store) {
  const { text } = store.record(eventsOf(0)[0])
  const [, names, values] =
    /INSERT INTO sds_event AS e \(([^)]*)\)\s*VALUES \(([^]*?)\)\n\s*ON CONFLICT/.exec(text)
  return `INSERT INTO bare (${names}) VALUES (${values}) ON CONFLICT DO NOTHING`
}

/** In rounds of both, each first in every other one. */
async function recording(count, { store, bare, record, server }) {
  const raw = new TextEncoder().encode('x'.repeat(300))
  const spent = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000 + server()
  }
  const used = { bare: [], record: [] }
  const batch = 500
  for (let first = 0; first * 5 < count; first += batch) {
    const events = Array.from({ length: batch }, (_, i) => eventsOf(first + i)).flat()
    const round = [
      ['bare', bare],
      ['record', record],
    ]
    for (const [kind, run] of first % (2 * batch) === 0 ? round : round.reverse()) {
      const before = spent()
      for (const event of events)
        await run(store.record(event, { flow: event.messageId && 'otp', raw }))
      used[kind].push(spent() - before)
    }
  }
  // What comes first pays for compiling.
  const rounds = used.bare.slice(1).map((each, i) => used.record[i + 1] / each)
  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
  const micro = (list) => `${((median(list) * 1000) / batch / 5).toFixed(0)} µs`
  console.log(`CPU of a receipt: bare INSERT ${micro(used.bare)}, record ${micro(used.record)}`)
  console.log(
    `record costs ${median(rounds).toFixed(2)} of a bare INSERT, the median of ${rounds.length} rounds`,
  )
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
