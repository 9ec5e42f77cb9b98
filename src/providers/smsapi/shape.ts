import { formOf } from '../../reader/decode.ts'
import { ownProperty } from '../../reader/reading.ts'
import type { ShapeSpec } from '../../reader/spec.ts'

const FIELDS = ['status', 'status_name', 'donedate', 'idx'] as const
const IS_LIST = /(?:^|[?&])MsgId=[^&]*(?:,|%2C)/i

/**
 * Takes the reports of a callback apart: its fields are lists with commas, and item n of each
 * belongs together. Of a list that has another length nobody knows which item is whose: it is an
 * issue of each report, but as references they are left out.
 */
function toFields(receipt: unknown): unknown {
  const fields =
    typeof receipt !== 'string' ? receipt : IS_LIST.test(receipt) ? formOf(receipt) : undefined
  if (typeof fields !== 'object' || fields === null) return undefined
  const listOf = (name: string) => {
    const value = ownProperty(fields, name)
    return typeof value === 'string' ? value.split(',') : undefined
  }
  const ids = listOf('MsgId')
  if (ids === undefined || ids.length < 2) return undefined
  const lists = FIELDS.map((name) => [name, listOf(name)] as const)
  return ids.map((MsgId, i) => {
    const itemOf = (name: string, list: readonly string[] | undefined) =>
      list?.length === ids.length ? list[i] : name === 'idx' ? undefined : list
    return { MsgId, ...Object.fromEntries(lists.map(([name, list]) => [name, itemOf(name, list)])) }
  })
}

/** A callback with one report, as a query or a form; or with many. */
const callback = (own: Pick<ShapeSpec, 'when' | 'toFields'>): ShapeSpec => ({
  id: 'MsgId',
  status: ['status', 'status_name'],
  code: 'status',
  unlistedCodes: { reason: 'unknown', warning: true },
  time: { path: 'donedate', format: 'epoch-seconds', none: '0' },
  reference: 'idx',
  ...own,
})

export const shapes: readonly ShapeSpec[] = [
  /* @__PURE__ */ callback({ when: { MsgId: /^[^,]+$/ } }),
  /* @__PURE__ */ callback({ toFields }),
]
