// Tries the service of examples/service under crashes: `npm run prove:service`.
// The simulated network puts receipts into NATS JetStream, four workers take them out and keep them
// in one PostgreSQL. First in peace, which is measured; then a worker is killed every 300 ms, and
// three times the whole server. In the end everything has to be as if nothing had happened.
import { setTimeout } from 'node:timers/promises'
import { postgres } from '../../examples/service/postgres.ts'
import { schema } from '../../examples/service/store.ts'
import { startPostgres } from '../servers/server.mjs'
import { cpuOf, openCrew } from './crew.ts'
import { letters, type Posted } from './letter.ts'
import { openQueue } from './queue.ts'
import { judge } from './verdict.ts'
import { openWorld } from './world.ts'

const SEED = 7
const MESSAGES = Number(process.argv[2] ?? 9_000)
const IN_PEACE = MESSAGES / 4
const WORKERS = 4
const KILL_EVERY = 300
const SERVER_KILLS = 3
const AHEAD = 300
const DAY = 86_400_000

const server = await startPostgres()
const queue = await openQueue()
const world = await openWorld()
const db = postgres(server.url)
await db.script(schema)
const crew = openCrew(WORKERS, { DATABASE_URL: server.url, NATS: queue.url, WORLD: world.url })

let now = 0
const ticking = setInterval(() => now > 0 && queue.connection.publish('clock', String(now)), 20)
const took: number[] = []
const errors = new Map<string, number>()
listen('took', (text) => took.push(Number(text)))
listen('error', (text) => errors.set(text, (errors.get(text) ?? 0) + 1))

const all = [...letters(SEED, MESSAGES)]
const receipts = (posted: readonly Posted[]) =>
  posted.filter(({ letter }) => letter.kind === 'receipt').length
let first = 0
while (receipts(all.slice(0, first)) < IN_PEACE) first += 100

let isUnderFire = false
const killing = setInterval(() => isUnderFire && crew.killOne(), KILL_EVERY)
let serverCpu = 0
let serverKills = 0
try {
  await setTimeout(2_000) // so that starting is not measured
  report('in peace', await deliver(all.slice(0, first)))

  isUnderFire = true
  const rest = all.slice(first)
  report('under fire', await deliver(rest))
  const early = rest.filter(({ isEarly }) => isEarly).length / receipts(rest)
  await settle()
  isUnderFire = false

  const verdict = await judge(db.query, all, world.calls, now)
  const size = `SELECT sum(pg_total_relation_size(oid))::float8 AS bytes FROM pg_class
    WHERE relname IN ('sds_event', 'sds_tie', 'sds_message', 'sds_effect')`
  const [row] = (await db.query({ name: '', text: size, values: [] })).rows
  console.log({
    ...verdict,
    early: `${(early * 100).toFixed(1)} % of the receipts came before the answer`,
    killed: `${crew.kills()} workers, ${serverKills} times the server`,
    'bytes per message': Math.round(Number(row?.['bytes']) / verdict.messages),
    'errors seen by workers': Object.fromEntries(errors),
  })
  console.log(
    'No receipt is lost, every message is as reduce says, every effect was done as promised.',
  )
} finally {
  clearInterval(ticking)
  clearInterval(killing)
  crew.close()
  await db.close().catch(() => {})
  world.close()
  await queue.close()
  server.stop()
}

/** Posts all, a few hundred ahead of the workers, and waits until all are acknowledged. */
async function deliver(posted: readonly Posted[]) {
  const start = { at: performance.now(), crew: crew.cpu(), server: serverCpu + cpuOfServer() }
  took.length = 0
  let told = 0
  for (let i = 0; i < posted.length;) {
    const { waiting } = await queue.waiting()
    const batch = posted.slice(i, i + Math.max(0, AHEAD - waiting))
    i += batch.length
    await Promise.all(batch.map(({ letter }) => queue.post(letter)))
    now = batch.at(-1)?.at ?? now
    const isTime = i / posted.length > (serverKills + 1) / (SERVER_KILLS + 1)
    if (isUnderFire && isTime && serverKills < SERVER_KILLS) await killServer()
    await setTimeout(30)
    for (; told < Math.floor((10 * i) / posted.length); told++) console.error(`${told + 1}0 %`)
  }
  while ((await queue.waiting()).waiting > 0) await setTimeout(20)
  return {
    count: posted.length,
    receipts: receipts(posted),
    seconds: (performance.now() - start.at) / 1_000,
    crew: crew.cpu() - start.crew,
    server: serverCpu + cpuOfServer() - start.server,
    took: took.sort((a, b) => a - b),
  }
}

function report(name: string, run: Awaited<ReturnType<typeof deliver>>) {
  const { count, took } = run
  const ms = (share: number) => `${took[Math.floor(took.length * share)]?.toFixed(1)} ms`
  const cpu = (seconds: number) => `${((seconds / count) * 1_000).toFixed(2)} ms`
  console.log(name, {
    receipts: run.receipts,
    'and own events': count - run.receipts,
    'per second': Math.round(count / run.seconds),
    'CPU of workers each': cpu(run.crew),
    'CPU of PostgreSQL each': cpu(run.server),
    p50: ms(0.5),
    p95: ms(0.95),
    p99: ms(0.99),
  })
}

/** Days pass, until there is nothing to conclude and nothing to do. */
async function settle() {
  now += 4 * DAY
  const text = `SELECT (SELECT count(*) FROM sds_message WHERE review_at IS NOT NULL)::int
    + (SELECT count(*) FROM sds_effect WHERE due_at IS NOT NULL)::int AS due`
  for (;;) {
    const [row] = (await db.query({ name: '', text, values: [] })).rows
    if (row?.['due'] === 0) return
    now += 10_000
    await setTimeout(100)
  }
}

async function killServer() {
  serverKills++
  serverCpu += cpuOfServer()
  server.crash()
  await setTimeout(500)
  server.start()
}

function cpuOfServer(): number {
  return server.pids().reduce((sum, pid) => sum + cpuOf(pid), 0)
}

function listen(subject: string, take: (text: string) => void) {
  const messages = queue.connection.subscribe(subject)
  void (async () => {
    for await (const { data } of messages) take(new TextDecoder().decode(data))
  })()
}
