import type { Confirmation, Source } from '../event/event.ts'
import type { FailureReason } from '../event/failure.ts'
import { has, NEGATIVES, rankOf } from '../event/precedence.ts'
import type { Status } from '../event/status.ts'
import type { Reading } from './scope.ts'
import type {
  CodeRow,
  CodeTable,
  Conditions,
  Path,
  ProviderSpec,
  ShapeSpec,
  StatusRow,
  StatusTable,
  TextField,
  TimeField,
  ToFields,
} from './spec.ts'
import { TIME_FORMATS, type ReadTime } from './times.ts'

/** A path, split. */
export interface FieldPath {
  /** The keys of the list in whose items the field is. */
  readonly list: readonly Key[] | undefined
  /** The keys from the item on, or else from the receipt. */
  readonly keys: readonly Key[]
  /** JSON null in that field is the word `null`. */
  readonly isNullAWord: boolean
}

export type Key = string | number

/** A row of a status table. All rows have one layout: fields of a mixture are slow to read. */
export type Word = Meaning<Status> | Meaning<'inbound'>

interface Meaning<Name> {
  readonly status: Name
  readonly isNegative: boolean
  readonly confirmedBy: Confirmation | undefined
  readonly reason: FailureReason | undefined
  readonly permanent: boolean | undefined
  readonly read: boolean | undefined
  readonly ignoresCode: boolean | undefined
}

/** A row of a code table; without a reason, nothing has failed. */
export interface Code {
  readonly reason: FailureReason | undefined
  readonly status: Status | undefined
  readonly permanent: boolean | undefined
  readonly warning: boolean
  readonly confirmedBy: Confirmation | undefined
}

export interface Condition {
  readonly paths: readonly FieldPath[]
  readonly wanted: string | RegExp
}

export interface Time {
  readonly paths: readonly FieldPath[]
  readonly read: ReadTime
  /** Its name; undefined if it is a function of the spec's own. */
  readonly format: string | undefined
  readonly none: string | RegExp | undefined
  readonly timeZone: string | undefined
}

/**
 * A compiled shape: paths are split and tables indexed once, not per receipt. All shapes have one
 * layout: fields of a mixture are slow to read.
 */
export interface Shape {
  readonly provider: string
  readonly words: ReadonlyMap<string, Word>
  readonly codes: ReadonlyMap<string, Code>
  readonly unlistedCode: Code
  readonly source: Source
  readonly toFields: ToFields | undefined
  /** The list of reports; empty if the receipt is one itself. */
  readonly list: readonly FieldPath[]
  /** A report as a whole. */
  readonly report: FieldPath
  /** What tells that a receipt has this shape, even if something is missing. */
  readonly required: readonly FieldPath[]
  readonly when: readonly Condition[]
  readonly inbound: readonly Condition[]
  readonly intermediate: readonly Condition[]
  /** Empty if the provider has none. */
  readonly id: readonly FieldPath[]
  readonly recipient: readonly FieldPath[]
  readonly status: readonly FieldPath[]
  /** Each by itself. */
  readonly codeFields: readonly (readonly FieldPath[])[]
  readonly permanent: readonly FieldPath[]
  readonly times: readonly Time[]
  readonly index: readonly FieldPath[]
  readonly count: readonly FieldPath[]
  readonly eventId: readonly FieldPath[]
  readonly reference: readonly FieldPath[]
  /** How a report of it is read. */
  readonly read: (shape: Shape, reading: Reading, received: unknown) => void
  /** All shapes of the provider that lay a receipt out as this one does. */
  readonly sameLayout: Shape[]
  /** Those of them whose reports are in the same list. */
  readonly sameList: Shape[]
}

/** What a receipt without a code says: nothing has failed. */
export const NO_FAILURE: Code = /* @__PURE__ */ noFailure()

/**
 * What a code says that is no error: nothing has failed, and nothing else is known of a failure.
 */
export const NO_ERROR: Code = /* @__PURE__ */ noFailure()

/** A function, so that bundlers drop what nobody uses. */
function noFailure(): Code {
  return {
    reason: undefined,
    status: undefined,
    permanent: undefined,
    warning: false,
    confirmedBy: undefined,
  }
}

/** Splits all paths and indexes all tables of a spec. Linear in its size. */
export function compile(spec: ProviderSpec, read: Shape['read']): readonly Shape[] {
  const shapes = spec.shapes.map((shape) => compileShape(shape, spec, read))
  for (const shape of shapes) {
    shape.sameLayout.push(...shapes.filter(({ toFields }) => toFields === shape.toFields))
    shape.sameList.push(
      ...shape.sameLayout.filter(
        ({ report }) => `${report.list?.join()}` === `${shape.report.list?.join()}`,
      ),
    )
  }
  return shapes
}

