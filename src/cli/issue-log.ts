import { printable } from '../explain/layout.ts'
import type { Issue } from '../index.ts'
import type { Item } from './items.ts'
import type { OutputFile } from './output-file.ts'
import { plural } from './tally.ts'

/** How many people are told of; a file holds all of them. */
const TOLD = 5

/**
 * What could not be read: counted, the first few kept for people, and all of it written to a file
 * where there is one.
 */
export class IssueLog {
  count = 0
  readonly #output: OutputFile | undefined
  readonly #first: string[] = []

  constructor(output: OutputFile | undefined) {
    this.#output = output
  }

  /** Whether what is added next is kept; else it is only counted, and need not be spelled out. */
  get isOpen(): boolean {
    return this.#output !== undefined || this.#first.length < TOLD
  }

  /**
   * An item, as it was received, with what is wrong about it: a line of the file.
   *
   * @param left how many more issues it has, which are not listed
   */
  add(file: string, { line, text }: Item, issues: readonly Issue[], left: number): void {
    this.count += issues.length + left
    if (!this.isOpen) return
    for (const { code, message, index } of issues.slice(0, TOLD - this.#first.length)) {
      const place = `${file}:${line}${index === undefined ? '' : `[${index}]`}`
      this.#first.push(printable(`${place}: ${code}: ${message}`, 400))
    }
    const entry = { file, line, issues, ...(left > 0 && { left }), text }
    this.#output?.write(`${JSON.stringify(entry)}\n`)
  }

  /** For people: the first few, and how many more there are. */
  *told(): Generator<string> {
    yield* this.#first
    const more = this.count - this.#first.length
    const remedy = this.#output === undefined ? '; --issues FILE keeps them all' : ''
    if (more > 0) yield `… and ${plural(more, 'more issue')}${remedy}`
  }
}
