import { printable } from '../explain/layout.ts'
import type { Issue, ReceiptContext } from '../index.ts'
import { MOST_ISSUES } from '../reader/most-issues.ts'
import { issueContext } from '../receipts/provider.ts'
import { doubtOf } from '../receipts/receipt-item.ts'
import type { IssueLog } from './issue-log.ts'
import type { Item, Problem } from './items.ts'
import { jsonOf } from './json.ts'
import type { Messages } from './messages.ts'
import { messageOf } from './misuse.ts'
import type { Options } from './options.ts'
import { recover } from './recover.ts'
import { withContext } from './with-context.ts'

type Path = readonly (string | number)[]

/** Where a receipt is within its item, and which one it is where it is one of an array. */
interface Place {
  readonly index?: number | undefined
  readonly path: Path
}

const WHOLE: Place = { path: [] }

const PROBLEMS: Readonly<Record<Problem, string>> = {
  'not-json': 'this is no JSON',
  'too-long': 'this is too long for a receipt; only its beginning is kept',
  unclosed: 'the array does not end; receipts may be missing',
}

/** Nobody sends such a thing: so it may have been meant as something else. */
const STRANGE: readonly Issue['code'][] = ['not-a-receipt', 'undetected-provider']

/**
 * Reads the items of one file: its events go to the messages, and what cannot be read to the log of
 * issues.
 */
export class Reader {
  receipts = 0
  readonly #file: string
  readonly #options: Options
  readonly #messages: Messages
  readonly #log: IssueLog
  /** How many items of an array there were. */
  #items = 0
  /** Of the item at hand, and how many more it has. */
  #issues: Issue[] = []
  #left = 0

  constructor(file: string, options: Options, messages: Messages, log: IssueLog) {
    this.#file = file
    this.#options = options
    this.#messages = messages
    this.#log = log
  }

  /** Broken JSON in an array may turn out to hold other items: each is read for itself. */
  read(item: Item): void {
    const { text, inArray, problem } = item
    const isJson = inArray || text.startsWith('{') || text.startsWith('[')
    const value = problem !== undefined ? undefined : isJson ? jsonOf(text) : text
    if (value === undefined && problem === undefined) {
      for (const part of recover(item)) this.read(part)
      return
    }
    const place = inArray && problem !== 'unclosed' ? { index: this.#items++, path: [] } : WHOLE
    if (problem !== undefined)
      this.#addIssue(place, { code: 'invalid', message: PROBLEMS[problem] })
    else if (Array.isArray(value)) this.#readAll(value, place)
    else this.#readReceipt(value, place)
    if (this.#issues.length + this.#left === 0) return
    this.#log.add(this.#file, item, this.#issues, this.#left)
    this.#issues = []
    this.#left = 0
  }

  #readAll(receipts: readonly unknown[], { index }: Place): void {
    receipts.forEach((receipt, i) => {
      this.#readReceipt(
        receipt,
        index === undefined ? { index: i, path: [] } : { index, path: [i] },
      )
    })
  }

  #readReceipt(receipt: unknown, place: Place): void {
    try {
      this.#parse(receipt, place)
    } catch (error) {
      // A context that is wrong is misuse in a call, and an issue in a file.
      this.#addIssue(place, { code: 'invalid', message: messageOf(error) }, contextIn(receipt))
    }
  }

  #parse(receipt: unknown, place: Place): void {
    // Nobody sends a number. Millions of them may come at once, and few are listed.
    if (!this.#isListing && !isTextOrObject(receipt)) return void this.#left++
    const { provider, receiptZone, policies } = this.#options
    const {
      by = provider,
      body,
      context,
      labels,
      others,
    } = withContext(receipt, receiptZone, policies)
    const parsed = by.parse(body, context)
    this.#addIssues(parsed.issues, place, others)
    if (parsed.events.length === 0) return
    const doubt = body === receipt ? doubtOf(by, receipt, parsed, context) : undefined
    if (doubt !== undefined) {
      const { problem, path } = doubt
      return this.#addIssue(place, { code: 'invalid', message: `${by.name}: ${problem}`, path })
    }
    for (const event of parsed.events) {
      if ((event.messageId ?? event.providerMessageId) === undefined) {
        const issue = { code: 'invalid', message: 'no id ties this receipt to a message' } as const
        this.#addIssue(place, issue, context)
      } else {
        this.#messages.add(event, labels)
        this.receipts++
      }
    }
  }

  #addIssues(issues: readonly Issue[], place: Place, others: readonly string[] | undefined): void {
    if (!this.#isListing) return void (this.#left += issues.length)
    for (const { index, ...issue } of issues) {
      const hint =
        others && STRANGE.includes(issue.code)
          ? `; { body, … } may not hold ${printable(others.join(', '), 100)}`
          : ''
      const inner = index === undefined ? place : { ...place, path: [...place.path, index] }
      this.#addIssue(inner, { ...issue, message: issue.message + hint })
    }
  }

  /** Whether another issue of this item is listed; else it is only counted. */
  get #isListing(): boolean {
    return this.#log.isOpen && this.#issues.length < MOST_ISSUES
  }

  /** The item's text says what was received: only a part of it is named. */
  #addIssue({ index, path }: Place, issue: Issue, context?: ReceiptContext): void {
    if (!this.#isListing) return void this.#left++
    const { received, path: within = [], ...others } = issue
    const whole = [...path, ...within]
    const isPart = whole.length > 0 && typeof received !== 'object'
    this.#issues.push({
      ...others,
      ...(whole.length > 0 && { path: whole }),
      ...(isPart && { received }),
      ...(index !== undefined && { index }),
      ...issueContext(context),
    })
  }
}

const isTextOrObject = (receipt: unknown): boolean =>
  typeof receipt === 'string' || (typeof receipt === 'object' && receipt !== null)

/** The context of an item whose context is wrong: what an issue says of it may be right. */
const contextIn = (receipt: unknown): ReceiptContext =>
  typeof receipt === 'object' && receipt !== null ? receipt : {}
