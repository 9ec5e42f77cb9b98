import type { Confirmation } from '../event/event.ts'
import { compareText } from '../event/order.ts'
import { DELIVERED, has, NEGATIVES, rankOf } from '../event/precedence.ts'
import { isUntimed, preferred, stronger, vagueness, type Claim } from './claim.ts'
import { claimIn, emptySlot, type Slot } from './slot.ts'

/** One submission, and all that is claimed about it. No policy and no clock enters it. */
export interface Attempt {
  /** Undefined for the only, nameless one. */
  readonly id: string | undefined
  /** n, the largest declared count of segments; 0 where none is. */
  segments: number
  /** By segment index; 0 is the attempt as a whole. */
  readonly slots: (Slot | undefined)[]
  /** The smallest time of its claims; -Infinity, before all, where they have none. */
  start: number
  /** Some claim names the message. */
  tied: boolean
  /** Nobody reports after `sent` on this route. */
  blind: boolean
  provider: string | undefined
  /** Repeated as often as they were named in turn. */
  readonly providerMessageIds: string[]
  /** Of its `delivered` claims. */
  confirmedBy: Confirmation | undefined
  /** The claim that says why it failed: the strongest with a reason other than `unknown`, else the strongest with any. */
  failed: Claim | undefined
}

export function emptyAttempt(id?: string, segments = 0): Attempt {
  return {
    id,
    segments,
    slots: [],
    start: -Infinity,
    tied: false,
    blind: false,
    provider: undefined,
    providerMessageIds: [],
    confirmedBy: undefined,
    failed: undefined,
  }
}

/** Adds a claim: minima, maxima and unions, so that any order gives the same. */
export function add(attempt: Attempt, claim: Claim, segment: number, byOccurrence: boolean): void {
  const { receivedAt = Infinity, occurredAt = Infinity, provider, providerMessageId, failure } = claim
  const rank = rankOf(claim.status)
  const time = byOccurrence ? occurredAt : receivedAt
  const slot = (attempt.slots[segment] ??= emptySlot())
  claimIn(slot, rank, time, !byOccurrence && isUntimed(claim) ? -Infinity : time, Math.min(receivedAt, occurredAt))
  // By the provider's clock a mark is untimed only while no event of it has a time.
  if (byOccurrence) slot.due[rank] = slot.known[rank] === Infinity ? -Infinity : slot.known[rank]!

  if (time < Infinity && (attempt.start === -Infinity || time < attempt.start)) attempt.start = time
  attempt.segments = Math.max(attempt.segments, claim.segment?.count ?? 0)
  attempt.tied ||= claim.messageId !== undefined
  attempt.blind ||= claim.receiptsExpected === false
  if (provider !== attempt.provider && provider !== undefined && !(attempt.provider! < provider)) attempt.provider = provider
  if (providerMessageId !== undefined && providerMessageId !== attempt.providerMessageIds.at(-1)) attempt.providerMessageIds.push(providerMessageId)
  if (rank === DELIVERED) attempt.confirmedBy = stronger(attempt.confirmedBy, claim.confirmedBy)
  if (failure !== undefined) attempt.failed = attempt.failed === undefined ? claim : strongerFailure(attempt.failed, claim)
}

function strongerFailure(a: Claim, b: Claim): Claim {
  const order = vagueness(a) - vagueness(b) || rankOf(b.status) - rankOf(a.status)
  return order === 0 ? preferred(a, b, 'failure') : order > 0 ? b : a
}

/** Some slot has `delivered` and a final claim against it. */
export const isConflicting = ({ slots }: Attempt): boolean =>
  slots.some((slot) => slot && has(slot.statuses, DELIVERED) && (slot.statuses & NEGATIVES) !== 0)

/** Delivery is claimed, be it of one segment, be it late. */
export const claimsDelivery = ({ slots }: Attempt): boolean => slots.some((slot) => slot && has(slot.statuses, DELIVERED))

/** The order in which attempts started; ties by id. */
export const byStart = (a: Attempt, b: Attempt): number => (a.start === b.start ? compareText(a.id, b.id) : a.start - b.start)
