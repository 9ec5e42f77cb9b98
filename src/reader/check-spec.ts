import { checkKeys, checkName, checkObject, checkOneOf, checkType } from '../event/check.ts'
import { CONFIRMATIONS, SOURCES } from '../event/event.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { throwMisuse } from '../event/throw-misuse.ts'
import { STATUSES } from '../event/status.ts'
import type {
  CodeRow,
  Path,
  ProviderExtension,
  ProviderSpec,
  ShapeSpec,
  StatusRow,
  TimeField,
} from './spec.ts'
import { TIME_FORMATS } from './times.ts'
import { checkTimeZone } from '../receipts/check-time-zone.ts'

const SPEC = ['name', 'shapes', 'statuses', 'codes', 'unlistedCodes']
const SHAPE = [
  'id',
  'status',
  'recipient',
  'code',
  'eventId',
  'reference',
  'source',
  'when',
  'inbound',
  'intermediate',
  'toFields',
  'time',
  'segment',
  'statuses',
  'codes',
  'unlistedCodes',
  'within',
  'permanent',
]

/**
 * Throws the `TypeError` for the first field of a spec that is wrong. Ours are not checked: the
 * compiler and the contract suite do that.
 */
export function checkSpec(spec: ProviderSpec): void {
  const where = 'defineProvider: '
  checkObject(spec, where, 'spec', 'Pass a ProviderSpec.')
  checkKeys(spec, SPEC, where, 'spec')
  const { name, shapes, statuses } = spec
  checkName(name, where, 'name', 'Name the provider.')
  if (!Array.isArray(shapes) || shapes.length === 0)
    throwMisuse(where, 'shapes', 'a list of at least one shape', shapes, 'Say what they send.')
  checkTables(spec, where)
  spec.shapes.forEach((shape, i) => {
    checkObject(shape, where, `shapes[${i}]`, 'Say what they send.')
    checkKeys(shape, SHAPE, where, `shapes[${i}]`)
    const place = `${where}shapes[${i}].`
    checkShape(shape, place)
    checkTables(shape, place)
    checkObject(
      shape.statuses ?? statuses,
      place,
      'statuses',
      'Say what their words mean, here or for all shapes.',
    )
  })
}

/** The same for a change of one of them. */
export function checkExtension(extension: ProviderExtension): void {
  const where = 'defineProvider: '
  checkKeys(extension, ['extends', 'name', 'statuses', 'codes'], where, 'spec')
  checkObject(extension.extends, where, 'extends', 'Pass a provider.')
  checkName(extension.name, where, 'name', 'Name the provider.')
  checkTables(extension, where)
}

type Tables = Pick<ProviderSpec, 'statuses' | 'codes' | 'unlistedCodes'>

function checkTables({ statuses = {}, codes = {}, unlistedCodes }: Tables, where: string): void {
  checkObject(statuses, where, 'statuses', 'Say what their words mean.')
  for (const [word, row] of Object.entries(statuses)) checkWord(row, where, `statuses.${word}`)
  checkObject(codes, where, 'codes', 'Leave it out where they have no codes.')
  for (const [code, row] of Object.entries(codes)) checkCode(row, where, `codes.${code}`)
  if (unlistedCodes !== undefined) checkCode(unlistedCodes, where, 'unlistedCodes')
}

function checkShape(shape: ShapeSpec, where: string): void {
  const {
    id,
    status,
    recipient,
    code,
    permanent,
    eventId,
    reference,
    source,
    time = [],
    segment,
  } = shape
  const { when = {}, inbound = {}, intermediate = {}, toFields, within } = shape
  if (source !== undefined) checkOneOf(SOURCES, source, where, 'source')
  if (segment !== undefined) {
    checkObject(segment, where, 'segment')
    checkKeys(segment, ['index', 'count'], where, 'segment')
  }
  if (toFields !== undefined && typeof toFields !== 'function')
    throwMisuse(where, 'toFields', 'a function', toFields)
  if (within !== undefined) listOf(within, where, 'within')
  if (id === undefined && recipient !== undefined)
    throwMisuse(where, 'id', 'there', id, 'A recipient is joined to it.')
  const lists = new Set<string>()
  const check = (name: string, field: unknown, required = false) => {
    if (field === undefined && !required) return
    const paths: readonly unknown[] = Array.isArray(field) && field.length > 0 ? field : [field]
    for (const path of paths) lists.add(listOf(path, where, name, within))
  }
  check('id', id)
  check('status', status, true)
  check('recipient', recipient)
  const allowed = new Set(['', ...lists])
  check('code', code)
  check('permanent', permanent)
  check('eventId', eventId)
  check('reference', reference)
  if (segment) check('segment.index', segment.index, true)
  check('segment.count', segment?.count)
  for (const each of [time].flat()) check('time.path', checkTime(each, where), true)
  for (const [name, conditions] of Object.entries({ when, inbound, intermediate })) {
    checkObject(conditions, where, name)
    for (const [path, wanted] of Object.entries(conditions)) {
      checkWanted(wanted, where, `${name}.${path}`)
      check(name, path)
    }
  }
  if (allowed.size > 2 || [...lists].some((list) => !allowed.has(list))) {
    const through = [...lists].filter((list) => list !== '').map((list) => `${list}]`)
    throwMisuse(
      where,
      'each path',
      'within one list, that of id or status',
      through.join(' and '),
      'Make it a shape of its own.',
    )
  }
}

