import type { Confirmation } from '../event/event.ts'
import { compareText, noneFirst, textOf } from '../event/order.ts'
import { DELIVERED, has, NEGATIVES, stronger } from '../event/precedence.ts'
import { compareInstants, reasonRank, type Claim } from '../event/claim.ts'
import { emptySlot, enter, type Slot } from './slot.ts'

/** One submission, and all that is claimed about it. No policy and no clock enters it. */
export interface Attempt {
  /** Undefined for the only, nameless one. */
  readonly id: string | undefined
  /** n, the largest declared count of segments; 0 where none is. */
  segments: number
  /** By segment index; 0 is the attempt as a whole. */
  readonly slots: Slot[]
  /** The smallest time of its claims; `Infinity` where they have none. */
  start: number
  /** Nobody reports after `sent` on this route. */
  blind: boolean
  provider: string | undefined
  /** As they came, with repeats that do not follow each other. */
  readonly providerMessageIds: string[]
  /** Of its `delivered` claims. */
  confirmedBy: Confirmation | undefined
  /** The claim that says why it failed: the strongest with a reason other than `unknown`, else the strongest with any. */
  failure: Claim | undefined
}

export function emptyAttempt(id?: string, segments = 0): Attempt {
  return {
    id,
    segments,
    slots: [emptySlot()],
    start: Infinity,
    blind: false,
    provider: undefined,
    providerMessageIds: [],
    confirmedBy: undefined,
    failure: undefined,
  }
}

/** Adds a claim: minima, maxima and unions, so that any order gives the same. */
export function add(attempt: Attempt, claim: Claim, segment: number, byOccurrence: boolean): void {
  const { rank, receivedAt, occurredAt, provider, providerMessageId } = claim
  const time = byOccurrence ? occurredAt : receivedAt
  const slot = (attempt.slots[segment] ??= emptySlot())
  enter(slot, rank, time, byOccurrence ? time : noneFirst(time), Math.min(receivedAt, occurredAt))
  // By the provider's clock a mark is untimed only while no event of it has a time.
  if (byOccurrence) slot.due[rank] = noneFirst(slot.known[rank]!)

  if (time < attempt.start) attempt.start = time
  if (claim.count > attempt.segments) attempt.segments = claim.count
  if (claim.isBlind) attempt.blind = true
  if (rank === DELIVERED && claim.confirmedBy !== undefined)
    attempt.confirmedBy = stronger(attempt.confirmedBy, claim.confirmedBy)
  if (provider !== undefined && (attempt.provider === undefined || provider < attempt.provider)) attempt.provider = provider
  if (providerMessageId !== undefined && providerMessageId !== attempt.providerMessageIds[0])
    attempt.providerMessageIds.push(providerMessageId)
  if (claim.failure !== undefined) attempt.failure = attempt.failure ? moreTelling(attempt.failure, claim) : claim
}

function moreTelling(a: Claim, b: Claim): Claim {
  const order =
    reasonRank(a) - reasonRank(b) || b.rank - a.rank || compareInstants(a, b) || compareText(textOf(a.failure), textOf(b.failure))
  return order > 0 ? b : a
}

/** Delivery is claimed, be it of one segment, be it late. */
export const isDeliveryClaimed = ({ slots }: Attempt): boolean => slots.some(({ statuses }) => has(statuses, DELIVERED))

/** Some slot has `delivered` and a final claim against it. */
export const isConflict = ({ slots }: Attempt): boolean =>
  slots.some(({ statuses }) => has(statuses, DELIVERED) && (statuses & NEGATIVES) !== 0)

/** The order in which attempts started; ties by id. Two without a time differ by NaN, which is no difference. */
export const byStart = (a: Attempt, b: Attempt): number => noneFirst(a.start) - noneFirst(b.start) || compareText(a.id, b.id)
