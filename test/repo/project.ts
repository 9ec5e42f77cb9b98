import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export const inRoot = (...path: string[]) => join(root, ...path)
export const read = (path: string) => readFileSync(inRoot(path), 'utf8')

/** The files under a folder, as paths from the root with slashes, sorted. */
export function filesUnder(folder: string): string[] {
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(root.length).replaceAll('\\', '/'))
    .sort()
}

interface Conditions {
  types: string
  default: string
}

/** What of package.json the tests look at. */
export const pkg = JSON.parse(read('package.json')) as {
  name: string
  version: string
  bin: Record<string, string>
  scripts: Record<string, string>
  exports: Record<string, { import: Conditions; require: Conditions }>
}

/** The public subpaths: `.`, `./explain`, … */
export const subpaths = Object.keys(pkg.exports).filter((subpath) => subpath !== './package.json')

/** How a user names a subpath: `sms-delivery-state/explain`. */
export const specifier = (subpath: string) => pkg.name + subpath.slice(1)
