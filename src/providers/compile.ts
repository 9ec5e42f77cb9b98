import type { Source } from '../event/event.ts'
import { wordsOf } from './meanings.ts'
import { leads, valueAt, wayOf, waysOf, wayThrough, type Scopes, type Way } from './paths.ts'
import type { CodeRow, Conditions, ProviderSpec, StatusRow, TimeField } from './spec.ts'

/** A shape made ready: nothing is split or sorted any more when a receipt comes. */
export interface Shape {
  readonly provider: string
  readonly words: ReadonlyMap<string, StatusRow>
  readonly codes: Readonly<Record<string, CodeRow>>
  readonly source: Source
  /** The list on each level, from the outermost. */
  readonly lists: readonly Way[]
  /** The innermost item itself. */
  readonly item: Way
  readonly fits: Test
  readonly inbound: Test
  readonly id: readonly Way[]
  readonly idSharedBy: readonly Way[]
  readonly status: readonly Way[]
  readonly code: readonly Way[]
  readonly times: readonly (Omit<TimeField, 'path'> & { readonly ways: readonly Way[] })[]
  readonly index: readonly Way[]
  readonly count: readonly Way[]
  readonly eventId: readonly Way[]
  readonly reference: readonly Way[]
}

type Test = (scopes: Scopes) => boolean

/** Splits all paths and lays out all tables of a spec. Linear in its size. */
export function compile({ name, shapes, statuses, codes = {} }: ProviderSpec): readonly Shape[] {
  const words = wordsOf(statuses)
  return shapes.map(({ source = 'webhook', when, inbound, time = [], segment, ...fields }) => {
    const id = waysOf(fields.id)
    const idSharedBy = waysOf(fields.idSharedBy)
    const status = waysOf(fields.status)
    const item = itemOf([...id, ...idSharedBy, ...status])
    return {
      provider: name,
      words,
      codes,
      source,
      lists: item.parts.slice(1).map((_, i) => wayThrough(item.parts.slice(0, i + 1))),
      item,
      fits: when ? testOf(when) : (scopes) => leads(id, scopes) && leads(status, scopes),
      inbound: inbound ? testOf(inbound) : () => false,
      id,
      idSharedBy,
      status,
      code: waysOf(fields.code, true),
      times: ('path' in time ? [time] : time).map((each) => ({ ...each, ways: waysOf(each.path) })),
      index: waysOf(segment?.index, true),
      count: waysOf(segment?.count, true),
      eventId: waysOf(fields.eventId),
      reference: waysOf(fields.reference),
    }
  })
}

/** The deepest way goes through all lists. */
function itemOf(ways: readonly Way[]): Way {
  const parts = ways.map((way) => way.parts).reduce((a, b) => (b.length > a.length ? b : a))
  return wayThrough([...parts.slice(0, -1), []])
}

function testOf(conditions: Conditions): Test {
  const tests = Object.entries(conditions).map(([path, wanted]): Test => {
    const way = wayOf(path)
    return (scopes) => {
      const value = valueAt(way, scopes)
      if (typeof wanted === 'boolean') return (value !== undefined) === wanted
      return typeof wanted === 'string' ? value === wanted : typeof value === 'string' && wanted.test(value)
    }
  })
  return (scopes) => tests.every((test) => test(scopes))
}
