import { isRecord } from './decode.ts'
import type { Path, TextField } from './spec.ts'

/** A path made ready. */
export interface Way {
  /** The keys up to the first list, from an item of it up to the next, and so on. */
  readonly parts: readonly (readonly string[])[]
  /** The last of them. */
  readonly keys: readonly string[]
  /** An integer is read as text. */
  readonly integers: boolean
}

/** The receipt as a whole, then the item at which the reader stands of each list inside it. */
export type Scopes = readonly unknown[]

/** What stands there; undefined where nothing does, and for null and empty text. Own properties only. */
export function valueAt({ parts, keys }: Way, scopes: Scopes): unknown {
  let value = scopes[parts.length - 1]
  for (const key of keys) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value === null || value === '' ? undefined : value
}

/** Whether one of several ways leads to something. */
export function leads(ways: readonly Way[], scopes: Scopes): boolean {
  for (const way of ways) if (valueAt(way, scopes) !== undefined) return true
  return false
}

export function wayThrough(parts: Way['parts'], integers = false): Way {
  return { parts, keys: parts.at(-1) ?? [], integers }
}

export function wayOf(path: Path, integers = false): Way {
  const keysOf = (part: string) => part.split('.').filter((key) => key !== '')
  return wayThrough(path.split('[]').map(keysOf), integers)
}

export function waysOf(field: TextField | undefined = [], integers = false): readonly Way[] {
  if (typeof field === 'string') return [wayOf(field, integers)]
  return 'path' in field ? waysOf(field.path, true) : field.map((path) => wayOf(path, integers))
}
