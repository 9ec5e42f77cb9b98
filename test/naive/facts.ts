import type { Confirmation } from '../../src/event/event.ts'
import type { Failure } from '../../src/event/failure.ts'
import type { Status } from '../../src/event/status.ts'
import type { AttemptState } from '../../src/delivery/delivery-state.ts'
import type { Judged } from './attempt.ts'
import { markOf, partsOf, slotsOf } from './attempt.ts'
import type { Claim, Window } from './message.ts'
import {
  compareNoneLast,
  compareText,
  jsonText,
  largest,
  smallest,
  STRONGEST_FIRST,
  withoutUndefined,
} from './order.ts'

/** "platform < carrier < handset < user" */
const CONFIRMATIONS: readonly Confirmation[] = ['platform', 'carrier', 'handset', 'user']

type Milestones = Pick<AttemptState, (typeof MILESTONES)[number][0] | 'readAt' | 'deliveryKnownAt'>

const MILESTONES = [
  ['acceptedAt', 'accepted'],
  ['queuedAt', 'queued'],
  ['sentAt', 'sent'],
  ['deliveredAt', 'delivered'],
  ['undeliveredAt', 'undelivered'],
  ['failedAt', 'failed'],
  ['expiredAt', 'expired'],
  ['unknownAt', 'unknown'],
] as const satisfies readonly (readonly [keyof AttemptState, Status])[]

/**
 * The instants of one attempt: its …At ("If the clock set the status, its milestone is the
 * deadline."), `readAt` and `deliveryKnownAt`.
 */
export function milestonesOf(
  claims: readonly Claim[],
  count: number | undefined,
  judged: Judged,
  window: Window,
): Milestones {
  const milestones = MILESTONES.map(([name, status]) => {
    const setByClock = judged.by === 'clock' && judged.status === status
    return [name, setByClock ? window.deadline : reachedAt(status, claims, count)]
  })
  return {
    ...Object.fromEntries(milestones),
    // "the smallest `occurredAt` or `receivedAt` of the events with `read: true`"
    readAt: earliest(claims.filter((claim) => claim.event.read)),
    deliveryKnownAt: judged.deliveryKnownAt,
  }
}

/** "Its milestones, `readAt` and `deliveryKnownAt` are the smallest over its attempts." */
export function earliestMilestones(attempts: readonly Milestones[]): Milestones {
  const names = [...MILESTONES.map(([name]) => name), 'readAt', 'deliveryKnownAt'] as const
  return Object.fromEntries(
    names.map((name) => [name, smallest(attempts.map((attempt) => attempt[name]))]),
  )
}

/**
 * "a status was reached at the smaller of the smallest `occurredAt` and the smallest `receivedAt`
 * of that status. For segments, `deliveredAt` is the largest of theirs, and absent until all have
 * it."
 */
function reachedAt(
  status: Status,
  claims: readonly Claim[],
  count: number | undefined,
): number | undefined {
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

/** "some slot has `delivered` and also `expired`, `failed` or `undelivered`, from receipts" */
export function hasConflict(claims: readonly Claim[]): boolean {
  return slotsOf(claims).some((slot) => {
    const statuses = claims
      .filter((claim) => claim.segment === slot)
      .map((claim) => claim.event.status)
    return statuses.includes('delivered') && statuses.some(contradictsDelivered)
  })
}

export function contradictsDelivered(status: Status): boolean {
  return status === 'expired' || status === 'failed' || status === 'undelivered'
}

/** "the strongest of the `delivered` events", of whatever slot */
export function confirmedByOf(claims: readonly Claim[]): Confirmation | undefined {
  const delivered = claims.filter((claim) => claim.event.status === 'delivered')
  return [...CONFIRMATIONS]
    .reverse()
    .find((confirmation) => delivered.some((claim) => claim.event.confirmedBy === confirmation))
}

/**
 * "The `failure` of an attempt that is not delivered is that of its strongest known status with a
 * reason other than `unknown`, else that of its strongest known status with any failure."; "If the
 * attempt is settled, a status in time goes before a late one, first among those with a reason,
 * then among those without."
 */
export function failureOf(
  claims: readonly Claim[],
  judged: Judged,
  window: Window,
): Failure | undefined {
  if (judged.status === 'delivered') return undefined
  const [chosen] = claims
    .filter((claim) => claim.event.failure !== undefined)
    .flatMap((claim) =>
      markOf(claim.event.status, claim.segment, claims, window).map(({ inTime }) => ({
        claim,
        inTime,
      })),
    )
    .sort(
      (one, other) =>
        compareReasons(one.claim, other.claim) ||
        (judged.settled ? Number(other.inTime) - Number(one.inTime) : 0) ||
        STRONGEST_FIRST.indexOf(one.claim.event.status) -
          STRONGEST_FIRST.indexOf(other.claim.event.status) ||
        compareFailures(one.claim, other.claim),
    )
  return chosen?.claim.event.failure && withoutUndefined(chosen.claim.event.failure)
}

/**
 * "a reason other than `unknown` goes first, then the smallest `receivedAt`, then the smallest
 * `occurredAt` (none goes last in both), then the failure's JSON text with sorted keys, by code
 * points"; "Of several slots with that status, it is chosen as within one slot."
 */
function compareFailures(one: Claim, other: Claim): number {
  return (
    compareReasons(one, other) ||
    compareNoneLast(one.event.receivedAt, other.event.receivedAt) ||
    compareNoneLast(one.occurredAt, other.occurredAt) ||
    compareText(jsonText(one.event.failure), jsonText(other.event.failure))
  )
}

/** "a reason other than `unknown` goes first" */
function compareReasons(one: Claim, other: Claim): number {
  return (
    Number(one.event.failure?.reason === 'unknown') -
    Number(other.event.failure?.reason === 'unknown')
  )
}
