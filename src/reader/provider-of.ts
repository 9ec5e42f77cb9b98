import { checkHost } from '../event/check-host.ts'
import { checkContext } from '../receipts/check-context.ts'
import type { IssueCode, Parsed, Provider, ReceiptContext } from '../receipts/provider.ts'
import { compile, type Shape } from './compile.ts'
import { eachIndex, someIndex } from './indexes.ts'
import { issueOfTheRest } from './most-issues.ts'
import { remedyFor, requirementOf } from './not-a-receipt.ts'
import { readReport, STRANGE } from './read-report.ts'
import {
  addIssue,
  applyLayout,
  hasFields,
  load,
  lookup,
  matches,
  ownProperty,
  WHOLE,
} from './reading.ts'
import type { Reading, Scope } from './scope.ts'
import type { ProviderSpec } from './spec.ts'

type Choose = (scope: Scope) => Shape | undefined

interface Known {
  readonly shapes: () => readonly Shape[]
  /** Undefined if its reports are read in a way of their own, which asks no tables. */
  readonly spec: ProviderSpec | undefined
}

const known = /* @__PURE__ */ new WeakMap<Provider, Known>()

/** The shapes by which a provider knows its receipts. */
export const shapesOf = (provider: Provider): readonly Shape[] => known.get(provider)!.shapes()

/** What a provider was made of. */
export const specOf = (provider: Provider): ProviderSpec | undefined => known.get(provider)?.spec

/**
 * Makes the provider of a spec that is known to be right. Its reports are read as the spec says,
 * unless they are read in a way of their own.
 */
export function providerOf(spec: ProviderSpec, read = readReport): Provider {
  const shapes = lazily(() => compile(spec, read))
  const provider = readerOf(
    spec.name,
    (scope) => shapeOf(shapes(), scope) ?? likelyShapeOf(shapes(), scope),
    'not-a-receipt',
    lazily(() => `${STRANGE}: ${requirementOf(shapes())}`),
  )
  known.set(provider, { shapes, spec: read === readReport ? spec : undefined })
  return provider
}

/**
 * Made when it is first asked for: who imports all providers at the start of a process will hear of
 * a few.
 */
export function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

/** The first shape that a receipt has for certain. */
export function shapeOf(shapes: readonly Shape[], scope: Scope): Shape | undefined {
  for (const shape of shapes) if (hasShape(scope, shape)) return shape
  return undefined
}

/**
 * Whether a receipt has a shape for certain. Of a list, or of many receipts in one, it is enough
 * that one of them has it.
 */
export function hasShape(scope: Scope, shape: Shape): boolean {
  applyLayout(scope, shape.toFields)
  return isMany(scope.receipt, shape) ? somePart(scope, shape, someFits) : someFits(scope, shape)
}

const someFits = (scope: Scope, shape: Shape): boolean =>
  shape.list.length > 0 ? someItemFits(scope, shape) : fits(scope, shape)

const fits = (scope: Scope, shape: Shape): boolean =>
  isWhole(scope, shape) && matches(scope, shape.when)

const isWhole = (scope: Scope, { id, status }: Shape): boolean =>
  (id.length === 0 || lookup(scope, id) !== undefined) && lookup(scope, status) !== undefined

function someItemFits(scope: Scope, shape: Shape): boolean {
  const list = lookup(scope, shape.list)
  return (
    Array.isArray(list) &&
    someIndex(list, (i) => ((scope.item = ownProperty(list, i)), fits(scope, shape)))
  )
}

/** Whether something holds of the receipt, or of one of the receipts that its layout made of it. */
function somePart(
  scope: Scope,
  shape: Shape,
  test: (scope: Scope, shape: Shape) => boolean,
): boolean {
  const { receipt } = scope
  if (!isMany(receipt, shape)) return test(scope, shape)
  const found = someIndex(
    receipt,
    (i) => ((scope.receipt = ownProperty(receipt, i)), test(scope, shape)),
  )
  scope.receipt = receipt
  return found
}

const isMany = (receipt: unknown, { toFields }: Shape): receipt is readonly unknown[] =>
  toFields !== undefined && Array.isArray(receipt)

