import type { Confirmation } from '../../src/event/event.ts'
import type { Failure } from '../../src/event/failure.ts'
import type { Status } from '../../src/event/status.ts'
import type { Milestones } from '../../src/delivery/delivery-state.ts'
import type { Judged } from './attempt.ts'
import { partsOf, slotsOf } from './attempt.ts'
import type { Claim, Window } from './message.ts'
import { compareNoneLast, compareText, jsonText, largest, smallest, STRONGEST_FIRST, withoutUndefined } from './order.ts'

/** "platform < carrier < handset < user" */
const CONFIRMATIONS: readonly Confirmation[] = ['platform', 'carrier', 'handset', 'user']

const MILESTONES = [
  ['acceptedAt', 'accepted'],
  ['queuedAt', 'queued'],
  ['sentAt', 'sent'],
  ['deliveredAt', 'delivered'],
  ['undeliveredAt', 'undelivered'],
  ['failedAt', 'failed'],
  ['expiredAt', 'expired'],
  ['unknownAt', 'unknown'],
] as const satisfies readonly (readonly [keyof Milestones, Status])[]

/** The …At of one attempt: "where the clock set the status, the deadline". */
export function milestonesOf(claims: readonly Claim[], count: number | undefined, judged: Judged, window: Window): Milestones {
  return Object.fromEntries(
    MILESTONES.map(([name, status]) => {
      const setByClock = judged.by === 'clock' && judged.status === status
      return [name, setByClock ? window.deadline : reachedAt(status, claims, count)]
    }),
  )
}

/** "the …At are the message's: the smallest over its attempts" */
export function earliestMilestones(attempts: readonly Milestones[]): Milestones {
  return Object.fromEntries(MILESTONES.map(([name]) => [name, smallest(attempts.map((attempt) => attempt[name]))]))
}

/**
 * "the smaller of the smallest occurredAt and the smallest receivedAt of that status' marks (deliveredAt of segments: the
 * largest of the n's)"
 */
function reachedAt(status: Status, claims: readonly Claim[], count: number | undefined): number | undefined {
  const said = claims.filter((claim) => claim.event.status === status)
  if (status !== 'delivered') return earliest(said)
  const whole = earliest(said.filter((claim) => claim.segment === undefined))
  const parts = partsOf(count).map((part) => said.filter((claim) => claim.segment === part))
  const complete = parts.every((part) => part.length > 0) ? largest(parts.map(earliest)) : undefined
  return smallest([whole, complete])
}

function earliest(claims: readonly Claim[]): number | undefined {
  return smallest(claims.flatMap((claim) => [claim.occurredAt, claim.event.receivedAt]))
}

/** "some slot has delivered and also expired, failed or undelivered, from receipts" */
export function hasConflict(claims: readonly Claim[]): boolean {
  return slotsOf(claims).some((slot) => {
    const statuses = claims.filter((claim) => claim.segment === slot).map((claim) => claim.event.status)
    return statuses.includes('delivered') && statuses.some(contradictsDelivered)
  })
}

export function contradictsDelivered(status: Status): boolean {
  return status === 'expired' || status === 'failed' || status === 'undelivered'
}

/** "confirmedBy: of the delivered marks", in any slot the strongest */
export function confirmedByOf(claims: readonly Claim[]): Confirmation | undefined {
  const delivered = claims.filter((claim) => claim.event.status === 'delivered')
  return [...CONFIRMATIONS].reverse().find((confirmation) => delivered.some((claim) => claim.event.confirmedBy === confirmation))
}

/**
 * "`failure` of an attempt that is not delivered: of its strongest mark with a reason other than `unknown`, else of its strongest
 * mark with any (of several slots', chosen as within a mark, section 4)."
 */
export function failureOf(claims: readonly Claim[], status: Status): Failure | undefined {
  if (status === 'delivered') return undefined
  const withFailure = claims.filter((claim) => claim.event.failure !== undefined)
  const withReason = withFailure.filter((claim) => claim.event.failure?.reason !== 'unknown')
  const candidates = withReason.length > 0 ? withReason : withFailure
  const strongest = STRONGEST_FIRST.find((one) => candidates.some((claim) => claim.event.status === one))
  const chosen = candidates.filter((claim) => claim.event.status === strongest).sort(compareFailures)[0]
  return chosen?.event.failure && withoutUndefined(chosen.event.failure)
}

/**
 * "then the smallest `receivedAt`, then the smallest `occurredAt` (none last in both), then the value, by code units (a
 * failure's as JSON text with sorted keys)"
 */
function compareFailures(one: Claim, other: Claim): number {
  return (
    compareNoneLast(one.event.receivedAt, other.event.receivedAt) ||
    compareNoneLast(one.occurredAt, other.occurredAt) ||
    compareText(jsonText(one.event.failure), jsonText(other.event.failure))
  )
}
