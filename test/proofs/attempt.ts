import { WHOLE } from './event.ts'
import type { Message, Placed } from './message.ts'
import { defineTime } from './message.ts'
import type { Policy } from './policy.ts'
import { upTo, type Member, type Rules } from './rules.ts'
import { and, eq, FALSE, ite, not, or, segmentNumber, ult, type Problem, type Term } from './smt.ts'
import { DELIVERED, PENDING, SENT } from './tables.ts'
import { choose, earliest, latest, when, type Time } from './time.ts'

/** One attempt at one instant. */
export interface AttemptStatus {
  readonly id: Term
  /** n, the largest declared count of segments. */
  readonly segmentCount: Term
  readonly noReceipts: Term
  readonly start: Time
  readonly strongest: Term
  /** The strongest of what is in time. */
  readonly inTime: Term
  readonly status: Term
  readonly settled: Term
  /** The clock set the status. */
  readonly byClock: Term
  readonly since: Time
}

/** Sections 4 to 6 for the attempt of one id. */
export function attemptStatus(
  problem: Problem,
  name: string,
  id: Term,
  message: Message,
  policy: Policy,
  rules: Rules,
): AttemptStatus {
  const { placed, closed, deadline } = message
  const define = (what: string, sort: 'Bool' | 'Small' | 'Segment', term: Term) =>
    problem.define(`${name}.${what}`, sort, term)
  const members = placed.map((each, i) => ({
    ...each,
    counts: define(`has-e${i}`, 'Bool', and(each.event.present, eq(each.attempt, id))),
  }))
  const timely = members.map((each, i) => ({
    ...each,
    counts: define(`has-in-time-e${i}`, 'Bool', isInTime(each, members, message, rules)),
  }))

  const segmentCount = members.reduce<Term>((best, { event, counts }, i) => {
    const next = ite(counts, rules.segmentCount(best, event.count), best)
    return define(`segment-count.${i}`, 'Segment', next)
  }, WHOLE)
  const noReceipts = define(
    'no-receipts',
    'Bool',
    or(...members.map(({ event, counts }) => and(counts, event.noReceipts))),
  )

  const completeInTime = define('complete-in-time', 'Bool', isComplete(timely, segmentCount, rules))
  const complete = define('complete', 'Bool', isComplete(members, segmentCount, rules))
  const strongestOf = (what: string, list: readonly Member[], isAll: Term) => {
    const best = list.reduce<Term>((stronger, member, i) => {
      const next = rules.stronger(stronger, milestoneOf(member))
      return define(`${what}.${i}`, 'Small', ite(member.counts, next, stronger))
    }, PENDING)
    return define(what, 'Small', ite(isAll, rules.stronger(best, DELIVERED), best))
  }
  const inTime = strongestOf('in-time', timely, completeInTime)
  const strongest = strongestOf('strongest', members, complete)

  const hasClock = define(
    'has-clock',
    'Bool',
    and(closed, not(rules.isSilenceExpected(noReceipts, inTime))),
  )
  const byTheDeadline = define(
    'by-the-deadline',
    'Small',
    rules.withClock(inTime, hasClock, policy.silence),
  )
  const isFinal = define('is-final', 'Bool', rules.isFinal(policy, closed, byTheDeadline))
  const status = define(
    'status',
    'Small',
    rules.status(isFinal, byTheDeadline, rules.withClock(strongest, hasClock, policy.silence)),
  )
  const isDelivered = eq(status, DELIVERED)
  const hasInTime = or(
    and(completeInTime, isDelivered),
    ...timely.map((each) => and(each.counts, eq(milestoneOf(each), status))),
  )
  const byClock = define(
    'by-clock',
    'Bool',
    and(hasClock, eq(status, policy.silence), not(hasInTime)),
  )
  const known = knownAt(problem, `${name}.known-at`, members, status, segmentCount, complete)
  return {
    id,
    segmentCount,
    noReceipts,
    start: rules.attemptStart(
      problem,
      `${name}.start`,
      members.map(({ counts, time }) => when(counts, time)),
    ),
    strongest,
    inTime,
    status,
    settled: define('settled', 'Bool', rules.isSettled(isDelivered, isFinal, closed)),
    byClock,
    since: defineTime(problem, `${name}.since`, choose(byClock, deadline, known)),
  }
}

interface PlacedMember extends Placed, Member {
  readonly segment: Term
}

/** "A segment's `delivered` also proves that the attempt was `sent`", and no more. */
const milestoneOf = ({ event, segment }: Member): Term =>
  ite(and(eq(event.status, DELIVERED), not(eq(segment, WHOLE))), SENT, event.status)

/** By the provider's clock, a mark is untimed only while none of its events has a time. */
function isInTime(
  { event, time, counts, segment }: PlacedMember,
  members: readonly PlacedMember[],
  { byOccurrence, deadline }: Message,
  rules: Rules,
): Term {
  const isTimed = members.map((other) =>
    other.event === event
      ? FALSE
      : and(
          other.counts,
          other.time.known,
          eq(other.event.status, event.status),
          eq(other.segment, segment),
        ),
  )
  const untimed = and(rules.untimedIsInTime, not(and(byOccurrence, or(...isTimed))))
  return and(counts, ite(time.known, rules.isInTime(time.at, deadline.at), untimed))
}

const deliveredOf = (members: readonly Member[]): Member[] =>
  members.map((each) => ({ ...each, counts: and(each.counts, eq(each.event.status, DELIVERED)) }))

/** As many events as there are complete no more segments than that. */
const isComplete = (members: readonly Member[], segmentCount: Term, rules: Rules): Term =>
  or(
    ...upTo(members.length).map((n) =>
      and(eq(segmentCount, segmentNumber(n)), rules.isComplete(n, deliveredOf(members))),
    ),
  )

/** When the status was known: of segments, `delivered` at the latest of the n. */
function knownAt(
  problem: Problem,
  name: string,
  members: readonly PlacedMember[],
  status: Term,
  segmentCount: Term,
  complete: Term,
): Time {
  const whole = members.map((each) =>
    when(and(each.counts, eq(milestoneOf(each), status)), each.time),
  )
  const delivered = upTo(members.length).map((n) => {
    const first = earliest(
      problem,
      `${name}.segment-${n}`,
      deliveredOf(members).map((each, i) =>
        when(and(each.counts, eq(each.segment, segmentNumber(n))), members[i]!.time),
      ),
    )
    return when(not(ult(segmentCount, segmentNumber(n))), first)
  })
  const last = latest(problem, `${name}.last-segment`, delivered)
  return earliest(problem, name, [...whole, when(and(complete, eq(status, DELIVERED)), last)])
}
