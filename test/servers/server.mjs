// A PostgreSQL server on loopback. The Debian package is installed where it is missing.
import { execFileSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const VERSIONS = '/usr/lib/postgresql'
const isRoot = process.getuid?.() === 0

export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

export async function startPostgres() {
  if (!existsSync(VERSIONS)) {
    console.error('PostgreSQL is not installed: trying the Debian package.')
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 2, 2] })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], {
      stdio: ['ignore', 2, 2],
    })
  }
  const newest = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))[0]
  const bin = join(VERSIONS, newest, 'bin')

  // The server refuses to run as root; the package has made a user for it.
  const folder = mkdtempSync(join(tmpdir(), 'sds-postgres-'))
  if (isRoot) {
    const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(folder, id('-u'), id('-g'))
  }
  const run = (command, ...args) => {
    const own = isRoot
      ? ['runuser', ['-u', 'postgres', '--', join(bin, command), ...args]]
      : [join(bin, command), args]
    execFileSync(...own, { cwd: folder, stdio: ['ignore', 'ignore', 2] })
  }

  const port = await freePort()
  const data = join(folder, 'data')
  const pidFile = join(data, 'postmaster.pid')
  const options = `-p ${port} -h localhost -c unix_socket_directories=`
  const log = join(folder, 'log')
  const start = () => {
    try {
      run('pg_ctl', '-D', data, '-w', '-l', log, '-o', options, 'start')
    } catch (error) {
      throw new Error(readFileSync(log, 'utf8'), { cause: error })
    }
  }
  const stop = () => {
    if (existsSync(pidFile)) run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }

  /** All of its processes work in its folder. */
  const pids = () =>
    readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && cwdOf(pid) === data)

  try {
    run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync')
    start()
  } catch (error) {
    stop()
    throw error
  }
  return {
    url: `postgres://postgres@localhost:${port}/postgres`,
    pids,
    crash() {
      for (let alive = pids(); alive.length > 0; alive = pids()) for (const pid of alive) kill(pid)
      rmSync(pidFile, { force: true }) // it names a process that may be a zombie
    },
    start,
    stop,
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function cwdOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined // it has ended
  }
}