function compileShape(spec: ShapeSpec, provider: ProviderSpec, read: Shape['read']): Shape {
  const { source = 'webhook', time = [], segment, within } = spec
  const pathsOf = (field: TextField = []) => [field].flat().map((path) => fieldPath(path, within))
  const conditionsOf = (conditions: Conditions = {}) =>
    Object.entries(conditions).map(([path, wanted]) => ({ paths: pathsOf(path), wanted }))
  const words = wordsOf(spec.statuses ?? provider.statuses ?? {})
  const id = pathsOf(spec.id)
  const status = pathsOf(spec.status).map((path) =>
    words.has('null') ? { ...path, isNullAWord: true } : path,
  )
  const recipient = pathsOf(spec.recipient)
  const keys = [...id, ...status, ...recipient].find((path) => path.list)?.list
  const list = keys ? [pathTo(keys)] : []
  const when = conditionsOf(spec.when)
  const unlisted = spec.unlistedCodes === undefined ? provider.unlistedCodes : spec.unlistedCodes
  return {
    provider: provider.name,
    words,
    codes: codesOf(spec.codes ?? provider.codes ?? {}),
    unlistedCode: codeOf(unlisted === undefined ? 'unknown' : unlisted),
    source,
    toFields: spec.toFields,
    list,
    report: pathTo([], keys),
    // Without an id, its marks tell that a receipt has the shape even if the status is missing.
    required: keys
      ? list
      : [...(id.length > 0 ? id : when.flatMap(({ paths }) => paths)), ...status],
    when,
    inbound: conditionsOf(spec.inbound),
    intermediate: conditionsOf(spec.intermediate),
    id,
    recipient,
    status,
    codeFields: pathsOf(spec.code).map((path) => [path]),
    permanent: pathsOf(spec.permanent),
    times: [time].flat().map((field) => timeOf(field, pathsOf(field.path))),
    index: pathsOf(segment?.index),
    count: pathsOf(segment?.count),
    eventId: pathsOf(spec.eventId),
    reference: pathsOf(spec.reference),
    read,
    sameLayout: [],
    sameList: [],
  }
}

const wordsOf = (statuses: StatusTable): Shape['words'] =>
  foldCase(Object.entries(statuses).map(([word, row]) => [word, wordOf(row)]))

function wordOf(row: StatusRow): Word {
  const whole: { readonly status: Word['status'] } & Partial<Omit<Word, 'status'>> =
    typeof row === 'string' ? { status: row } : row
  const { status, confirmedBy, reason, permanent, read, ignoresCode } = whole
  return {
    status,
    isNegative: status !== 'inbound' && isNegative(status),
    confirmedBy,
    reason,
    permanent,
    read,
    ignoresCode,
  }
}

/** Whether a status says that the message did not arrive. */
export const isNegative = (status: Status): boolean => has(NEGATIVES, rankOf(status))

const codesOf = (codes: CodeTable): Shape['codes'] =>
  foldCase(Object.entries(codes).map(([code, row]) => [code, codeOf(row)]))

/**
 * A text is the same in other letter case, but the exact one goes first: look up the text, then its
 * lower case.
 */
const foldCase = <Row>(rows: readonly (readonly [string, Row])[]): ReadonlyMap<string, Row> =>
  new Map([...rows.map(([text, row]) => [text.toLowerCase(), row] as const), ...rows])

function codeOf(row: CodeRow): Code {
  if (row === null) return NO_ERROR
  if (typeof row === 'string') return { ...NO_FAILURE, reason: row }
  if ('confirmedBy' in row) return { ...NO_FAILURE, confirmedBy: row.confirmedBy }
  const { reason, status, permanent, warning = false } = row
  return { reason, status, permanent, warning, confirmedBy: undefined }
}

const timeOf = ({ format, none, timeZone }: TimeField, paths: readonly FieldPath[]): Time => ({
  paths,
  read: typeof format === 'string' ? TIME_FORMATS[format] : format,
  format: typeof format === 'string' ? format : undefined,
  none,
  timeZone,
})

function fieldPath(path: Path, within: Path | undefined): FieldPath {
  const [before = '', inside] = (within === undefined ? path : `${within}.${path}`).split('[]')
  return inside === undefined ? pathTo(keysOf(before)) : pathTo(keysOf(inside), keysOf(before))
}

/** Keys from the receipt on, or from the items of a list. */
export function pathTo(keys: readonly Key[], list?: readonly Key[]): FieldPath {
  return { list, keys, isNullAWord: false }
}

/** Indexes as numbers, as an issue's path has them. */
const keysOf = (path: string): Key[] =>
  path
    .split('.')
    .flatMap((key) => (key === '' ? [] : /^(0|[1-9]\d*)$/.test(key) ? Number(key) : key))
