import { checkKeys, checkObject, checkOneOf, checkType } from '../event/check.ts'
import { CONFIRMATIONS, SOURCES } from '../event/event.ts'
import { FAILURE_REASONS } from '../event/failure.ts'
import { misuse } from '../event/misuse.ts'
import { STATUSES } from '../event/status.ts'
import type { CodeRow, Conditions, ProviderSpec, ShapeSpec, StatusRow, TextField, TimeField } from './spec.ts'
import { TIME_FORMATS } from './times.ts'
import { isTimeZone } from './zones.ts'

const SPEC = ['name', 'shapes', 'statuses', 'codes']
const SHAPE = ['id', 'status', 'idSharedBy', 'code', 'eventId', 'reference', 'source', 'when', 'inbound', 'time', 'segment']

/** Throws the `TypeError` for the first field of a spec that is wrong. Ours are not checked: the compiler and the contract suite do that. */
export function checkSpec(spec: ProviderSpec): void {
  const where = 'defineProvider: '
  checkObject(spec, where, 'spec', 'Pass a ProviderSpec.')
  checkKeys(spec, SPEC, where, 'spec')
  const { name, shapes, statuses, codes = {} } = spec
  if (typeof name !== 'string' || name === '') misuse(where, 'name', 'a text that is not empty', name, 'Name the provider.')
  if (!Array.isArray(shapes) || shapes.length === 0) misuse(where, 'shapes', 'a list', shapes, 'Say what they send.')
  spec.shapes.forEach((shape, i) => {
    checkObject(shape, where, `shapes[${i}]`, 'Say what they send.')
    checkShape(shape, `${where}shapes[${i}].`)
  })
  checkObject(statuses, where, 'statuses', 'Say what their words mean.')
  for (const [word, row] of Object.entries(statuses)) checkWord(row, where, `statuses.${word}`)
  checkObject(codes, where, 'codes', 'Leave it out where they have no codes.')
  for (const [code, row] of Object.entries(codes)) checkCode(row, where, `codes.${code}`)
}

function checkShape(shape: ShapeSpec, where: string): void {
  checkKeys(shape, SHAPE, where, 'shape')
  const { source, time = [], segment, when = {}, inbound = {} } = shape
  if (source !== undefined) checkOneOf(SOURCES, source, where, 'source')
  if (segment !== undefined) checkObject(segment, where, 'segment')
  const paths = (field: TextField | undefined, name: string) => (field === undefined ? [] : pathsOf(field, where, name))
  const item = [
    ...pathsOf(shape.id, where, 'id'),
    ...pathsOf(shape.status, where, 'status'),
    ...paths(shape.idSharedBy, 'idSharedBy'),
  ]
  const others = [
    ...paths(shape.code, 'code'),
    ...paths(shape.eventId, 'eventId'),
    ...paths(shape.reference, 'reference'),
    ...paths(segment?.index, 'segment.index'),
    ...paths(segment?.count, 'segment.count'),
    ...(Array.isArray(time) ? time : [time]).flatMap((each: TimeField) => timePathsOf(each, where)),
    ...conditionPathsOf(when, where, 'when'),
    ...conditionPathsOf(inbound, where, 'inbound'),
  ]
  const lists = item.map(listsOf).reduce((a, b) => (b.length > a.length ? b : a))
  const astray = [...item, ...others].find((path) => !lists.startsWith(listsOf(path)))
  if (astray !== undefined) {
    misuse(where, 'each path', `within the lists of id and status (${lists || 'none'})`, astray, 'Make it a shape of its own.')
  }
}

/** The part of a path that leads into lists, up to the last of them. */
const listsOf = (path: string) => path.slice(0, path.lastIndexOf('[]') + 1)

function pathsOf(field: TextField, where: string, name: string): readonly string[] {
  const given: unknown = isTable(field) ? field.path : field
  const paths: readonly unknown[] = Array.isArray(given) && given.length > 0 ? given : [given]
  return paths.map((path) => {
    // Keys joined by dots; `[]` comes after a key, and before a dot or the end.
    if (typeof path === 'string' && /^[^.]+(?:\.[^.]+)*$/.test(path) && !/^\[\]|\[\][^.]/.test(path)) return path
    return misuse(where, name, 'a path such as data.status or results[].status', path, 'Join keys by dots.')
  })
}

const isTable = (field: TextField) => typeof field === 'object' && field !== null && 'path' in field

function timePathsOf(time: TimeField, where: string): readonly string[] {
  checkObject(time, where, 'time', 'Say where it stands and how it is written.')
  checkKeys(time, ['path', 'format', 'timeZone'], where, 'time')
  checkOneOf(Object.keys(TIME_FORMATS), time.format, where, 'time.format', 'Say how it is written.')
  if (time.timeZone !== undefined && !isTimeZone(time.timeZone)) {
    misuse(where, 'time.timeZone', 'an IANA name or an offset such as +02:00', time.timeZone, 'Leave it out for UTC.')
  }
  return pathsOf(time.path, where, 'time.path')
}

function conditionPathsOf(conditions: Conditions, where: string, name: string): readonly string[] {
  checkObject(conditions, where, name)
  return Object.entries(conditions).flatMap(([path, wanted]) => {
    const right = wanted instanceof RegExp ? !wanted.global && !wanted.sticky : ['boolean', 'string'].includes(typeof wanted)
    if (!right) misuse(where, `${name}.${path}`, 'a flag, a text or a pattern without g and y', wanted, 'Say what stands there.')
    return pathsOf(path, where, name)
  })
}

function checkWord(row: StatusRow, where: string, name: string): void {
  if (typeof row === 'string')
    return checkOneOf([...STATUSES, 'inbound'], row, where, name, 'Leave out a word that has no meaning here.')
  checkObject(row, where, name, 'Give a status or a row.')
  checkKeys(row, ['status', 'confirmedBy', 'reason'], where, name)
  checkOneOf(STATUSES, row.status, where, `${name}.status`, 'Map the word to one of them.')
  if (row.confirmedBy !== undefined) checkOneOf(CONFIRMATIONS, row.confirmedBy, where, `${name}.confirmedBy`)
  if (row.reason !== undefined) checkOneOf(FAILURE_REASONS, row.reason, where, `${name}.reason`)
}

function checkCode(row: CodeRow, where: string, name: string): void {
  if (row === null) return
  if (typeof row === 'string') return checkOneOf(FAILURE_REASONS, row, where, name, 'Use unknown where no other fits.')
  checkObject(row, where, name, 'Give a reason, a row or null.')
  checkKeys(row, ['reason', 'status', 'permanent'], where, name)
  checkOneOf(FAILURE_REASONS, row.reason, where, `${name}.reason`, 'Use unknown where no other fits.')
  if (row.status !== undefined) checkOneOf(STATUSES, row.status, where, `${name}.status`)
  checkType('boolean', row.permanent, where, `${name}.permanent`)
}
