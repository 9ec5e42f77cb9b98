import type { Conditions, ShapeSpec } from '../../reader/spec.ts'
import { codes, statuses, submitCodes, submitStatuses } from './codes.ts'

const LEVEL = /^[123]$/
const inbound: Conditions = { 'origin-connector': /./ }

/** What the SMSC answered to the submission. The answer is the code, too. */
const ofSubmission: ShapeSpec = {
  statuses: submitStatuses,
  codes: submitCodes,
  when: { level: LEVEL, message_status: /^ESME_/i },
  inbound,
  id: 'id',
  status: 'message_status',
  code: 'message_status',
}

/** What the SMSC's receipt told, as a query or a form. */
const ofReceipt: ShapeSpec = {
  statuses,
  codes,
  when: { level: LEVEL },
  inbound,
  id: 'id',
  status: 'message_status',
  code: 'err',
  time: { path: 'donedate', format: 'smpp-date', none: /^(?:ND|0+)$/i },
}

export const shapes: readonly ShapeSpec[] = [ofSubmission, ofReceipt]
