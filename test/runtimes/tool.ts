import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../repo/project.ts'

/** A runtime that cannot be had here. It is never taken for one that agrees. */
export class NotRun extends Error {}

/**
 * The folder of a package that is too large for a dev dependency, in a cache beside the others:
 * `tool('node@22')`. Installed once; remove the cache for newer versions of the same major.
 */
export function tool(spec: string): string {
  const folder = inRoot('node_modules/.cache/runtimes', spec.replace('/', '+'))
  const name = spec.replace(/(?<=.)@.*/, '')
  const place = join(folder, 'node_modules', name)
  if (existsSync(join(folder, 'installed'))) return place
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  try {
    const args = ['install', '--no-audit', '--no-fund', '--no-save', spec]
    execFileSync('npm', args, { cwd: folder, stdio: 'pipe', encoding: 'utf8' })
  } catch (error) {
    throw new NotRun(`npm install ${spec}: ${(error as { stderr?: string }).stderr ?? error}`)
  }
  writeFileSync(join(folder, 'installed'), '')
  return place
}

/** The version of an installed tool. */
export const versionOf = (place: string): string =>
  (JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { version: string }).version
