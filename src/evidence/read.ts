import { checkFailure } from '../event/check-event.ts'
import { checkId, checkInstant, checkObject, checkOneOf, checkText, checkWhole } from '../event/check.ts'
import { CONFIRMATIONS } from '../event/event.ts'
import { misuse } from '../event/misuse.ts'
import { rankOf } from '../event/precedence.ts'
import { STATUSES } from '../event/status.ts'
import type { Evidence, EvidenceMark, KeptTimes } from './evidence.ts'
import { addMessageId, emptyLedger, slotOf, trailOf, type Ledger } from './ledger.ts'
import { addSlot, emptySlot, plain, type Kept, type Slot } from './slot.ts'

const REMEDY = 'Collect it anew from the service’s own log of events.'

/** Evidence as a ledger. @throws TypeError where it is of another version, or is not what we wrote. */
export function read(evidence: Evidence, where: string): Ledger {
  return readInto(emptyLedger(), evidence, where)
}

/** Adds all that another evidence knows. */
export function readInto(ledger: Ledger, evidence: Evidence, fn: string): Ledger {
  checkObject(evidence, fn, 'evidence', 'an Evidence')
  const where = `${fn}evidence.`
  checkOneOf([1], evidence.v, where, 'v', REMEDY)
  const { messageId, scheduledFor, lastReceivedAt } = evidence
  checkId(messageId, where, 'messageId')
  if (messageId !== undefined) addMessageId(ledger, messageId, where)
  ledger.scheduledFor = Math.max(ledger.scheduledFor, time(scheduledFor, where, 'scheduledFor', -Infinity))
  ledger.lastReceivedAt = Math.max(ledger.lastReceivedAt, time(lastReceivedAt, where, 'lastReceivedAt', -Infinity))
  for (const written of list(evidence.trails, where, 'trails')) {
    const { attemptId, provider, providerMessageId, segments, receiptsExpected } = written
    checkId(attemptId, where, 'attemptId')
    checkId(provider, where, 'provider')
    checkId(providerMessageId, where, 'providerMessageId')
    const trail = trailOf(ledger, written)
    if (receiptsExpected === false) trail.blind = true
    if (segments !== undefined) checkWhole(segments, 255, where, 'segments', REMEDY)
    trail.segments = Math.max(trail.segments, segments ?? 0)
    for (const { segment = 0, marks } of list(written.slots, where, 'slots')) {
      if (segment !== 0) checkWhole(segment, 255, where, 'segment', REMEDY)
      const slot = slotOf(trail, segment)
      for (const mark of list(marks, where, 'marks')) addSlot(slot, readMark(mark, where))
    }
  }
  return ledger
}

/** A mark alone in a slot. */
function readMark(mark: EvidenceMark, where: string): Slot {
  const rank = rankOf(mark.status) ?? misuse(where, 'status', `one of ${STATUSES.join(', ')}`, mark.status, REMEDY)
  const slot = emptySlot()
  slot.claimed = 1 << rank
  if (mark.untimed === true) slot.untimed = 1 << rank
  slot.receivedAt[rank] = time(mark.receivedAt, where, 'receivedAt')
  slot.occurredAt[rank] = time(mark.occurredAt, where, 'occurredAt')
  const { confirmedBy, failure, ref } = mark
  if (confirmedBy !== undefined) {
    checkOneOf(CONFIRMATIONS, confirmedBy, where, 'confirmedBy', REMEDY)
    slot.confirmedBy[rank] = CONFIRMATIONS.indexOf(confirmedBy)
  }
  if (failure !== undefined) {
    checkFailure(failure, where)
    slot.failure[rank] = kept(plain(failure), failure, where)
  }
  if (ref !== undefined) {
    checkObject(ref, where, 'ref', 'an object')
    checkText(ref.value, where, 'ref.value')
    slot.ref[rank] = kept(ref.value, ref, where)
  }
  return slot
}

const kept = <Value>(value: Value, times: KeptTimes, where: string): Kept<Value> => ({
  value,
  receivedAt: time(times.receivedAt, where, 'receivedAt'),
  occurredAt: time(times.occurredAt, where, 'occurredAt'),
})

function time(value: number | undefined, where: string, field: string, none = Infinity): number {
  checkInstant(value, where, field)
  return value ?? none
}

function list<Item>(value: readonly Item[], where: string, field: string): readonly Item[] {
  if (!Array.isArray(value)) misuse(where, field, 'an array', value, REMEDY)
  for (const item of value) checkObject(item, where, `${field}: each`, 'an object')
  return value
}
