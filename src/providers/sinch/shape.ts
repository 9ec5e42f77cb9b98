import type { ShapeSpec, ToFields } from '../../reader/spec.ts'
import { conversationCodes, conversationStatuses, smsCodes, smsStatuses } from './codes.ts'

type Fields = Record<string, unknown>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/**
 * One report writes a number with `+`, another without: both are read without, as one recipient.
 */
function withDigits(report: Fields): Fields {
  const fields = { ...report }
  if (typeof fields.recipient === 'string') fields.recipient = fields.recipient.replace(/^\+/, '')
  return fields
}

/** A report for each recipient of an entry. An entry that only counts recipients names nobody. */
const reportsOf = (entry: unknown): unknown[] =>
  isObject(entry) && Array.isArray(entry.recipients)
    ? Object.values(entry.recipients).map((recipient: unknown) =>
        withDigits({ ...entry, recipient }),
      )
    : [entry]

/** `type` tells a recipient's report from a batch's, which becomes a list of reports. */
const toFields: ToFields = (receipt) => {
  if (!isObject(receipt) || typeof receipt.type !== 'string') return undefined
  if (receipt.type.startsWith('recipient_delivery_report_')) return withDigits(receipt)
  if (!receipt.type.startsWith('delivery_report_') || !Array.isArray(receipt.statuses))
    return undefined
  return { ...receipt, reports: Object.values(receipt.statuses).flatMap(reportsOf) }
}

/** Recipients share the id of a batch: each one's number is joined to it. */
const sms = (at: '' | 'reports[].', own: Partial<ShapeSpec>): ShapeSpec => ({
  ...own,
  toFields,
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
  // A batch report tells no time.
  /* @__PURE__ */ sms('reports[].', {}),
  // Of the two times the SMSC's goes before that of Sinch's report.
  /* @__PURE__ */ sms('', { time: { path: ['operator_status_at', 'at'], format: 'iso8601' } }),
  conversation,
]
