import { happenedAt, isNamed, NO_ID, WHOLE, type Event } from './event.ts'
import type { Policy } from './policy.ts'
import { SEVERAL, type Rules } from './rules.ts'
import { and, eq, FALSE, ite, lt, not, or, plus, type Problem, type Term } from './smt.ts'
import { choose, latest, NEVER, when, type Time } from './time.ts'

/** An event in its message: whose it is, and when it was known. */
export interface Placed {
  readonly event: Event
  readonly time: Time
  readonly attempt: Term
  readonly segment: Term
}

export interface Message {
  readonly placed: readonly Placed[]
  /** The attempt of events that name none. */
  readonly firstAttempt: Term
  /** No event has a `receivedAt`: `occurredAt` stands in for it. */
  readonly byOccurrence: Term
  readonly deadline: Time
  readonly now: Term
  readonly closed: Term
}

/** Section 4, "which attempt", and the window of section 5, with the loops that the code has. */
export function resolve(
  problem: Problem,
  name: string,
  events: readonly Event[],
  policy: Policy,
  asked: Term,
  rules: Rules,
): Message {
  const lastReceivedAt = latest(
    problem,
    `${name}.last-received-at`,
    events.map((event) => when(event.present, event.receivedAt)),
  )
  const byOccurrence = problem.define(`${name}.by-occurrence`, 'Bool', not(lastReceivedAt.known))
  const timed = events.map((event, i) => {
    const time = rules.timeOf(event, happenedAt(event), byOccurrence)
    return { event, time: defineTime(problem, `${name}.e${i}.time`, time) }
  })

  const first = rules.first(
    problem,
    `${name}.first`,
    timed.map(({ event, time }) => when(event.present, time)),
  )
  const schedule = latest(
    problem,
    `${name}.schedule`,
    events.map((event) => when(event.present, event.scheduledFor)),
  )
  const isHeldBack = and(schedule.known, lt(first.at, schedule.at))
  const start = problem.define(`${name}.start`, 'Real', ite(isHeldBack, schedule.at, first.at))
  const deadline = {
    known: first.known,
    at: problem.define(`${name}.deadline`, 'Real', plus(start, policy.window)),
  }
  const now = problem.define(`${name}.now`, 'Real', rules.now(asked, lastReceivedAt))
  const isClosed = and(deadline.known, rules.isClosed(now, deadline.at))
  return {
    ...place(problem, name, timed, rules),
    byOccurrence,
    deadline,
    now,
    closed: problem.define(`${name}.closed`, 'Bool', isClosed),
  }
}

interface Timed {
  readonly event: Event
  readonly time: Time
}

/** Attempt and segment of each event, by its own word or by a tie. */
function place(
  problem: Problem,
  name: string,
  timed: readonly Timed[],
  rules: Rules,
): Pick<Message, 'placed' | 'firstAttempt'> {
  const ties = timed.map(({ event }, i) => tieOf(problem, `${name}.e${i}`, event, timed, rules))
  const named = timed.map(({ event }, i) => {
    const tied = ties[i]!.attempt
    const byProvider = ite(eq(tied, NO_ID), event.providerMessageId, tied)
    return ite(eq(event.attemptId, NO_ID), byProvider, event.attemptId)
  })
  const first = firstAttempt(problem, name, timed, named, rules)
  const placed = timed.map(({ event, time }, i) => {
    const own = `${name}.e${i}`
    const attempt = ite(isNamed(event), named[i]!, first)
    const tied = ties[i]!.segment
    const segment = ite(and(eq(event.segment, WHOLE), not(eq(tied, SEVERAL))), tied, event.segment)
    return {
      event,
      time,
      attempt: problem.define(`${own}.attempt`, 'Small', attempt),
      segment: problem.define(`${own}.of-segment`, 'Segment', segment),
    }
  })
  return { placed, firstAttempt: first }
}

/** What the events that carry both ids tie this one's provider id to; 0 where none does. */
function tieOf(
  problem: Problem,
  name: string,
  tied: Event,
  timed: readonly Timed[],
  rules: Rules,
): { attempt: Term; segment: Term } {
  let attempt: Term = NO_ID
  let segment: Term = WHOLE
  timed.forEach(({ event }, i) => {
    const ties = and(event.present, rules.ties(event, tied))
    const nextAttempt = ite(ties, rules.tiedAttempt(attempt, event.attemptId), attempt)
    const nextSegment = ite(ties, rules.tiedSegment(segment, event.segment), segment)
    attempt = problem.define(`${name}.tied-attempt.${i}`, 'Small', nextAttempt)
    segment = problem.define(`${name}.tied-segment.${i}`, 'Segment', nextSegment)
  })
  return { attempt, segment }
}

/** The attempt that starts first by the events that name theirs; 0, the nameless, without any. */
function firstAttempt(
  problem: Problem,
  name: string,
  timed: readonly Timed[],
  named: readonly Term[],
  rules: Rules,
): Term {
  let best: { exists: Term; id: Term; start: Time } = { exists: FALSE, id: NO_ID, start: NEVER }
  timed.forEach(({ event }, i) => {
    const isThere = and(event.present, isNamed(event))
    if (isThere === FALSE) return
    const own = `${name}.first-attempt.${i}`
    const id = named[i]!
    const start = rules.attemptStart(
      problem,
      `${own}.start`,
      timed.map((each, k) =>
        when(and(each.event.present, isNamed(each.event), eq(named[k]!, id)), each.time),
      ),
    )
    const isBetter = and(isThere, or(not(best.exists), rules.startsFirst({ id, start }, best)))
    best = {
      exists: problem.define(`${own}.exists`, 'Bool', or(best.exists, isThere)),
      id: problem.define(own, 'Small', ite(isBetter, id, best.id)),
      start: defineTime(problem, `${own}.best`, choose(isBetter, start, best.start)),
    }
  })
  return best.id
}

export const defineTime = (problem: Problem, name: string, { known, at }: Time): Time => ({
  known: problem.define(`${name}.known`, 'Bool', known),
  at: problem.define(name, 'Real', at),
})
