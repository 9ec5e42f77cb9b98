// Runs a command beside a PostgreSQL server of its own: node test/servers/postgres.mjs COMMAND
// [ARGUMENT…] The command finds the server in DATABASE_URL. It listens on loopback alone, and is
// gone afterwards with all that it stored.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const VERSIONS = '/usr/lib/postgresql'
const isRoot = process.getuid?.() === 0

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
const own = (command, ...args) =>
  isRoot
    ? ['runuser', ['-u', 'postgres', '--', join(bin, command), ...args]]
    : [join(bin, command), args]
if (isRoot) {
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  chownSync(folder, id('-u'), id('-g'))
}
const run = (...args) =>
  execFileSync(...own(...args), { cwd: folder, stdio: ['ignore', 'ignore', 2] })

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, 'localhost', () => {
    const { port } = probe.address()
    probe.close(() => resolve(port))
  })
})

const data = join(folder, 'data')
let code = 1
try {
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync')
  run(
    'pg_ctl',
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -h localhost -k ${folder}`,
    'start',
  )
  const [command, ...args] = process.argv.slice(2)
  const env = { ...process.env, DATABASE_URL: `postgres://postgres@localhost:${port}/postgres` }
  code = await new Promise((resolve) =>
    spawn(command, args, { env, stdio: 'inherit' }).on('close', resolve),
  )
} finally {
  if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = code ?? 1
