import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AckPolicy, connect, headers, nanos, StorageType, type MsgHdrs } from 'nats'
import { freePort } from '../servers/server.mjs'
import type { Letter } from './letter.ts'

const HOST = 'localhost'

/** NATS JetStream on loopback: what is not acknowledged within 2 s comes again. */
export async function openQueue() {
  const folder = mkdtempSync(join(tmpdir(), 'sds-nats-'))
  const port = await freePort()
  const config = join(folder, 'nats.conf')
  writeFileSync(
    config,
    `listen: "${HOST}:${port}"\nmax_payload: 4MB\njetstream { store_dir: "${folder}" }\n`,
  )
  const server = spawn('nats-server', ['-c', config], { stdio: 'ignore' })
  const url = `nats://${HOST}:${port}`
  const connection = await connect({ servers: url, waitOnFirstConnect: true })
  const manager = await connection.jetstreamManager()
  await manager.streams.add({ name: 'sms', subjects: ['sms'], storage: StorageType.File })
  await manager.consumers.add('sms', {
    durable_name: 'workers',
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(2_000),
    max_ack_pending: 1_000,
  })
  const stream = connection.jetstream()
  return {
    url,
    connection,
    /** When this is over, it is on the disk. */
    async post(letter: Letter): Promise<void> {
      await stream.publish('sms', dataOf(letter), { headers: headersOf(letter) })
    },
    /** How many are not acknowledged, and how many came again. */
    async waiting() {
      const info = await manager.consumers.info('sms', 'workers')
      return { waiting: info.num_pending + info.num_ack_pending, again: info.num_redelivered }
    },
    async close(): Promise<void> {
      await connection.close()
      server.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const dataOf = (letter: Letter): Uint8Array =>
  letter.kind === 'own' ? new TextEncoder().encode(JSON.stringify(letter.event)) : letter.body

function headersOf(letter: Letter): MsgHdrs {
  const all = headers()
  if (letter.kind === 'own') all.set('flow', letter.flow)
  else {
    all.set('provider', letter.provider)
    all.set('received-at', String(letter.receivedAt))
  }
  return all
}
