import { checkEvent } from '../event/checked-event.ts'
import { checkObject } from '../event/check.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import type { IssueCode, Parsed, Provider, ReceiptContext } from '../receipts/provider.ts'
import { compile, type Shape } from './compile.ts'
import { readReport, STRANGE } from './read-report.ts'
import { arrange, fault, find, holds, own, take, WHOLE, type Reading, type Scope } from './reading.ts'
import type { ProviderSpec } from './spec.ts'
import { checkTimeZone } from './zones.ts'

/** A shape, and how a report of it is read. */
interface Readable extends Shape {
  readonly read: typeof readReport
}

type Choose = (scope: Scope) => Readable | undefined

const known = /* @__PURE__ */ new WeakMap<Provider, readonly Readable[]>()

/** The shapes by which a provider knows its receipts. */
export const shapesOf = (provider: Provider): readonly Readable[] => known.get(provider) ?? []

/** Makes the provider of a spec that is known to be right. Its reports are read as the spec says, unless they are read in a way of their own. */
export function providerOf(spec: ProviderSpec, read = readReport): Provider {
  const shapes = compile(spec).map((shape) => ({ ...shape, read }))
  const choose: Choose = (scope) => shapeOf(shapes, scope) ?? likelyShapeOf(shapes, scope)
  const provider = readerOf(spec.name, choose, 'not-a-receipt', STRANGE)
  known.set(provider, shapes)
  return provider
}

/** The first shape that a receipt has for certain; where it holds a list, that one of its items has. */
export function shapeOf(shapes: readonly Readable[], scope: Scope): Readable | undefined {
  for (const shape of shapes) {
    arrange(scope, shape.toFields)
    if (shape.list.length > 0 ? someItemFits(scope, shape) : fits(scope, shape)) return shape
  }
  return undefined
}

const fits = (scope: Scope, shape: Shape) => isWhole(scope, shape) && holds(scope, shape.when)

function someItemFits(scope: Scope, shape: Shape): boolean {
  const list = find(scope, shape.list)
  return Array.isArray(list) && indexesOf(list).some((i) => ((scope.item = own(list, i)), fits(scope, shape)))
}

/** A shape of which something is there, so that what is missing can be named: rather one whose marks are there, else its id and status. */
function likelyShapeOf(shapes: readonly Readable[], scope: Scope): Readable | undefined {
  const some = shapes.filter((shape) => find(arrange(scope, shape.toFields), shape.hints) !== undefined)
  const marked = some.find((shape) => shape.when.length > 0 && holds(arrange(scope, shape.toFields), shape.when))
  return marked ?? some.find((shape) => isWhole(arrange(scope, shape.toFields), shape)) ?? some[0]
}

const isWhole = (scope: Scope, { id, status }: Shape) => find(scope, id) !== undefined && find(scope, status) !== undefined

/** A provider that reads each receipt by the shape that is chosen for it, and says `problem` where there is none. */
export function readerOf(name: string, choose: Choose, code: IssueCode, problem: string, called = name): Provider {
  const place = `${called}.parse: context.`
  const parse = (received: unknown, context?: ReceiptContext): Parsed => {
    if (context !== undefined) checkContext(context, `${called}.parse: `)
    const events: Parsed['events'] = []
    const issues: Parsed['issues'] = []
    const reading: Reading = {
      body: undefined,
      fields: undefined,
      toFields: undefined,
      receipt: undefined,
      item: undefined,
      way: WHOLE,
      context: context ?? NOTHING,
      place,
      events,
      issues,
      at: [],
      position: 0,
      provider: name,
    }
    readReceipts(reading, received, 0)
    return { events, issues }
  }

  /** An array of receipts may hold bodies that are arrays themselves; what is deeper is no receipt. */
  const readReceipts = (reading: Reading, received: unknown, depth: number): void => {
    take(reading, received)
    const { body } = reading
    if (Array.isArray(body) && depth < 2) {
      for (const i of indexesOf(body)) {
        reading.at[depth] = i
        readReceipts(reading, own(body, i), depth + 1)
      }
      reading.at.length = depth
      return
    }
    const shape = choose(reading)
    reading.provider = shape?.provider ?? name
    reading.way = WHOLE
    if (shape) readReports(shape, arrange(reading, shape.toFields), received)
    else fault(reading, problem, received, code)
  }
  return Object.freeze({ name, parse })
}

const NOTHING: ReceiptContext = {}

function readReports(shape: Readable, reading: Reading, received: unknown): void {
  if (shape.list.length === 0) return shape.read(shape, reading, received)
  const list = find(reading, shape.list)
  if (!Array.isArray(list)) return fault(reading, 'is not a list', list)
  for (const i of indexesOf(list)) {
    reading.position = i
    shape.read(shape, reading, (reading.item = own(list, i)))
  }
}

/** Passes over holes, so that a sparse array costs what it holds, not what its length says. */
const indexesOf = (list: readonly unknown[]) => Object.keys(list).map(Number)

/** Throws the `TypeError` for the first field of a context that is wrong. */
function checkContext(context: ReceiptContext, where: string): void {
  checkObject(context, where, 'context')
  const place = `${where}context.`
  const { receivedAt, messageId, attemptId, segment, source, ref, timeZone, recipientKey } = context
  const ownId = typeof messageId === 'function' ? undefined : messageId
  checkEvent({ status: 'pending', receivedAt, messageId: ownId, attemptId, segment, source, ref }, place)
  checkTimeZone(timeZone, place, 'timeZone')
  if (recipientKey !== undefined && typeof recipientKey !== 'function')
    throwMisuse(place, 'recipientKey', 'a function', recipientKey)
}
