import { closeSync, fstatSync, ftruncateSync, openSync, statSync } from 'node:fs'
import { Misuse } from './misuse.ts'

/** A file that the command reads or prints to: what people call it, and its path, or its descriptor where it is open already. */
export interface InUse {
  readonly name: string
  readonly at: string | number | undefined
}

/**
 * Opens the file for issues, and empties it. A file has many names (links, `/dev/stdin`, a redirection), so only once it is open does it
 * show which it is.
 *
 * @throws Misuse where it is one of those in use
 */
export function openIssueFile(path: string, inUse: readonly InUse[]): number {
  const fd = openSync(path, 'a')
  const opened = fstatSync(fd, { bigint: true })
  // A terminal, a pipe or /dev/null may be in use several times, and has nothing to lose.
  if (!opened.isFile()) return fd
  const same = inUse.find(({ at }) => {
    if (at === undefined) return false
    const other = typeof at === 'number' ? fstatSync(at, { bigint: true }) : statSync(at, { bigint: true })
    return other.dev === opened.dev && other.ino === opened.ino
  })
  if (same !== undefined) {
    closeSync(fd)
    throw new Misuse(`--issues ${path} is the same file as ${same.name}, and would overwrite it`)
  }
  ftruncateSync(fd)
  return fd
}
