import { formOf } from '../../reader/decode.ts'
import { ownProperty } from '../../reader/reading.ts'
import type { ShapeSpec } from '../../reader/spec.ts'

const FIELDS = ['status', 'status_name', 'donedate', 'idx'] as const

/**
 * Takes the reports of a callback apart: its fields are lists with commas, and item n of each belongs together. Of a list that has another length
 * nobody knows which item is whose: it is an issue of each report, but as references they are left out.
 */
function toFields(receipt: unknown): unknown {
  const fields = typeof receipt !== 'string' ? receipt : receipt.includes('MsgId=') ? formOf(receipt) : undefined
  const ids = typeof fields === 'object' && fields !== null ? ownProperty(fields, 'MsgId') : undefined
  if (typeof ids !== 'string' || !ids.includes(',')) return fields
  const listOf = (name: string) => {
    const value = ownProperty(Object(fields) as object, name)
    return typeof value === 'string' ? value.split(',') : undefined
  }
  const lists = FIELDS.map((name) => [name, listOf(name)] as const)
  return ids.split(',').map((MsgId, i, { length }) => {
    const itemOf = (name: string, list: readonly string[] | undefined) =>
      list?.length === length ? list[i] : name === 'idx' ? undefined : list
    return { MsgId, ...Object.fromEntries(lists.map(([name, list]) => [name, itemOf(name, list)])) }
  })
}

/** A callback, as a query or a form. */
const callback: ShapeSpec = {
  toFields,
  id: 'MsgId',
  status: ['status', 'status_name'],
  code: 'status',
  unlistedCodes: { reason: 'unknown', warning: true },
  time: { path: 'donedate', format: 'epoch-seconds', none: '0' },
  reference: 'idx',
}

export const shapes: readonly ShapeSpec[] = [callback]
