import { happenedAt, NO_ID, WHOLE, type Event } from './event.ts'
import type { Policy } from './policy.ts'
import { isTerminal } from './policy.ts'
import { and, eq, ite, le, lt, not, or, segmentNumber, TRUE, ult, type Term } from './smt.ts'
import { SENT } from './tables.ts'
import { choose, earliest, isBefore, isSame, type Time } from './time.ts'

/** What is known of an event of the attempt, where the rules speak of segments. */
export interface Member {
  readonly event: Event
  /** It is there, of this attempt, and where "in time" is asked for, in time. */
  readonly counts: Term
  readonly segment: Term
}

/**
 * The rules of the model, each by itself, so that a mutant is a record with one of them changed.
 * Quotes are from the model.
 */
export const RULES = {
  /** "The smallest `receivedAt`"; "only in a message of which no event has one, `occurredAt`". */
  timeOf: (event: Event, happenedAt: Time, byOccurrence: Term): Time =>
    choose(byOccurrence, happenedAt, event.receivedAt),

  /** "The window starts when anything was first known": the smallest of the times. */
  first: earliest,

  /** "An attempt starts at the smallest time" of its events. */
  attemptStart: earliest,

  /** "`now` is never taken to be earlier than the largest `receivedAt`". */
  now: (asked: Term, lastReceivedAt: Time): Term =>
    ite(and(lastReceivedAt.known, lt(asked, lastReceivedAt.at)), lastReceivedAt.at, asked),

  /** "The window is closed once `now` reaches the deadline." */
  isClosed: (now: Term, deadline: Term): Term => le(deadline, now),

  /** "In time: not after the deadline". */
  isInTime: (time: Term, deadline: Term): Term => le(time, deadline),

  /** "What carries no time gets the benefit of the doubt". */
  untimedIsInTime: TRUE,

  /** One step of a loop over statuses: the stronger of two. */
  stronger: (best: Term, status: Term): Term => ite(ult(best, status), status, best),

  /** One step of a loop over events: the number of segments is the largest declared count. */
  segmentCount: (best: Term, count: Term): Term => ite(ult(best, count), count, best),

  /** "Delivered when all its n segments have it". */
  isComplete: (n: number, delivered: readonly Member[]): Term =>
    and(
      ...upTo(n).map((segment) =>
        or(...delivered.map((each) => and(each.counts, eq(each.segment, segmentNumber(segment))))),
      ),
    ),

  /** "Gets no mark from the clock": nobody reports after `sent` on this route. */
  isSilenceExpected: (noReceipts: Term, inTime: Term): Term => and(noReceipts, eq(inTime, SENT)),

  /** By the deadline: the clock's mark "is compared like any other". */
  withClock: (status: Term, hasClock: Term, silence: Term): Term =>
    ite(and(hasClock, ult(status, silence)), silence, status),

  /** "By the deadline, when closed and that is terminal for the policy": what stays. */
  isFinal: (policy: Policy, closed: Term, byTheDeadline: Term): Term =>
    and(closed, isTerminal(policy, byTheDeadline)),

  /** The status: what is final, else the strongest of all. */
  status: (isFinal: Term, byTheDeadline: Term, strongest: Term): Term =>
    ite(isFinal, byTheDeadline, strongest),

  /** "Settled: status is delivered, or closed and `by the deadline` is terminal". */
  isSettled: (isDelivered: Term, isFinal: Term, _closed: Term): Term => or(isDelivered, isFinal),

  /** "An event that carries both ties that provider id to the attempt", whatever event it is. */
  ties: (event: Event, other: Event): Term =>
    and(
      not(eq(event.attemptId, NO_ID)),
      not(eq(other.providerMessageId, NO_ID)),
      eq(event.providerMessageId, other.providerMessageId),
    ),

  /** Of several attempts that a provider id is tied to, the smallest. */
  tiedAttempt: (best: Term, id: Term): Term => ite(or(eq(best, NO_ID), ult(id, best)), id, best),

  /** The only segment that ties of an id name: 0 for none so far. */
  tiedSegment: (known: Term, segment: Term): Term =>
    ite(eq(segment, WHOLE), known, ite(or(eq(known, WHOLE), eq(known, segment)), segment, SEVERAL)),

  /** What names no attempt belongs to the one that starts first, of one instant the smaller id. */
  startsFirst: (a: Started, b: Started): Term =>
    or(isBefore(a.start, b.start), and(isSame(a.start, b.start), ult(a.id, b.id))),

  /** "The one known so first, ties by id". */
  isDeliveredFirst: (a: Started, b: Started): Term =>
    or(isBefore(a.start, b.start), and(isSame(a.start, b.start), ult(a.id, b.id))),

  /** "The one that started last (of a tie the larger id)". */
  startedLast: (a: Started, b: Started): Term =>
    or(isBefore(b.start, a.start), and(isSame(a.start, b.start), ult(b.id, a.id))),

  /** Evidence: events of one kind, of which some stand for all. */
  isOneKind: (a: Event, b: Event): Term =>
    and(
      eq(a.attemptId, b.attemptId),
      eq(a.providerMessageId, b.providerMessageId),
      eq(a.otherNames, b.otherNames),
      eq(a.segment, b.segment),
      eq(a.status, b.status),
      eq(a.receivedAt.known, b.receivedAt.known),
    ),

  /** Evidence: of one kind is kept the first by each of these. */
  choices: [
    (a: Event, b: Event) => isBeforeNoneLast(a.receivedAt, b.receivedAt),
    (a: Event, b: Event) => isBeforeNoneLast(b.receivedAt, a.receivedAt),
    (a: Event, b: Event) => isBeforeNoneLast(happenedAt(a), happenedAt(b)),
    (a: Event, b: Event) => ult(b.count, a.count),
    (a: Event, b: Event) => isBefore(b.scheduledFor, a.scheduledFor),
    (a: Event, b: Event) => and(a.noReceipts, not(b.noReceipts)),
  ] as readonly ((a: Event, b: Event) => Term)[],
}

/** The segment of a tie where ties name several. */
export const SEVERAL = segmentNumber(256)

export type Rules = typeof RULES

/** An attempt, and an instant to order it by. */
export interface Started {
  readonly id: Term
  readonly start: Time
}

export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1)

/** A missing time is after all others. */
export const isBeforeNoneLast = (a: Time, b: Time): Term =>
  and(a.known, or(not(b.known), lt(a.at, b.at)))
