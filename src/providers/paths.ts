import { misuse, type Place } from '../event/misuse.ts'
import { isRecord } from './decode.ts'
import type { Conditions, Path, TextField } from './spec.ts'

/** A path made ready: the keys, and from which of the nested items they count (0 is the receipt as a whole). */
export interface Way {
  readonly level: number
  readonly keys: readonly string[]
}

/** A text field made ready: the first way that leads to something counts. */
export interface Field {
  readonly ways: readonly Way[]
  /** Integers are read as text. */
  readonly integers: boolean
}

/** Whether something holds of the receipt, and of the items in it that the reader stands in. */
export type Test = (scopes: readonly unknown[]) => boolean

/** What stands there; undefined where nothing does, and for null and empty text. Own properties only. */
export function valueAt({ level, keys }: Way, scopes: readonly unknown[]): unknown {
  let value = scopes[level]
  for (const key of keys) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value === null || value === '' ? undefined : value
}

export function isThere({ ways }: Field, scopes: readonly unknown[]): boolean {
  for (const way of ways) if (valueAt(way, scopes) !== undefined) return true
  return false
}

/** `depth`: how many lists the item stands in. */
export function wayOf(path: Path, depth: number, where: Place, name: string): Way {
  const [, up = '', rest = ''] = /^(\/|(?:\.\.\/)*)(.*)$/s.exec(path) ?? []
  const level = up === '/' ? 0 : depth - up.length / 3
  const keys = rest === '.' ? [] : rest.split('.')
  if (typeof path !== 'string' || level < 0 || keys.includes(''))
    misuse(where, name, 'a path such as data.status', path, 'Join keys by dots.')
  return { level, keys }
}

export function fieldOf(field: TextField, depth: number, where: Place, name: string, integers = false): Field {
  if (typeof field === 'object' && 'path' in field) return fieldOf(field.path, depth, where, name, field.integers)
  const paths = typeof field === 'string' ? [field] : field
  return { ways: paths.map((path) => wayOf(path, depth, where, name)), integers }
}

export function testOf(conditions: Conditions, depth: number, where: Place, name: string): Test {
  const tests = Object.entries(conditions).map(([path, wanted]): Test => {
    const way = wayOf(path, depth, where, name)
    if (typeof wanted === 'boolean') return (scopes) => (valueAt(way, scopes) !== undefined) === wanted
    if (typeof wanted === 'string') return (scopes) => valueAt(way, scopes) === wanted
    if (!(wanted instanceof RegExp) || wanted.global || wanted.sticky) {
      misuse(
        where,
        `${name}.${path}`,
        'true, false, a text or a pattern without the flags g and y',
        wanted,
        'Say what stands there.',
      )
    }
    return (scopes) => {
      const value = valueAt(way, scopes)
      return typeof value === 'string' && wanted.test(value)
    }
  })
  return (scopes) => tests.every((test) => test(scopes))
}
