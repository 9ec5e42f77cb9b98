// Runs a command with a ClickHouse engine at hand: node test/clickhouse/install.mjs COMMAND
// [ARGUMENT…] The command finds `chdb` in the folder that CHDB names. It is brought there where it
// is missing: half a gigabyte, too much for everybody who installs this repository.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSION = '3.4.0'
const folder = fileURLToPath(new URL(`../../node_modules/.cache/chdb-${VERSION}`, import.meta.url))

if (!existsSync(join(folder, 'node_modules/chdb'))) {
  console.error(`chdb ${VERSION} is not installed: bringing it to ${folder}`)
  mkdirSync(folder, { recursive: true })
  // Else npm would take the repository's own package.json.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', `chdb@${VERSION}`], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  })
}

const [command, ...args] = process.argv.slice(2)
const { status } = spawnSync(command, args, {
  env: { ...process.env, CHDB: folder },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
