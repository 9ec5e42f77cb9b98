import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../servers/server.mjs'
import { filesUnder, read, root } from './project.ts'

const WAIT = { timeout: 120_000, interval: 200 }

describe('npm run service', () => {
  let service: ChildProcess
  let printed = ''

  beforeAll(async () => {
    const env = { ...process.env, PORT: String(await freePort()), DATABASE_URL: '' }
    // A process group: a script is several processes.
    service = spawn('npm', ['run', '-s', 'service'], { cwd: root, env, detached: true })
    service.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    await vi.waitFor(() => expect(printed).toContain('is up'), WAIT)
  })
  afterAll(() => void (service.exitCode === null && process.kill(-service.pid!, 'SIGKILL')))

  it('takes the order that it prints, and tells how it went', async () => {
    const order = /curl -H (\S+):(\S+) -d '(.*)' (\S+)/.exec(printed)?.slice(1)
    const [name = '', value = '', body = '', address = ''] = order ?? []
    const { status } = await fetch(address, { method: 'POST', headers: { [name]: value }, body })
    expect(status).toBe(202)
    const story = /\ncurl (\S+)\n$/.exec(printed)?.[1] ?? ''
    const tell = async () => (await fetch(story)).text()
    await vi.waitFor(async () => expect(await tell()).toMatch(/^Shown: +delivered/m), WAIT)
  })

  it('ends when it is told to', async () => {
    const end = once(service, 'close')
    process.kill(-service.pid!, 'SIGTERM')
    await end
  })

  it('is a few hundred lines', () => {
    const lines = filesUnder('examples/service')
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => read(path).split('\n'))
    expect(lines.filter((line) => /^\s*[^\s/*]/.test(line)).length).toBeLessThan(650)
  })
})
