import type { DeliveryEvent } from '../event/event.ts'
import type { Issue, IssueCode, ReceiptContext } from '../receipts/provider.ts'
import type { Shape } from './compile.ts'
import { valueAt, type Field, type Way } from './paths.ts'
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

  constructor(
    readonly where: string,
    readonly context: ReceiptContext,
  ) {}

  /** What a field holds. Of another type it is an issue; so is nothing, where something must be there. */
  text(shape: Shape, field: Field, required = false): string | undefined {
    const way = this.wayTo(field)
    const value = way && valueAt(way, this.scopes)
    if (typeof value === 'string') return value
    if (field.integers && (typeof value === 'bigint' || Number.isSafeInteger(value))) return String(value)
    if (value !== undefined) this.fault('invalid', shape, way, value, 'is not text')
    else if (required) this.fault('invalid', shape, field.ways[0], value, 'is missing')
    return undefined
  }

  /** The first way of a field that leads to something. */
  wayTo({ ways }: Field): Way | undefined {
    for (const way of ways) if (valueAt(way, this.scopes) !== undefined) return way
    return undefined
  }

  /** The first time that is there. */
  time(shape: Shape): number | undefined {
    for (const { way, format, zone } of shape.times) {
      const value = valueAt(way, this.scopes)
      if (value === undefined) continue
      const at = readTime(value, format, this.context.timeZone ?? zone)
      if (at === undefined) this.fault('invalid', shape, way, value, `is not a time as ${format}`)
      return at
    }
    return undefined
  }

  /** An issue about the value of one field. */
  fault(code: IssueCode, shape: Shape, way: Way | undefined, value: unknown, problem: string): void {
    const name = way?.keys.join('.') || 'the item'
    const sentence = value === undefined ? problem : `${shown(value)} ${problem}`
    this.issue(code, `${shape.provider}: ${name} ${sentence}`, value, this.pathTo(shape, way))
  }

  issue(code: IssueCode, message: string, received: unknown, path: (string | number)[] = this.at.slice(1)): void {
    const [index] = this.at
    this.issues.push({
      code,
      message,
      ...(path.length > 0 && { path }),
      ...(received !== undefined && { received }),
      ...(index !== undefined && { index }),
    })
  }

  /** The path of a value, or of the innermost item, in the receipt as it was received. */
  pathTo({ lists }: Shape, { level, keys }: Way = { level: lists.length, keys: [] }): (string | number)[] {
    const path: (string | number)[] = this.at.slice(1)
    for (let i = 0; i < level; i++) {
      path.push(...namesOf(lists[i]?.keys))
      const position = this.positions[i]
      if (position !== undefined) path.push(position)
    }
    return [...path, ...namesOf(keys)]
  }
}

/** A place in an array is a number there. */
const namesOf = (keys: readonly string[] = []) => keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))

/** A value for a sentence: short, and safe whatever the value is. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object'
  return typeof value === 'function' ? 'a function' : String(value)
}
