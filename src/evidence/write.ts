import { CONFIRMATIONS } from '../event/event.ts'
import { compareText } from '../event/order.ts'
import { has } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import type { Evidence, EvidenceMark, EvidenceSlot, EvidenceTrail, KeptTimes } from './evidence.ts'
import type { Ledger, Trail } from './ledger.ts'
import type { Kept, Slot } from './slot.ts'

/** The ledger as evidence: sorted, so that equal sets of marks give equal JSON. */
export function write(ledger: Ledger): Evidence {
  const { messageId, scheduledFor, lastReceivedAt, trails } = ledger
  return {
    v: 1,
    ...(messageId !== undefined && { messageId }),
    ...(Number.isFinite(scheduledFor) && { scheduledFor }),
    ...(Number.isFinite(lastReceivedAt) && { lastReceivedAt }),
    trails: [...trails].sort(byIds).map(writeTrail),
  }
}

function byIds(a: Trail, b: Trail): number {
  return (
    compareText(a.attemptId ?? '', b.attemptId ?? '') ||
    compareText(a.provider ?? '', b.provider ?? '') ||
    compareText(a.providerMessageId ?? '', b.providerMessageId ?? '')
  )
}

function writeTrail({ attemptId, provider, providerMessageId, segments, blind, slots }: Trail): EvidenceTrail {
  return {
    ...(attemptId !== undefined && { attemptId }),
    ...(provider !== undefined && { provider }),
    ...(providerMessageId !== undefined && { providerMessageId }),
    ...(segments > 0 && { segments }),
    ...(blind && { receiptsExpected: false }),
    slots: slots.flatMap((slot, segment): EvidenceSlot[] => (slot ? [{ ...(segment > 0 && { segment }), marks: writeMarks(slot) }] : [])),
  }
}

function writeMarks(slot: Slot): EvidenceMark[] {
  return STATUSES.flatMap((status, rank): EvidenceMark[] => {
    if (!has(slot.claimed, rank)) return []
    const confirmedBy = CONFIRMATIONS[slot.confirmedBy[rank] ?? -1]
    const failure = slot.failure[rank]
    const ref = slot.ref[rank]
    return [
      {
        status,
        ...writeTimes(slot.receivedAt[rank]!, slot.occurredAt[rank]!, has(slot.untimed, rank)),
        ...(confirmedBy !== undefined && { confirmedBy }),
        ...(failure && { failure: { ...failure.value, ...keptTimes(failure) } }),
        ...(ref && { ref: { value: ref.value, ...keptTimes(ref) } }),
      },
    ]
  })
}

const keptTimes = ({ receivedAt, occurredAt }: Kept<unknown>): KeptTimes => writeTimes(receivedAt, occurredAt, false)

function writeTimes(receivedAt: number, occurredAt: number, untimed: boolean): KeptTimes & { untimed?: true } {
  return {
    ...(Number.isFinite(receivedAt) && { receivedAt }),
    ...(untimed && { untimed }),
    ...(Number.isFinite(occurredAt) && { occurredAt }),
  }
}
