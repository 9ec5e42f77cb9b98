import { ownProperty } from '../../reader/reading.ts'
import type { ShapeSpec } from '../../reader/spec.ts'

const FIELDS = ['reference', 'CID', 'cid', 'MSISDN', 'status', 'deliverytime'] as const

/** The fields that are read, with the status written before the substatus: only both say what went wrong. */
function toFields(receipt: unknown): unknown {
  if (typeof receipt !== 'object' || receipt === null) return undefined
  if (ownProperty(receipt, 'MSISDN') === undefined && ownProperty(receipt, 'reference') === undefined) return undefined
  const fields = Object.fromEntries(FIELDS.map((name) => [name, ownProperty(receipt, name)]))
  const substatus = ownProperty(receipt, 'substatus')
  return { ...fields, substatus: isCode(substatus) ? `${String(fields['status'])}/${substatus}` : substatus }
}

/** Numbers come as text or as numbers. */
const isCode = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || Number.isSafeInteger(value)

/** The JSON that is posted to the delivery URL. The guide writes `cid`, the platform `CID`. */
const receipt: ShapeSpec = {
  toFields,
  when: { MSISDN: /^\+?\d+$/ },
  id: 'reference',
  status: 'status',
  code: 'substatus',
  time: { path: 'deliverytime', format: 'iso8601', none: /^0000-00-00/, timeZone: 'Europe/London' },
  reference: ['CID', 'cid'],
}

export const shapes: readonly ShapeSpec[] = [receipt]
