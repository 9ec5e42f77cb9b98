import type { DeliveryEvent, Segment } from '../event/event.ts'
import type { Issue, IssueCode, ReceiptContext } from '../receipts/provider.ts'
import type { Shape } from './compile.ts'
import { valueAt, type Way } from './paths.ts'
import { readTime } from './times.ts'

/** One call of `parse`: where the reader stands, and what came of it so far. */
export class Reading {
  readonly events: DeliveryEvent[] = []
  readonly issues: Issue[] = []
  /** The place of the receipt at hand in the arrays that it came in. */
  readonly at: number[] = []
  /** The receipt as a whole, then the item that is being read of each list inside it. */
  readonly scopes: unknown[] = []
  /** Where in its list that item stands; undefined where it stands alone. */
  readonly positions: (number | undefined)[] = []
  /** What was looked up last: issues are about it. */
  way: Way | undefined
  /** Whose the receipt at hand is, or else `name`. */
  provider: string

  constructor(
    /** Whose `parse` it is. */
    readonly name: string,
    readonly context: ReceiptContext,
  ) {
    this.provider = name
  }

  /** What a field holds. Of another type it is an issue; so is nothing, where something must be there. */
  text(ways: readonly Way[], required = false): string | undefined {
    return this.asText(this.find(ways), required)
  }

  /** The same for what `find` has found. */
  asText(value: unknown, required: boolean): string | undefined {
    if (typeof value === 'string') return value
    if (value === undefined) return required ? this.fault('is missing') : undefined
    if (this.way?.integers && isInteger(value)) return String(value)
    return this.fault('is not text', value)
  }

  /** The first value that one of several ways leads to. */
  find(ways: readonly Way[]): unknown {
    for (const way of ways) {
      const value = valueAt((this.way = way), this.scopes)
      if (value !== undefined) return value
    }
    this.way = ways[0]
    return undefined
  }

  /** The part that the receipt names. */
  segment({ index, count }: Shape): Segment | undefined {
    const most = this.whole(count, 255)
    const whole = this.whole(index, most ?? 255)
    return whole === undefined ? undefined : { index: whole, count: most }
  }

  private whole(ways: readonly Way[], most: number): number | undefined {
    const text = this.text(ways)
    if (text === undefined) return undefined
    const whole = /^\d{1,3}$/.test(text) ? Number(text) : 0
    return whole >= 1 && whole <= most ? whole : this.fault(`is not a whole number from 1 to ${most}`, text)
  }

  /** The first time that is there. */
  time(times: Shape['times']): number | undefined {
    for (const { ways, format, timeZone = 'UTC' } of times) {
      const value = this.find(ways)
      if (value === undefined) continue
      return readTime(value, format, this.context.timeZone ?? timeZone) ?? this.fault(`is not a time as ${format}`, value)
    }
    return undefined
  }

  /** An issue about what was looked up last. */
  fault(problem: string, received?: unknown, code: IssueCode = 'invalid'): undefined {
    const value = typeof received === 'string' ? ` ${JSON.stringify(received.slice(0, 40))}` : ''
    this.issue(code, `${this.way?.keys.join('.')}${value} ${problem}`, received, this.way)
  }

  issue(code: IssueCode, problem: string, received: unknown, way?: Way): void {
    const [index, ...path]: (string | number)[] = this.at
    way?.parts.forEach((keys, level) => {
      const position = this.positions[level - 1]
      if (position !== undefined) path.push(position)
      for (const key of keys) path.push(/^\d+$/.test(key) ? Number(key) : key)
    })
    this.issues.push({
      code,
      message: `${this.provider}: ${problem}`,
      ...(path.length > 0 && { path }),
      ...(received !== undefined && { received }),
      ...(typeof index === 'number' && { index }),
    })
  }
}

/** One that arrived whole: JSON numbers above 2⁵³ may have lost their last digits. */
const isInteger = (value: unknown): value is number | bigint => typeof value === 'bigint' || Number.isSafeInteger(value)
