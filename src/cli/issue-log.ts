import { closeSync, writeSync } from 'node:fs'
import { printable } from '../explain/layout.ts'
import { openIssueFile, type InUse } from './issue-file.ts'
import type { Item } from './items.ts'
import { Misuse, systemMessageOf } from './misuse.ts'
import type { FileIssue } from './read-item.ts'
import { plural } from './tally.ts'

/** How many people are told of; a file holds all of them. */
const TOLD = 5

/** What could not be read: counted, the first few kept for people, and all of it written to a file where there is one. */
export class IssueLog {
  count = 0
  readonly #path: string | undefined
  readonly #fd: number | undefined
  readonly #first: string[] = []

  /** @throws Misuse where the file cannot be written, or is one of those in use */
  constructor(path: string | undefined, inUse: readonly InUse[]) {
    if (path === undefined) return
    this.#path = path
    this.#fd = this.#doing(() => openIssueFile(path, inUse))
  }

  /** An item, as it was received, with all that is wrong about it: a line of the file. */
  add(file: string, { line, text }: Item, issues: readonly FileIssue[]): void {
    if (issues.length === 0) return
    this.count += issues.length
    for (const { code, message } of issues.slice(0, TOLD - this.#first.length)) {
      this.#first.push(printable(`${file}:${line}: ${code}: ${message}`, 400))
    }
    const fd = this.#fd
    if (fd !== undefined) this.#doing(() => writeSync(fd, `${JSON.stringify({ file, line, issues, text })}\n`))
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd)
  }

  /** For people: the first few, and how many more there are. */
  *told(): Generator<string> {
    yield* this.#first
    const more = this.count - this.#first.length
    const remedy = this.#path === undefined ? '; --issues FILE keeps them all' : ''
    if (more > 0) yield `… and ${plural(more, 'more issue')}${remedy}`
  }

  #doing<Result>(act: () => Result): Result {
    try {
      return act()
    } catch (error) {
      throw new Misuse(`--issues ${this.#path} cannot be written: ${systemMessageOf(error)}`)
    }
  }
}
