import { WHOLE, type Shape } from './event.ts'
import { anyNames, oneAttempt } from './laws.ts'
import { enough } from './laws/evidence.ts'
import { neverWeaker, settledStays } from './laws/later.ts'
import type { Law } from './laws/law.ts'
import { arrival, order, repetition } from './laws/order.ts'
import { claimed, onlyByTheClock, timeAlone } from './laws/time.ts'
import { isTerminal } from './policy.ts'
import { isBeforeNoneLast, RULES, type Member, type Rules } from './rules.ts'
import { and, eq, FALSE, ite, lt, not, or, plus, ult, type Term } from './smt.ts'
import { DELIVERED, rank, SENT } from './tables.ts'
import { choose, isBefore, latest } from './time.ts'

/** One rule of the model as a tired hand would have written it, and the law that finds it out. */
export interface Mutant {
  readonly what: string
  readonly foundBy: Law
  readonly shape: Shape
  readonly rules: Rules
}

const mutant = (what: string, foundBy: Law, shape: Shape, changes: Partial<Rules>): Mutant => ({
  what,
  foundBy,
  shape,
  rules: { ...RULES, ...changes },
})

const ONE = oneAttempt(2)

/** Messages whose events are of these attempts, and the later one if there is one. */
const of = (events: number, ...names: readonly number[]): Shape => ({ ...anyNames(events), names })

const UNDELIVERED = rank('undelivered')

/** All choices of evidence but one. */
const choicesWithout = (i: number): Rules['choices'] => RULES.choices.filter((_, k) => k !== i)

/** As many receipts of segments as there are segments, whichever they are. */
const countReceipts = (n: number, delivered: readonly Member[]): Term => {
  const receipts = delivered.map(({ counts }) => ite(counts, '1', '0'))
  return lt(`${n - 1}`, receipts.length > 1 ? plus(...receipts) : receipts[0]!)
}

export const MUTANTS: readonly Mutant[] = [
  mutant('what comes last in the list wins', order, ONE, {
    stronger: (_, status) => status,
  }),
  mutant('the segment count is the last that was declared', order, ONE, {
    segmentCount: (best, count) => ite(eq(count, WHOLE), best, count),
  }),
  mutant('receipts are counted, not segments', repetition, ONE, { isComplete: countReceipts }),
  mutant('evidence forgets the first instant', enough, ONE, { choices: choicesWithout(0) }),
  mutant('evidence forgets the last instant', enough, ONE, { choices: choicesWithout(1) }),
  mutant('evidence forgets the segment count', enough, ONE, { choices: choicesWithout(3) }),
  mutant('evidence forgets the schedule', enough, ONE, { choices: choicesWithout(4) }),
  mutant('evidence forgets the route without receipts', enough, ONE, {
    choices: choicesWithout(5),
  }),
  mutant('to evidence, timed and untimed is one kind', enough, oneAttempt(3), {
    isOneKind: (a, b) =>
      RULES.isOneKind(a, { ...b, receivedAt: { ...b.receivedAt, known: a.receivedAt.known } }),
  }),
  mutant('to evidence, all segments are one kind', enough, oneAttempt(3), {
    isOneKind: (a, b) => RULES.isOneKind(a, { ...b, segment: a.segment }),
  }),
  mutant('late at the deadline', arrival, ONE, { isInTime: lt }),
  mutant('a failure beats delivered', neverWeaker, ONE, {
    stronger: (best, status) =>
      ite(
        eq(best, UNDELIVERED),
        best,
        ite(or(eq(status, UNDELIVERED), ult(best, status)), status, best),
      ),
  }),
  mutant('the window starts with the last event', settledStays, ONE, { first: latest }),
  mutant('the time is the provider’s, where it says one', settledStays, ONE, {
    timeOf: (event, happenedAt) => choose(happenedAt.known, happenedAt, event.receivedAt),
  }),
  mutant('a settled status goes on', settledStays, ONE, {
    status: (_isFinal, _byTheDeadline, best) => best,
  }),
  mutant('a terminal status settles at once', settledStays, ONE, {
    isFinal: (policy, _closed, byTheDeadline) => isTerminal(policy, byTheDeadline),
  }),
  mutant('whatever is closed is settled', settledStays, ONE, {
    isSettled: (isDelivered, _isFinal, closed) => or(isDelivered, closed),
  }),
  mutant('open at the deadline', timeAlone, ONE, {
    isClosed: (now, deadline) => lt(deadline, now),
  }),
  mutant('what has no time is late', timeAlone, ONE, { untimedIsInTime: FALSE }),
  mutant('now may be before what we know', timeAlone, ONE, { now: (asked) => asked }),
  mutant('silence overwrites what was said', timeAlone, ONE, {
    withClock: (status, hasClock, silence) =>
      ite(and(hasClock, ult(status, DELIVERED)), silence, status),
  }),
  mutant('silence after sent means delivered', onlyByTheClock, ONE, {
    withClock: (status, hasClock, silence) =>
      ite(and(hasClock, eq(status, SENT)), DELIVERED, RULES.withClock(status, hasClock, silence)),
  }),
  mutant('one segment delivers all', claimed, ONE, {
    isComplete: (_n, delivered) => or(...delivered.map(({ counts }) => counts)),
  }),
  mutant('a tie holds only for what is received after it', arrival, anyNames(2), {
    ties: (event, other) =>
      and(RULES.ties(event, other), not(isBeforeNoneLast(other.receivedAt, event.receivedAt))),
  }),
  mutant('what has no name goes to the last in the list', order, anyNames(2), {
    startsFirst: (a, b) => not(isBefore(b.start, a.start)),
  }),
  mutant('an attempt starts with its last event', settledStays, of(2, 1, 2, 1), {
    attemptStart: latest,
  }),
  mutant('started at once, the last in the list is shown', order, of(2, 1, 2), {
    startedLast: (a, b) => not(isBefore(a.start, b.start)),
  }),
  mutant('delivered at once, the last in the list is shown', order, of(2, 1, 2), {
    isDeliveredFirst: (a, b) => not(isBefore(b.start, a.start)),
  }),
  mutant('delivered twice, the last is shown', settledStays, of(2, 1, 2, 2), {
    isDeliveredFirst: (a, b) => isBefore(b.start, a.start),
  }),
]
