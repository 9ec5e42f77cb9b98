import { CONFIRMATIONS, type DeliveryEvent } from '../event/event.ts'
import type { Failure } from '../event/failure.ts'
import { compareNumber, compareText, textOf } from '../event/order.ts'
import type { Rank, StatusSet } from '../event/precedence.ts'

/** One segment of one attempt, or the attempt as a whole: a mark per status, laid out by rank. `Infinity` is no time. */
export interface Slot {
  /** The statuses that have a mark. */
  claimed: StatusSet
  /** Those of which some event had no `receivedAt`. */
  untimed: StatusSet
  readonly receivedAt: number[]
  readonly occurredAt: number[]
  /** Places in `CONFIRMATIONS`; -1, or a hole, is none. */
  readonly confirmedBy: number[]
  readonly failure: (Kept<Failure> | undefined)[]
  readonly ref: (Kept<string> | undefined)[]
}

/** A value of one of a mark's events, with the times that decided which. */
export interface Kept<Value> {
  readonly value: Value
  readonly receivedAt: number
  readonly occurredAt: number
}

const NONE = Infinity

export function emptySlot(): Slot {
  return {
    claimed: 0,
    untimed: 0,
    receivedAt: [NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE],
    occurredAt: [NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE],
    confirmedBy: [],
    failure: [],
    ref: [],
  }
}

/** An event is a mark of one. */
export function addEvent(slot: Slot, rank: Rank, event: DeliveryEvent): void {
  const receivedAt = event.receivedAt ?? NONE
  const occurredAt = occurrence(event)
  const bit = 1 << rank
  slot.claimed |= bit
  if (receivedAt === NONE) slot.untimed |= bit
  if (receivedAt < slot.receivedAt[rank]!) slot.receivedAt[rank] = receivedAt
  if (occurredAt < slot.occurredAt[rank]!) slot.occurredAt[rank] = occurredAt
  const { confirmedBy, failure, ref } = event
  if (confirmedBy !== undefined) addConfirmation(slot, rank, CONFIRMATIONS.indexOf(confirmedBy))
  if (failure !== undefined) slot.failure[rank] = betterFailure(slot.failure[rank], { value: plain(failure), receivedAt, occurredAt })
  if (ref !== undefined) slot.ref[rank] = better(slot.ref[rank], { value: ref, receivedAt, occurredAt })
}

/** Adds all marks of another slot. Each field is a minimum, a maximum or a union: any order gives the same. */
export function addSlot(slot: Slot, other: Slot): void {
  slot.claimed |= other.claimed
  slot.untimed |= other.untimed
  for (let rank = 0; rank < slot.receivedAt.length; rank++) {
    if (other.receivedAt[rank]! < slot.receivedAt[rank]!) slot.receivedAt[rank] = other.receivedAt[rank]!
    if (other.occurredAt[rank]! < slot.occurredAt[rank]!) slot.occurredAt[rank] = other.occurredAt[rank]!
    const { [rank]: confirmedBy } = other.confirmedBy
    if (confirmedBy !== undefined) addConfirmation(slot, rank, confirmedBy)
    const { [rank]: failure } = other.failure
    if (failure !== undefined) slot.failure[rank] = betterFailure(slot.failure[rank], failure)
    const { [rank]: ref } = other.ref
    if (ref !== undefined) slot.ref[rank] = better(slot.ref[rank], ref)
  }
}

/** The smallest time of a slot's marks; `Infinity` where they have none. */
export function earliest(slot: Slot, byOccurrence: boolean): number {
  return Math.min(...timesOf(slot, byOccurrence))
}

/** The times by which marks count as known: our own clock's, or the provider's in a message that has no other. */
export function timesOf(slot: Slot, byOccurrence: boolean): readonly number[] {
  return byOccurrence ? slot.occurredAt : slot.receivedAt
}

/** When it happened. A provider's clock that is ahead of ours is not believed: nothing happens after we know of it. */
export function occurrence(event: DeliveryEvent): number {
  return Math.min(event.occurredAt ?? NONE, event.occurredAt === undefined ? NONE : (event.receivedAt ?? NONE))
}

/** The caller's object may change later, and may hold more than we know. */
export const plain = ({ reason, code, permanent }: Failure): Failure => ({
  reason,
  ...(code !== undefined && { code }),
  ...(permanent !== undefined && { permanent }),
})

/** A reason goes before `unknown`, then as {@link better}. */
export function betterFailure(a: Kept<Failure> | undefined, b: Kept<Failure>): Kept<Failure> {
  if (a === undefined) return b
  const vague = Number(a.value.reason === 'unknown') - Number(b.value.reason === 'unknown')
  return vague === 0 ? better(a, b) : vague < 0 ? a : b
}

/** The earlier received, then the earlier to have happened (no time last in both), then the smaller text. */
function better<Value extends Failure | string>(a: Kept<Value> | undefined, b: Kept<Value>): Kept<Value> {
  if (a === undefined) return b
  const order =
    compareNumber(a.receivedAt, b.receivedAt) || compareNumber(a.occurredAt, b.occurredAt) || compareText(asText(a.value), asText(b.value))
  return order <= 0 ? a : b
}

const asText = (value: Failure | string): string => (typeof value === 'string' ? value : textOf(value))

function addConfirmation(slot: Slot, rank: Rank, confirmation: number): void {
  slot.confirmedBy[rank] = Math.max(slot.confirmedBy[rank] ?? -1, confirmation)
}
