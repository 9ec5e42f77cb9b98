import { ownProperty } from '../../reader/reading.ts'
import type { ShapeSpec } from '../../reader/spec.ts'

/**
 * The fields that are read, with the status written before the substatus: only both say what went
 * wrong.
 */
function toFields(receipt: unknown): unknown {
  if (typeof receipt !== 'object' || receipt === null) return undefined
  const at = (name: string) => ownProperty(receipt, name)
  const [reference, MSISDN] = [at('reference'), at('MSISDN')]
  if (reference === undefined && MSISDN === undefined) return undefined
  const [status, substatus] = [at('status'), at('substatus')]
  return {
    reference,
    MSISDN,
    CID: at('CID'),
    cid: at('cid'),
    status,
    substatus: isCode(status) && isCode(substatus) ? `${status}/${substatus}` : substatus,
    deliverytime: at('deliverytime'),
  }
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
