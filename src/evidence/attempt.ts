import type { Confirmation, DeliveryEvent } from '../event/event.ts'
import { compareText, noneFirst, textOf } from '../event/order.ts'
import { DELIVERED, NEGATIVES, rankOf, stronger } from '../event/precedence.ts'
import { compareInstants, vagueness } from './claim.ts'
import { enter, statusesOf, type Slot } from './slot.ts'

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
  readonly providerMessageIds: Set<string>
  /** Of its `delivered` claims. */
  confirmedBy: Confirmation | undefined
  /** The claim that says why it failed: the strongest with a reason other than `unknown`, else the strongest with any. */
  failure: DeliveryEvent | undefined
}

export function emptyAttempt(id?: string, segments = 0): Attempt {
  return {
    id,
    segments,
    slots: [],
    start: Infinity,
    blind: false,
    provider: undefined,
    providerMessageIds: new Set(),
    confirmedBy: undefined,
    failure: undefined,
  }
}

/** Adds a claim: minima, maxima and unions, so that any order gives the same. */
export function add(attempt: Attempt, claim: DeliveryEvent, segment: number, byOccurrence: boolean): void {
  const { receivedAt = Infinity, occurredAt = Infinity, provider, providerMessageId } = claim
  const rank = rankOf(claim.status)
  const time = byOccurrence ? occurredAt : receivedAt
  const slot = (attempt.slots[segment] ??= [])
  enter(slot, rank, { known: time, due: byOccurrence ? time : noneFirst(time), reached: Math.min(receivedAt, occurredAt) })
  // By the provider's clock a mark is untimed only while no event of it has a time.
  if (byOccurrence) slot[rank]!.due = noneFirst(slot[rank]!.known)

  if (time < attempt.start) attempt.start = time
  if (claim.segment !== undefined) attempt.segments = Math.max(attempt.segments, claim.segment.count ?? 0)
  if (claim.receiptsExpected === false) attempt.blind = true
  if (rank === DELIVERED) attempt.confirmedBy = stronger(attempt.confirmedBy, claim.confirmedBy)
  if (provider !== undefined && !(attempt.provider! <= provider)) attempt.provider = provider
  if (providerMessageId !== undefined) attempt.providerMessageIds.add(providerMessageId)
  if (claim.failure !== undefined) attempt.failure = moreTelling(attempt.failure ?? claim, claim)
}

function moreTelling(a: DeliveryEvent, b: DeliveryEvent): DeliveryEvent {
  const order =
    vagueness(a) - vagueness(b) ||
    rankOf(b.status) - rankOf(a.status) ||
    compareInstants(a, b) ||
    compareText(textOf(a.failure), textOf(b.failure))
  return order > 0 ? b : a
}

/** Delivery is claimed, be it of one segment, be it late. */
export const isDeliveryClaimed = ({ slots }: Attempt): boolean => slots.some((slot) => slot[DELIVERED])

/** Some slot has `delivered` and a final claim against it. */
export const isConflict = ({ slots }: Attempt): boolean =>
  slots.some((slot) => slot[DELIVERED] && (statusesOf(slot) & NEGATIVES) !== 0)

/** The order in which attempts started; ties by id. Two without a time differ by NaN, which is no difference. */
export const byStart = (a: Attempt, b: Attempt): number => noneFirst(a.start) - noneFirst(b.start) || compareText(a.id, b.id)
