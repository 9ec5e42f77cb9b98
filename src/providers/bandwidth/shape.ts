import type { ShapeSpec } from '../../reader/spec.ts'
import { pollStatuses, statuses } from './codes.ts'

/** Bandwidth's own codes, by the second digit: one that is not listed is a refusal, too. */
const OWN = /^(?:4[0-6]|5[0-5789])/
const refusal: Partial<ShapeSpec> = { unlistedCodes: { reason: 'unknown', status: 'failed' } }

/**
 * An event, in a list of one. `time` in the message is when that was made. Only `description` tells
 * that a group message or an MMS was no more than handed on.
 */
const event = (own: Partial<ShapeSpec>): ShapeSpec => ({
  ...own,
  statuses,
  inbound: { 'message.direction': 'in' },
  intermediate: { description: /^message delivered to carrier$/i },
  id: 'message.id',
  status: 'type',
  code: 'errorCode',
  time: { path: ['eventTime', 'time'], format: 'iso8601' },
  reference: 'message.tag',
})

/** What the API answers. Its only time is when Bandwidth took the message. */
const row = (own: Partial<ShapeSpec>): ShapeSpec => ({
  ...own,
  within: 'messages[]',
  source: 'poll',
  statuses: pollStatuses,
  inbound: { messageDirection: /^inbound$/i },
  id: 'messageId',
  status: 'messageStatus',
  code: 'errorCode',
})

/** A group message has one id, and a report for each member. */
const toGroup = { 'message.to.1': /./ }
const rowOfGroup = { recipientCount: /^(?!1$)/ }

export const shapes: readonly ShapeSpec[] = /* @__PURE__ */ allShapes()

function allShapes(): ShapeSpec[] {
  return [
    event({ ...refusal, when: { ...toGroup, errorCode: OWN }, recipient: 'to' }),
    event({ when: toGroup, recipient: 'to' }),
    event({ ...refusal, when: { errorCode: OWN } }),
    event({}),
    row({ ...refusal, when: { ...rowOfGroup, errorCode: OWN }, recipient: 'destinationTn' }),
    row({ when: rowOfGroup, recipient: 'destinationTn' }),
    row({ ...refusal, when: { errorCode: OWN } }),
    row({}),
  ]
}