/**
 * A shape of which something is there, so that what is missing can be named: rather one whose marks
 * are there, else its id and status.
 */
function likelyShapeOf(shapes: readonly Shape[], scope: Scope): Shape | undefined {
  const having = (test: (scope: Scope, shape: Shape) => boolean) => (shape: Shape) => {
    applyLayout(scope, shape.toFields)
    return somePart(scope, shape, test)
  }
  const some = shapes.filter(having((_, { required }) => lookup(scope, required) !== undefined))
  return some.find(having(isMarked)) ?? some.find(having(isWhole)) ?? some[0]
}

const isMarked = (scope: Scope, { when }: Shape): boolean => when.length > 0 && matches(scope, when)

/**
 * A provider that reads each receipt by the shape that is chosen for it, and says `problem` where
 * there is none.
 */
export function readerOf(
  name: string,
  choose: Choose,
  code: IssueCode,
  problem: () => string,
  called = name,
): Provider {
  const where = `${called}.parse: `
  const parse = (received: unknown, context?: ReceiptContext): Parsed => {
    checkHost(where)
    if (context !== undefined) checkContext(context, where)
    const events: Parsed['events'] = []
    const issues: Parsed['issues'] = []
    const reading: Reading = {
      body: undefined,
      fields: undefined,
      toFields: undefined,
      receipt: undefined,
      item: undefined,
      context: context ?? NOTHING,
      events,
      issues,
      left: 0,
      at: [],
      part: -1,
      position: 0,
      provider: name,
    }
    readReceipts(reading, received, 0)
    if (reading.left > 0) issues.push(issueOfTheRest(name, reading.left, context))
    return { events, issues }
  }

  /**
   * An array of receipts may hold bodies that are arrays themselves; what is deeper is no receipt.
   */
  const readReceipts = (reading: Reading, received: unknown, depth: number): void => {
    load(reading, received)
    const { body } = reading
    if (Array.isArray(body) && depth < 2) {
      eachIndex(body, (i) => {
        reading.at[depth] = i
        readReceipts(reading, ownProperty(body, i), depth + 1)
      })
      reading.at.length = depth
      return
    }
    const shape = hasFields(reading) ? choose(reading) : undefined
    reading.provider = shape?.provider ?? name
    if (shape) readParts(shape, reading, received)
    else addIssue(reading, WHOLE, remedyFor(received) ?? problem(), received, code)
  }
  return Object.freeze({ name, parse })
}

const NOTHING: ReceiptContext = {}

/** Reads the receipt, or each of the receipts that its layout made of it, by a shape of its own. */
function readParts(shape: Shape, reading: Reading, received: unknown): void {
  applyLayout(reading, shape.toFields)
  const { receipt } = reading
  if (!isMany(receipt, shape)) return readReports(shape, reading, received)
  eachIndex(receipt, (i) => {
    reading.part = i
    const part = (reading.receipt = ownProperty(receipt, i))
    const own = shapeOf(shape.sameLayout, reading) ?? likelyShapeOf(shape.sameLayout, reading)
    if (own) readReports(own, reading, part)
    else addIssue(reading, WHOLE, STRANGE, part, 'not-a-receipt')
  })
  reading.part = -1
}

function readReports(shape: Shape, reading: Reading, received: unknown): void {
  if (shape.list.length === 0) return shape.read(shape, reading, received)
  const list = lookup(reading, shape.list)
  if (!Array.isArray(list)) return addIssue(reading, shape.list[0] ?? WHOLE, 'is not a list', list)
  eachIndex(list, (i) => {
    reading.position = i
    reading.item = ownProperty(list, i)
    const own = shape.sameList.length > 1 ? shapeOfItem(shape, reading) : shape
    own.read(own, reading, reading.item)
  })
}

/** The first shape that an item of a list has, or is likely to have. */
function shapeOfItem(shape: Shape, reading: Reading): Shape {
  const { sameList } = shape
  return (
    sameList.find((each) => fits(reading, each)) ??
    sameList.find((each) => isMarked(reading, each)) ??
    sameList.find((each) => isWhole(reading, each)) ??
    shape
  )
}
