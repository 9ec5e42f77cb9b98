import type { ShapeSpec, ToFields } from '../../reader/spec.ts'
import { conversationCodes, conversationStatuses, smsCodes, smsStatuses } from './codes.ts'

type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** `type` says which report it is, of an SMS or an MMS. */
const isReport = (receipt: unknown, type: string): receipt is Fields =>
  isObject(receipt) && typeof receipt.type === 'string' && receipt.type.startsWith(type)

/** One report writes a number with `+` and another without: all are read without, so that they are of one recipient. */
function withDigits(fields: Fields): Fields {
  const { recipient } = fields
  return { ...fields, recipient: typeof recipient === 'string' ? recipient.replace(/^\+/, '') : recipient }
}

const recipientReport: ToFields = (receipt) =>
  isReport(receipt, 'recipient_delivery_report_') ? withDigits({ ...receipt }) : undefined

/** A report for each recipient of each entry of `statuses`. An entry that only counts recipients names nobody, and becomes a report that names nobody. */
const batchReport: ToFields = (receipt) => {
  if (!isReport(receipt, 'delivery_report_') || !Array.isArray(receipt.statuses)) return undefined
  const reports = Object.values(receipt.statuses).flatMap((entry: unknown): unknown[] =>
    isObject(entry) && Array.isArray(entry.recipients)
      ? Object.values(entry.recipients).map((recipient: unknown) => withDigits({ ...entry, recipient }))
      : [entry],
  )
  return { ...receipt, reports }
}

/** Recipients share the id of a batch: each one's number is joined to it. */
const sms = (at: '' | 'reports[].', own: Partial<ShapeSpec>): ShapeSpec => ({
  ...own,
  statuses: smsStatuses,
  codes: smsCodes,
  // Every report has a code, whatever became of the message.
  unlistedCodes: { reason: 'unknown', warning: true },
  id: 'batch_id',
  recipient: `${at}recipient`,
  status: `${at}status`,
  code: `${at}code`,
  reference: 'client_reference',
})

/** What the Conversation API posts about a message. */
const conversation: ShapeSpec = {
  statuses: conversationStatuses,
  codes: conversationCodes,
  id: 'message_delivery_report.message_id',
  status: 'message_delivery_report.status',
  code: 'message_delivery_report.reason.code',
  time: { path: ['event_time', 'accepted_time'], format: 'iso8601' },
  reference: ['message_delivery_report.metadata', 'message_metadata'],
}

export const shapes: readonly ShapeSpec[] = [
  // Of the two times the SMSC's goes before that of Sinch's report.
  /* @__PURE__ */ sms('', { toFields: recipientReport, time: { path: ['operator_status_at', 'at'], format: 'iso8601' } }),
  /* @__PURE__ */ sms('reports[].', { toFields: batchReport }),
  conversation,
]
