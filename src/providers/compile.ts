import { checkKeys, checkObject, checkOneOf } from '../event/check.ts'
import { SOURCES, type Source } from '../event/event.ts'
import { misuse } from '../event/misuse.ts'
import { meaningsOf, type Meanings } from './meanings.ts'
import { fieldOf, isThere, testOf, wayOf, type Field, type Test, type Way } from './paths.ts'
import type { ProviderSpec, ShapeSpec, TextField } from './spec.ts'
import { TIME_FORMATS, type TimeFormat } from './times.ts'
import { isTimeZone } from './zones.ts'

/** A shape made ready: nothing is split or sorted any more when a receipt comes. */
export interface Shape {
  readonly provider: string
  readonly meanings: Meanings
  readonly source: Source
  /** The list on each level, counted from an item of the level before. */
  readonly lists: readonly Way[]
  readonly fits: Test
  readonly inbound: Test
  readonly id: Field
  readonly status: Field
  readonly code: Field | undefined
  readonly times: readonly Time[]
  readonly eventId: Field | undefined
  readonly reference: Field | undefined
  readonly segmentIndex: Field | undefined
  readonly segmentCount: Field | undefined
  readonly idSharedBy: Field | undefined
}

export interface Time {
  readonly way: Way
  readonly format: TimeFormat
  readonly zone: string
}

const WHERE = 'defineProvider: '
const SPEC = ['name', 'shapes', 'statuses', 'codes']
const SHAPE = [
  'source',
  'items',
  'when',
  'inbound',
  'id',
  'status',
  'code',
  'time',
  'eventId',
  'reference',
  'segment',
  'idSharedBy',
]

/** Makes a spec ready, or throws the `TypeError` for what is wrong with it. */
export function compile(spec: ProviderSpec): readonly Shape[] {
  checkObject(spec, WHERE, 'spec', 'a ProviderSpec')
  checkKeys(spec, SPEC, WHERE, 'spec')
  const { name, shapes } = spec
  if (typeof name !== 'string' || name === '') misuse(WHERE, 'name', 'a text that is not empty', name, 'Name the provider.')
  if (!Array.isArray(shapes) || shapes.length === 0)
    misuse(WHERE, 'shapes', 'an array that is not empty', shapes, 'Say what they send.')
  const meanings = meaningsOf(spec, WHERE)
  return spec.shapes.map((shape, i) => compileShape(name, meanings, shape, `${WHERE}shapes[${i}].`))
}

function compileShape(provider: string, meanings: Meanings, spec: ShapeSpec, where: string): Shape {
  checkObject(spec, where, '', 'a ShapeSpec')
  checkKeys(spec, SHAPE, where, 'shape')
  const { source = 'webhook', items = [], when, inbound, time = [], segment } = spec
  checkOneOf(SOURCES, source, where, 'source')
  const lists = (typeof items === 'string' ? [items] : items).map((path, level) => wayOf(path, level, where, 'items'))
  const depth = lists.length
  const maybe = (field: TextField | undefined, name: string, integers?: boolean) =>
    field === undefined ? undefined : fieldOf(field, depth, where, name, integers)
  const id = fieldOf(spec.id, depth, where, 'id')
  const status = fieldOf(spec.status, depth, where, 'status')
  return {
    provider,
    meanings,
    source,
    lists,
    fits: when ? testOf(when, depth, where, 'when') : (scopes) => isThere(id, scopes) && isThere(status, scopes),
    inbound: inbound ? testOf(inbound, depth, where, 'inbound') : () => false,
    id,
    status,
    code: maybe(spec.code, 'code', true),
    times: ('path' in time ? [time] : time).map(({ path, format, timeZone = 'UTC' }) => {
      checkOneOf(Object.keys(TIME_FORMATS), format, where, 'time.format')
      if (!isTimeZone(timeZone))
        misuse(where, 'time.timeZone', 'an IANA name or an offset', timeZone, 'Say for example Europe/London.')
      return { way: wayOf(path, depth, where, 'time.path'), format, zone: timeZone }
    }),
    eventId: maybe(spec.eventId, 'eventId'),
    reference: maybe(spec.reference, 'reference'),
    segmentIndex: maybe(segment?.index, 'segment.index', true),
    segmentCount: maybe(segment?.count, 'segment.count', true),
    idSharedBy: maybe(spec.idSharedBy, 'idSharedBy'),
  }
}
