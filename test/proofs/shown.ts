import type { AttemptStatus } from './attempt.ts'
import { NO_ID } from './event.ts'
import { defineTime } from './message.ts'
import type { Rules } from './rules.ts'
import { and, eq, FALSE, ite, not, or, ult, type Problem, type Term } from './smt.ts'
import { DELIVERED, EXPIRED, PENDING } from './tables.ts'
import { choose, NEVER, type Time } from './time.ts'

/** What is shown of a message. */
export interface Shown {
  readonly id: Term
  readonly status: Term
  readonly since: Time
  readonly byClock: Term
  readonly strongest: Term
  /** Of the message: delivered is shown, or there are attempts and every one is settled. */
  readonly settled: Term
}

/** An attempt, if it is there at all. */
export interface Candidate {
  readonly exists: Term
  readonly attempt: AttemptStatus
}

/** Section 5, "several attempts": the one that no other beats, as a loop finds it. */
export function pickShown(
  problem: Problem,
  name: string,
  candidates: readonly Candidate[],
  rules: Rules,
): Shown {
  let found: Term = FALSE
  let best: Omit<AttemptStatus, 'segmentCount' | 'noReceipts' | 'inTime'> = {
    id: NO_ID,
    start: NEVER,
    strongest: PENDING,
    status: PENDING,
    settled: FALSE,
    byClock: FALSE,
    since: NEVER,
  }
  candidates.forEach(({ exists, attempt }, i) => {
    const own = `${name}.${i}`
    const wins = and(exists, or(not(found), beats(attempt, best, rules)))
    const isBetter = problem.define(`${own}.is-better`, 'Bool', wins)
    const pick = (field: 'id' | 'strongest' | 'status', sort: 'Small') =>
      problem.define(`${own}.${field}`, sort, ite(isBetter, attempt[field], best[field]))
    best = {
      id: pick('id', 'Small'),
      strongest: pick('strongest', 'Small'),
      status: pick('status', 'Small'),
      settled: FALSE,
      byClock: problem.define(
        `${own}.by-clock`,
        'Bool',
        ite(isBetter, attempt.byClock, best.byClock),
      ),
      start: defineTime(problem, `${own}.start`, choose(isBetter, attempt.start, best.start)),
      since: defineTime(problem, `${own}.since`, choose(isBetter, attempt.since, best.since)),
    }
    found = problem.define(`${own}.found`, 'Bool', or(found, exists))
  })
  const all = candidates.map(({ exists, attempt }) => or(not(exists), attempt.settled))
  const isSettled = or(eq(best.status, DELIVERED), and(found, ...all))
  return { ...best, settled: problem.define(`${name}.settled`, 'Bool', isSettled) }
}

type Compared = Pick<AttemptStatus, 'id' | 'status' | 'start' | 'since'>

/** "The attempt that is delivered, else of those without a final claim the one that started last". */
function beats(a: Compared, b: Compared, rules: Rules): Term {
  const [isDelivered, wasDelivered] = [a, b].map(({ status }) => eq(status, DELIVERED))
  const [isOpen, wasOpen] = [a, b].map(({ status }) => ult(status, EXPIRED))
  const isKnownFirst = rules.isDeliveredFirst(
    { id: a.id, start: a.since },
    { id: b.id, start: b.since },
  )
  return ite(
    isDelivered!,
    or(not(wasDelivered!), isKnownFirst),
    and(
      not(wasDelivered!),
      or(and(isOpen!, not(wasOpen!)), and(eq(isOpen!, wasOpen!), rules.startedLast(a, b))),
    ),
  )
}
