import { closeSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Item } from './items.ts'
import { Misuse, systemComplaintOf } from './misuse.ts'
import type { Complaint } from './read-item.ts'

/** How many are told; a file holds all of them. */
const TOLD = 5

/** What could not be read: counted, the first few kept for people, and all of it written to a file where there is one. */
export class IssueLog {
  count = 0
  /** `file:line: what is wrong` */
  readonly told: string[] = []
  readonly #fd: number | undefined

  /** @throws Misuse where the file cannot be written, or is one of those that are read */
  constructor(path: string | undefined, inputs: readonly string[]) {
    if (path === undefined) return
    if (inputs.some((input) => resolve(input) === resolve(path))) throw new Misuse(`--issues ${path} is one of the files to read`)
    try {
      this.#fd = openSync(path, 'w')
    } catch (error) {
      throw new Misuse(`--issues ${path} cannot be written: ${systemComplaintOf(error)}`)
    }
  }

  /** An item, as it was received, with all that is wrong about it: a line of the file. */
  add(file: string, { line, text }: Item, issues: readonly Complaint[]): void {
    if (issues.length === 0) return
    this.count += issues.length
    for (const { code, message } of issues.slice(0, TOLD - this.told.length))
      this.told.push(`${file}:${line}: ${code}: ${message}`)
    if (this.#fd !== undefined) writeSync(this.#fd, `${JSON.stringify({ file, line, issues, text })}\n`)
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd)
  }
}
