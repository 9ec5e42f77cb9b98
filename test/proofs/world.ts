import { attemptStatus, type AttemptStatus } from './attempt.ts'
import type { Event } from './event.ts'
import { resolve, type Message } from './message.ts'
import type { Policy } from './policy.ts'
import type { Rules } from './rules.ts'
import { pickShown, type Shown } from './shown.ts'
import { and, eq, implies, or, type Problem, type Term } from './smt.ts'
import { isSame } from './time.ts'

/** Some events, a policy and an instant, and all that the model says of them. */
export interface World {
  readonly events: readonly Event[]
  readonly message: Message
  /** Of each event, the attempt that it belongs to; the same one of all where there is but one. */
  readonly attempts: readonly AttemptStatus[]
  readonly shown: Shown
}

export function world(
  problem: Problem,
  name: string,
  events: readonly Event[],
  policy: Policy,
  asked: Term,
  rules: Rules,
): World {
  const message = resolve(problem, name, events, policy, asked, rules)
  const ids = message.placed.map(({ attempt }) => attempt)
  const byId = new Map(
    [...new Set(ids)].map((id, i) => [
      id,
      attemptStatus(problem, `${name}.a${i}`, id, message, policy, rules),
    ]),
  )
  const candidates = [...byId].map(([id, attempt]) => ({
    exists: or(...events.map(({ present }, i) => and(present, eq(ids[i]!, id)))),
    attempt,
  }))
  return {
    events,
    message,
    attempts: ids.map((id) => byId.get(id)!),
    shown: pickShown(problem, `${name}.shown`, candidates, rules),
  }
}

/** What names no attempt is of the same one in both. */
export const sameFirst = (a: World, b: World): Term =>
  eq(a.message.firstAttempt, b.message.firstAttempt)

/** Each event is of the same attempt and segment in both; `places` is where each stands in `b`. */
export function samePlaces(
  a: World,
  b: World,
  places: readonly number[] = a.events.map((_, i) => i),
): Term[] {
  return a.events.flatMap(({ present }, i) => {
    const [was, is] = [a.message.placed[i]!, b.message.placed[places[i]!]!]
    return [
      implies(present, eq(was.attempt, is.attempt)),
      implies(present, eq(was.segment, is.segment)),
    ]
  })
}

/**
 * Two worlds are the same in all that is modeled, if each event is of the same attempt and segment
 * in both. What is proved first helps with what comes after.
 */
export function sameWorld(
  a: World,
  b: World,
  places: readonly number[] = a.events.map((_, i) => i),
): Term[] {
  const pairs = a.events.map(({ present }, i) => ({
    isThere: present,
    was: a.attempts[i]!,
    is: b.attempts[places[i]!]!,
  }))
  // Of one attempt, one pair stands for all.
  const isOne = new Set(a.attempts).size === 1
  const isAnyThere = or(...pairs.map(({ isThere }) => isThere))
  const compared = isOne ? [{ ...pairs[0]!, isThere: isAnyThere }] : pairs
  const each = (claim: (was: AttemptStatus, is: AttemptStatus) => Term) =>
    compared.map(({ isThere, was, is }) => implies(isThere, claim(was, is)))
  return [
    isSame(a.message.deadline, b.message.deadline),
    eq(a.message.closed, b.message.closed),
    ...each((was, is) => eq(was.segmentCount, is.segmentCount)),
    ...each((was, is) => eq(was.strongest, is.strongest)),
    ...each((was, is) => eq(was.status, is.status)),
    ...each((was, is) => eq(was.settled, is.settled)),
    ...each((was, is) => eq(was.byClock, is.byClock)),
    ...each((was, is) => isSame(was.start, is.start)),
    ...each((was, is) => isSame(was.since, is.since)),
    ...sameShown(a.shown, b.shown),
  ]
}

const sameShown = (a: Shown, b: Shown): Term[] => [
  eq(a.id, b.id),
  eq(a.status, b.status),
  eq(a.settled, b.settled),
  eq(a.byClock, b.byClock),
  isSame(a.since, b.since),
]
