import type { Source } from '../event/event.ts'
import type {
  CodeRow,
  CodeTable,
  Conditions,
  ToFields,
  Path,
  ProviderSpec,
  ShapeSpec,
  StatusRow,
  StatusTable,
  TextField,
} from './spec.ts'
import { TIME_FORMATS, type ReadTime } from './times.ts'

/** A path made ready. */
export interface Way {
  /** The way to the list in whose items it stands. */
  readonly list: readonly Key[] | undefined
  /** The keys from the item on, or else from the receipt. */
  readonly keys: readonly Key[]
  /** Null that stands there is a word. */
  readonly saysNull?: boolean
}

type Key = string | number
export type Word =
  Exclude<StatusRow, string> | { readonly status: 'inbound'; readonly reason?: undefined; readonly ignoresCode?: undefined }
export type Code = Exclude<CodeRow, string>

export interface Condition {
  readonly ways: readonly Way[]
  readonly wanted: string | RegExp
}

export interface Time {
  readonly ways: readonly Way[]
  readonly read: ReadTime
  readonly format: string
  readonly timeZone?: string | undefined
}

/** A shape made ready: nothing is split, sorted or told apart any more when a receipt comes. */
export interface Shape {
  readonly provider: string
  readonly words: ReadonlyMap<string, Word>
  readonly codes: ReadonlyMap<string, Code>
  readonly source: Source
  readonly toFields: ToFields | undefined
  /** The list of reports; empty where the receipt is one itself. */
  readonly list: readonly Way[]
  /** A report as a whole. */
  readonly report: Way
  /** What tells that a receipt has this shape, even where something is missing. */
  readonly hints: readonly Way[]
  readonly when: readonly Condition[]
  readonly inbound: readonly Condition[]
  readonly intermediate: readonly Condition[]
  readonly id: readonly Way[]
  readonly recipient: readonly Way[]
  readonly status: readonly Way[]
  /** Each by itself. */
  readonly codeFields: readonly (readonly Way[])[]
  readonly times: readonly Time[]
  readonly index: readonly Way[]
  readonly count: readonly Way[]
  readonly eventId: readonly Way[]
  readonly reference: readonly Way[]
}

/** Splits all paths and lays out all tables of a spec. Linear in its size. */
export function compile({ name, shapes, statuses = {}, codes = {} }: ProviderSpec): readonly Shape[] {
  return shapes.map((shape) => compileShape(shape, name, wordsOf(shape.statuses ?? statuses), codesOf(shape.codes ?? codes)))
}

function wordsOf(statuses: StatusTable): Shape['words'] {
  const exact = Object.entries(statuses).map(([word, row]): [string, Word] => [
    word,
    typeof row === 'string' ? { status: row } : row,
  ])
  return new Map([...exact.map(([word, row]): [string, Word] => [word.toLowerCase(), row]), ...exact])
}

const codesOf = (codes: CodeTable): Shape['codes'] =>
  new Map(Object.entries(codes).map(([code, row]) => [code, typeof row === 'string' ? { reason: row } : row]))

function compileShape(spec: ShapeSpec, provider: string, words: Shape['words'], codes: Shape['codes']): Shape {
  const { source = 'webhook', time = [], segment } = spec
  const id = waysOf(spec.id)
  const status = waysOf(spec.status).map((way) => (words.has('null') ? { ...way, saysNull: true } : way))
  const recipient = waysOf(spec.recipient)
  const keys = [...id, ...status, ...recipient].find((way) => way.list)?.list
  const list = keys ? [{ list: undefined, keys }] : []
  return {
    provider,
    words,
    codes,
    source,
    toFields: spec.toFields,
    list,
    report: { list: keys, keys: [] },
    hints: keys ? list : [...id, ...status],
    when: conditionsOf(spec.when),
    inbound: conditionsOf(spec.inbound),
    intermediate: conditionsOf(spec.intermediate),
    id,
    recipient,
    status,
    codeFields: waysOf(spec.code).map((way) => [way]),
    times: [time].flat().map((each) => ({ ...each, ways: waysOf(each.path), read: TIME_FORMATS[each.format] })),
    index: waysOf(segment?.index),
    count: waysOf(segment?.count),
    eventId: waysOf(spec.eventId),
    reference: waysOf(spec.reference),
  }
}

const waysOf = (field: TextField = []) => [field].flat().map(wayOf)

const conditionsOf = (conditions: Conditions = {}) =>
  Object.entries(conditions).map(([path, wanted]) => ({ ways: waysOf(path), wanted }))

function wayOf(path: Path): Way {
  const [before = '', inside] = path.split('[]')
  return { list: inside === undefined ? undefined : keysOf(before), keys: keysOf(inside ?? before) }
}

/** Indexes as numbers, as an issue's path has them. */
const keysOf = (path: string): Key[] =>
  path.split('.').flatMap((key) => (key === '' ? [] : /^(0|[1-9]\d*)$/.test(key) ? Number(key) : key))
