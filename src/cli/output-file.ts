import { closeSync, fstatSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs'
import { Misuse, systemMessageOf } from './misuse.ts'

/** A file that the command uses: what people call it, and its path, or its descriptor. */
export interface InUse {
  readonly name: string
  readonly at: string | number | undefined
}

/** A file that an option names for the command to write. */
export class OutputFile {
  readonly fd: number
  readonly #name: string

  /**
   * Opens the file, and empties it.
   *
   * @param option such as `--issues`
   * @throws Misuse where it cannot be written, or is one of those in use
   */
  constructor(option: string, path: string, inUse: readonly InUse[]) {
    this.#name = `${option} ${path}`
    this.fd = this.#attempt(() => openUnused(this.#name, path, inUse))
  }

  /** @throws Misuse where it cannot be written, as on a full disk */
  write(text: string): void {
    this.#attempt(() => {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length;) at += writeSync(this.fd, bytes, at)
    })
  }

  close(): void {
    closeSync(this.fd)
  }

  #attempt<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (error) {
      if (error instanceof Misuse) throw error
      throw new Misuse(`${this.#name} cannot be written: ${systemMessageOf(error)}`)
    }
  }
}

/**
 * A file has many names (links, `/dev/stdin`, a redirection), so only once it is open does it show
 * which it is.
 */
function openUnused(name: string, path: string, inUse: readonly InUse[]): number {
  const fd = openSync(path, 'a')
  const opened = fstatSync(fd, { bigint: true })
  // A terminal, a pipe or /dev/null may be in use several times, and has nothing to lose.
  if (!opened.isFile()) return fd
  const same = inUse.find(({ at }) => {
    if (at === undefined) return false
    const other =
      typeof at === 'number' ? fstatSync(at, { bigint: true }) : statSync(at, { bigint: true })
    return other.dev === opened.dev && other.ino === opened.ino
  })
  if (same !== undefined) {
    closeSync(fd)
    throw new Misuse(`${name} is the same file as ${same.name}, and would overwrite it`)
  }
  ftruncateSync(fd)
  return fd
}
