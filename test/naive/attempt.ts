import type { Status } from '../../src/event/status.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { Claim, Window } from './message.ts'
import { PRECEDENCE, smallest, largest, strongestOf } from './order.ts'

/** A mark, or a status that an attempt has: since when it is known, and whether it is in time. */
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
  /** "when the attempt's `delivered` was known (section 4, its stand-in for a message without receivedAt too)" */
  readonly deliveryKnownAt: number | undefined
}

/**
 * Section 5's loop over attempts, for the claims and the n (`count`) of one attempt. No claims at all: what an attempt is
 * before its first.
 */
export function judge(claims: readonly Claim[], count: number | undefined, policy: Policy, window: Window): Judged {
  const known = new Map<Status, Known>()
  for (const status of PRECEDENCE) {
    const how = knownOf(status, claims, count, window)
    if (how) known.set(status, how)
  }
  const has = [...known.keys()]
  const inTime = has.filter((status) => known.get(status)?.inTime)
  const clock = clockOf(claims, strongestOf(inTime), policy, window)

  // "by the deadline = the strongest of pending, its marks in time, and, once closed, the clock's own mark"
  const byTheDeadline = strongestOf(clock ? [...inTime, clock] : inTime)
  const stays = window.closed && policy.terminal.includes(byTheDeadline)
  // "status = by the deadline, when closed and that is terminal for the policy, else the strongest of all its marks and the
  // clock's"
  const status = stays ? byTheDeadline : strongestOf(clock ? [...has, clock] : has)
  return {
    has,
    // "the strongest status that an attempt has. No time, no policy and no clock enters it."
    strongest: strongestOf(has),
    status,
    // "settled = status is delivered, or closed and `by the deadline` is terminal"
    settled: status === 'delivered' || stays,
    deliveryKnownAt: known.get('delivered')?.time,
    ...whoSet(known.get(status), clock === status, window),
  }
}

/**
 * "Once closed, the clock makes a mark of its own for every attempt, known at the deadline, with the status `policy.silence`";
 * "An attempt of which an event said `receiptsExpected: false`, and whose strongest status in time is `sent`, gets no mark from the clock"
 */
function clockOf(claims: readonly Claim[], strongestInTime: Status, policy: Policy, window: Window): Status | undefined {
  const blind = claims.some((claim) => claim.event.receiptsExpected === false) && strongestInTime === 'sent'
  return window.closed && !blind ? policy.silence : undefined
}

/**
 * "`since` is when that was known: the mark's time (absent where it has none), or the deadline. Where receipt and clock say the
 * same, a receipt in time counts (also one exactly at the deadline), and a late one gives way to the clock."
 */
function whoSet(known: Known | undefined, clockSaysSo: boolean, window: Window): Pick<Judged, 'by' | 'since'> {
  if (clockSaysSo && !known?.inTime) return { by: 'clock', since: window.deadline }
  return known ? { by: 'receipt', since: known.time } : { by: undefined, since: undefined }
}

/** How the attempt has this status, if it does; "where both speak the earlier knowledge counts". */
function knownOf(status: Status, claims: readonly Claim[], count: number | undefined, window: Window): Known | undefined {
  const ways = waysToKnow(status, claims, count, window)
  if (ways.length === 0) return undefined
  // "any other status at the earliest, and in time when one is (earliest and latest of the times there are; none where there
  // is none)"
  return { time: smallest(ways.map((way) => way.time)), inTime: ways.some((way) => way.inTime) }
}

function waysToKnow(status: Status, claims: readonly Claim[], count: number | undefined, window: Window): Known[] {
  // "An event without a segment speaks for the whole attempt"
  if (status === 'delivered') return [...markOf(status, undefined, claims, window), ...completeMark(claims, count, window)]
  // "it has any other status as soon as one segment does"
  const marks = slotsOf(claims).flatMap((slot) => markOf(status, slot, claims, window))
  // "A segment's `delivered` also proves that the attempt was `sent`, and counts as that for the status"
  return status === 'sent'
    ? [...marks, ...segmentsOf(claims).flatMap((slot) => markOf('delivered', slot, claims, window))]
    : marks
}

/** The mark of one status on one slot, if any. */
export function markOf(status: Status, slot: number | undefined, claims: readonly Claim[], window: Window): Known[] {
  const times = claims.filter((claim) => claim.segment === slot && claim.event.status === status).map((claim) => claim.time)
  if (times.length === 0) return []
  const time = smallest(times)
  // "whether any event of it had none (`untimed`)"; by occurredAt "`untimed` means that no event of the mark has one"
  const untimed = window.timedByReceivedAt ? times.some((one) => one === undefined) : time === undefined
  // "A mark is *in time* when it is untimed, or its time is not after the deadline"
  return [{ time, inTime: untimed || time === undefined || window.deadline === undefined || time <= window.deadline }]
}

/**
 * "An attempt *has* `delivered` when all n segments have it (a segment without any declared count never completes it)";
 * "`delivered` is known at the latest of the n, and in time when all are"
 */
function completeMark(claims: readonly Claim[], count: number | undefined, window: Window): Known[] {
  const marks = partsOf(count).flatMap((slot) => markOf('delivered', slot, claims, window))
  if (count === undefined || marks.length < count) return []
  return [{ time: largest(marks.map((mark) => mark.time)), inTime: marks.every((mark) => mark.inTime) }]
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
