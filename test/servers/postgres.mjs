// Runs a command beside a PostgreSQL server of its own: node test/servers/postgres.mjs COMMAND
// [ARGUMENT…] The command finds the server in DATABASE_URL. It listens on loopback alone, and is
// gone afterwards with all that it stored.
import { spawn } from 'node:child_process'
import { startPostgres } from './server.mjs'

const server = await startPostgres()
let code = 1
try {
  const [command, ...args] = process.argv.slice(2)
  const env = { ...process.env, DATABASE_URL: server.url }
  code = await new Promise((resolve) =>
    spawn(command, args, { env, stdio: 'inherit' }).on('close', resolve),
  )
} finally {
  server.stop()
}
process.exitCode = code ?? 1
