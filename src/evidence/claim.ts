import type { DeliveryEvent } from '../event/event.ts'
import { compareInstant, compareText, least, textOf } from '../event/order.ts'
import { stronger } from '../event/precedence.ts'

/**
 * An event, or a mark that stands for many: "this status is claimed, known since …". Of all events with one status under one set of ids
 * a mark keeps the smallest times, the largest count and schedule, the strongest confirmation, one failure and one ref.
 */
export interface Claim extends DeliveryEvent {
  /** The largest `receivedAt` of a mark. */
  readonly lastReceivedAt?: number | undefined
  /** Some event of a mark had no `receivedAt`. */
  readonly untimed?: boolean | undefined
  /** The times of the one event that a mark's failure, or its ref, was kept from. */
  readonly failureTimes?: Times | undefined
  readonly refTimes?: Times | undefined
}

type Times = Pick<DeliveryEvent, 'receivedAt' | 'occurredAt'>

/** The mark of two claims with the same status and ids. Each field is a minimum, a maximum or a union, so any order gives the same. */
export function join(a: Claim, b: Claim): Claim {
  const failed = preferred(a, b, 'failure')
  const referred = preferred(a, b, 'ref')
  return {
    status: a.status,
    attemptId: a.attemptId,
    provider: a.provider,
    providerMessageId: a.providerMessageId,
    messageId: a.messageId ?? b.messageId,
    segment: a.segment && { ...a.segment, count: most(a.segment.count, b.segment?.count) },
    receivedAt: least(a.receivedAt, b.receivedAt),
    lastReceivedAt: most(lastOf(a), lastOf(b)),
    untimed: isUntimed(a) || isUntimed(b) || undefined,
    occurredAt: least(occurrenceOf(a), occurrenceOf(b)),
    scheduledFor: most(a.scheduledFor, b.scheduledFor),
    receiptsExpected: a.receiptsExpected === false || b.receiptsExpected === false ? false : undefined,
    confirmedBy: stronger(a.confirmedBy, b.confirmedBy),
    failure: failed.failure,
    failureTimes: failed.failure && timesOf(failed, 'failure'),
    ref: referred.ref,
    refTimes: referred.ref === undefined ? undefined : timesOf(referred, 'ref'),
  }
}

export const lastOf = ({ lastReceivedAt, receivedAt }: Claim): number | undefined => lastReceivedAt ?? receivedAt

export const isUntimed = ({ untimed, receivedAt }: Claim): boolean => untimed ?? receivedAt === undefined

/** When it happened. A provider's clock that is ahead of ours is not believed: nothing happens after we know of it. */
export function occurrenceOf(claim: Claim): number | undefined {
  const { occurredAt, untimed } = claim
  // What a mark keeps was judged already, event by event.
  return occurredAt === undefined || untimed ? occurredAt : Math.min(occurredAt, lastOf(claim) ?? occurredAt)
}

/** Whose failure, or ref, is kept: a reason goes before `unknown`; then the earlier received, then the earlier to have happened, none last in both; then the smaller text. */
export function preferred(a: Claim, b: Claim, field: 'failure' | 'ref'): Claim {
  if (a[field] === undefined || b[field] === undefined) return a[field] === undefined ? b : a
  const [ours, theirs] = [timesOf(a, field), timesOf(b, field)]
  const order =
    (field === 'failure' && vagueness(a) - vagueness(b)) ||
    compareInstant(ours.receivedAt, theirs.receivedAt) ||
    compareInstant(ours.occurredAt, theirs.occurredAt) ||
    compareText(textOf(a[field]), textOf(b[field]))
  return order > 0 ? b : a
}

export const vagueness = ({ failure }: Claim): number => Number(failure?.reason === 'unknown')

const timesOf = (claim: Claim, field: 'failure' | 'ref'): Times =>
  claim[`${field}Times`] ?? { receivedAt: claim.receivedAt, occurredAt: occurrenceOf(claim) }

const most = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b! > a ? b : a)