/** Keys joined by dots, and `[]` after one of them at most. */
const PATH = /^[^.[\]]+(?:\.[^.[\]]+)*(?:\[\](?:\.[^.[\]]+)*)?$/

/** The list through which a path leads, or nothing. */
function listOf(path: unknown, where: string, name: string, within?: Path): string {
  const whole = within === undefined || typeof path !== 'string' ? path : `${within}.${path}`
  if (typeof whole === 'string' && PATH.test(whole))
    return whole.slice(0, whole.lastIndexOf('[]') + 1)
  return throwMisuse(
    where,
    name,
    'a path such as data.status or results[].status',
    path,
    'Join keys by dots.',
  )
}

function checkWanted(wanted: unknown, where: string, name: string): void {
  const isRight = isPattern(wanted) ? !wanted.global && !wanted.sticky : typeof wanted === 'string'
  if (!isRight)
    throwMisuse(
      where,
      name,
      'a text, or a pattern without g and y',
      wanted,
      'Say what stands there.',
    )
}

/** A pattern of any realm. */
const isPattern = (value: unknown): value is RegExp =>
  Object.prototype.toString.call(value) === '[object RegExp]'

function checkTime(time: TimeField, where: string): TimeField['path'] {
  checkObject(time, where, 'time', 'Say where it stands and how it is written.')
  checkKeys(time, ['path', 'format', 'none', 'timeZone'], where, 'time')
  if (typeof time.format !== 'function')
    checkOneOf(
      Object.keys(TIME_FORMATS),
      time.format,
      where,
      'time.format',
      'Or pass a function that reads it.',
    )
  if (time.none !== undefined) checkWanted(time.none, where, 'time.none')
  checkTimeZone(time.timeZone, where, 'time.timeZone')
  return time.path
}

function checkWord(row: StatusRow, where: string, name: string): void {
  if (typeof row === 'string')
    return checkOneOf(
      [...STATUSES, 'inbound'],
      row,
      where,
      name,
      'Leave out a word that has no meaning here.',
    )
  checkObject(row, where, name, 'Give a status or a row.')
  checkKeys(
    row,
    ['status', 'confirmedBy', 'reason', 'permanent', 'read', 'ignoresCode'],
    where,
    name,
  )
  checkOneOf(STATUSES, row.status, where, `${name}.status`, 'Map the word to one of them.')
  if (row.confirmedBy !== undefined)
    checkOneOf(CONFIRMATIONS, row.confirmedBy, where, `${name}.confirmedBy`)
  if (row.reason !== undefined) checkOneOf(FAILURE_REASONS, row.reason, where, `${name}.reason`)
  checkType('boolean', row.permanent, where, `${name}.permanent`)
  if (row.read !== undefined && (!row.read || row.status !== 'delivered'))
    throwMisuse(
      where,
      `${name}.read`,
      'true, with the status delivered',
      row.read,
      'Leave it out elsewhere.',
    )
  checkType('boolean', row.ignoresCode, where, `${name}.ignoresCode`)
}

function checkCode(row: CodeRow, where: string, name: string): void {
  if (row === null) return
  if (typeof row === 'string')
    return checkOneOf(FAILURE_REASONS, row, where, name, 'Use unknown where no other fits.')
  checkObject(row, where, name, 'Give a reason, a row or null.')
  if ('confirmedBy' in row) {
    checkKeys(row, ['confirmedBy'], where, name)
    return checkOneOf(CONFIRMATIONS, row.confirmedBy, where, `${name}.confirmedBy`)
  }
  checkKeys(row, ['reason', 'status', 'permanent', 'warning'], where, name)
  checkOneOf(
    FAILURE_REASONS,
    row.reason,
    where,
    `${name}.reason`,
    'Use unknown where no other fits.',
  )
  if (row.status !== undefined) checkOneOf(STATUSES, row.status, where, `${name}.status`)
  checkType('boolean', row.permanent, where, `${name}.permanent`)
  checkType('boolean', row.warning, where, `${name}.warning`)
}
