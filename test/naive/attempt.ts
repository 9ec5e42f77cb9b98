import type { Status } from '../../src/event/status.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { Claim, Window } from './message.ts'
import { PRECEDENCE, smallest, largest, strongestOf } from './order.ts'

/** A status of a slot or of an attempt: since when it is known, and whether it is in time. */
export interface Known {
  readonly time: number | undefined
  readonly inTime: boolean
}

/** One attempt at one instant. */
export interface Judged {
  /** The statuses that it *has*, weakest first. */
  readonly has: readonly Status[]
  readonly strongest: Status
  readonly status: Status
  readonly settled: boolean
  readonly by: 'receipt' | 'clock' | undefined
  readonly since: number | undefined
  /** "when `delivered` was known of the attempt" */
  readonly deliveryKnownAt: number | undefined
}

/**
 * Section 5's loop over attempts, for the claims and the n (`count`) of one attempt. No claims at
 * all: what an attempt is before its first.
 */
export function judge(
  claims: readonly Claim[],
  count: number | undefined,
  policy: Policy,
  window: Window,
): Judged {
  const known = new Map<Status, Known>()
  for (const status of PRECEDENCE) {
    const how = knownOf(status, claims, count, window)
    if (how) known.set(status, how)
  }
  const has = [...known.keys()]
  const inTime = has.filter((status) => known.get(status)?.inTime)
  const clock = clockOf(claims, strongestOf(inTime), policy, window)

  // "by the deadline = the strongest of pending, its statuses in time, and, once closed, the
  // clock's"
  const byTheDeadline = strongestOf(clock ? [...inTime, clock] : inTime)
  const stays = window.closed && policy.terminal.includes(byTheDeadline)
  // "status = by the deadline, if closed and terminal for the policy, else the strongest of all its
  // statuses and the clock's"
  const status = stays ? byTheDeadline : strongestOf(clock ? [...has, clock] : has)
  return {
    has,
    // "the strongest status that an attempt has. It depends on no time, no policy and no clock."
    strongest: strongestOf(has),
    status,
    // "settled = status is delivered, or closed and by the deadline is terminal"
    settled: status === 'delivered' || stays,
    deliveryKnownAt: known.get('delivered')?.time,
    ...whoSet(known.get(status), clock === status, window),
  }
}

/**
 * "Once the window is closed, the clock adds one status to every attempt, known at the deadline:
 * the policy's `silence`"; "If an event of an attempt said `receiptsExpected: false` and the
 * attempt's strongest status in time is `sent`, the clock adds nothing"
 */
function clockOf(
  claims: readonly Claim[],
  strongestInTime: Status,
  policy: Policy,
  window: Window,
): Status | undefined {
  const blind =
    claims.some((claim) => claim.event.receiptsExpected === false) && strongestInTime === 'sent'
  return window.closed && !blind ? policy.silence : undefined
}

/**
 * "`since` tells when the status was known; for the clock it is the deadline. If receipt and clock
 * say the same, a receipt in time counts, also one exactly at the deadline, and a late one gives
 * way to the clock."
 */
function whoSet(
  known: Known | undefined,
  clockSaysSo: boolean,
  window: Window,
): Pick<Judged, 'by' | 'since'> {
  if (clockSaysSo && !known?.inTime) return { by: 'clock', since: window.deadline }
  return known ? { by: 'receipt', since: known.time } : { by: undefined, since: undefined }
}

/** How the attempt has this status, if it does; "If both speak, the earlier knowledge counts.". */
function knownOf(
  status: Status,
  claims: readonly Claim[],
  count: number | undefined,
  window: Window,
): Known | undefined {
  const ways = waysToKnow(status, claims, count, window)
  if (ways.length === 0) return undefined
  // "Any other status is known when the first segment has it, and in time if one is."
  return { time: smallest(ways.map((way) => way.time)), inTime: ways.some((way) => way.inTime) }
}

function waysToKnow(
  status: Status,
  claims: readonly Claim[],
  count: number | undefined,
  window: Window,
): Known[] {
  // "An event without a segment speaks for the whole attempt"
  if (status === 'delivered')
    return [...markOf(status, undefined, claims, window), ...completeMark(claims, count, window)]
  // "An attempt has any other status as soon as one segment has it."
  const marks = slotsOf(claims).flatMap((slot) => markOf(status, slot, claims, window))
  // "A delivered segment proves that the attempt was `sent` and counts as that for the status, but
  // not for `sentAt`."
  return status === 'sent'
    ? [...marks, ...segmentsOf(claims).flatMap((slot) => markOf('delivered', slot, claims, window))]
    : marks
}

/** "All events with one status on one slot count as one known status." */
export function markOf(
  status: Status,
  slot: number | undefined,
  claims: readonly Claim[],
  window: Window,
): Known[] {
  const times = claims
    .filter((claim) => claim.segment === slot && claim.event.status === status)
    .map((claim) => claim.time)
  if (times.length === 0) return []
  const time = smallest(times)
  // "if any event of it carries no time"; "By `occurredAt`, a status carries no time only if none
  // of its events has one."
  const untimed = window.timedByReceivedAt
    ? times.some((one) => one === undefined)
    : time === undefined
  // "A status is in time if it is known by the deadline, or if any event of it carries no time"
  return [
    {
      time,
      inTime:
        untimed || time === undefined || window.deadline === undefined || time <= window.deadline,
    },
  ]
}

/**
 * "An attempt has `delivered` when each of its segments has it; without any declared count,
 * segments never complete it."; "Of segments, `delivered` is known when the last of them is known,
 * and in time if all of them are."
 */
function completeMark(
  claims: readonly Claim[],
  count: number | undefined,
  window: Window,
): Known[] {
  const marks = partsOf(count).flatMap((slot) => markOf('delivered', slot, claims, window))
  if (count === undefined || marks.length < count) return []
  return [
    { time: largest(marks.map((mark) => mark.time)), inTime: marks.every((mark) => mark.inTime) },
  ]
}

/** 1 to n. */
export function partsOf(count = 0): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

export function slotsOf(claims: readonly Claim[]): (number | undefined)[] {
  return [...new Set(claims.map((claim) => claim.segment))]
}

function segmentsOf(claims: readonly Claim[]): number[] {
  return slotsOf(claims).filter((slot) => slot !== undefined)
}
