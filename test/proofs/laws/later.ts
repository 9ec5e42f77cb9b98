import { anyEvent, isLawful, isNamed, NO_ID, WHOLE, type Event, type Shape } from '../event.ts'
import type { Rules } from '../rules.ts'
import { and, eq, implies, le, lt, or, ule, type Problem, type Term } from '../smt.ts'
import { isSame } from '../time.ts'
import { sameFirst, samePlaces, world, type World } from '../world.ts'
import { any, type Law } from './law.ts'

/** A world, and the same with one more receipt, received after `now`, that brings no news. */
function withLater(problem: Problem, shape: Shape, rules: Rules) {
  const { events, policy, now, lawful } = any(problem, shape)
  const receipt = anyEvent(problem, 'later', shape, shape.events)
  const then = problem.declare('then', 'Real')
  const before = world(problem, 'before', events, policy, now, rules)
  const after = world(problem, 'after', [...events, receipt], policy, then, rules)
  const isLater = [
    receipt.present,
    receipt.receivedAt.known,
    lt(now, receipt.receivedAt.at),
    lt(before.message.now, receipt.receivedAt.at),
    le(receipt.receivedAt.at, then),
  ]
  const { names, facts } = noNews(shape, before, after, receipt)
  return { before, after, given: [...lawful, isLawful(receipt), ...isLater, ...names], facts }
}

/**
 * The model's fine print: the receipt names its attempt, and brings "no new tie, segment count,
 * schedule or `receiptsExpected`, nor a first `receivedAt`, or an earlier one, of the message or of
 * an attempt (by the receipts that name it)".
 */
function noNews({ names }: Shape, before: World, after: World, receipt: Event) {
  const { events } = before
  const own = after.attempts.at(-1)!
  const isOfAttempt = events.map(({ present }, i) =>
    and(present, eq(before.attempts[i]!.id, own.id)),
  )
  const some = (holds: (event: Event, attempt: World['attempts'][number]) => Term) =>
    or(...events.map((event, i) => and(isOfAttempt[i]!, holds(event, before.attempts[i]!))))
  const isNamedOne = (event: Event) => (names === 'none' ? 'true' : isNamed(event))
  return {
    names: [
      isNamedOne(receipt),
      some((event) => and(isNamedOne(event), event.receivedAt.known)),
      or(
        eq(receipt.attemptId, NO_ID),
        eq(receipt.providerMessageId, NO_ID),
        some((event) =>
          and(
            eq(event.attemptId, receipt.attemptId),
            eq(event.providerMessageId, receipt.providerMessageId),
            or(eq(receipt.segment, WHOLE), eq(event.segment, receipt.segment)),
          ),
        ),
      ),
    ],
    facts: [
      some((_, { segmentCount }) => ule(receipt.count, segmentCount)),
      some((_, { noReceipts }) => implies(receipt.noReceipts, noReceipts)),
      implies(
        receipt.scheduledFor.known,
        or(
          ...events.map(({ present, scheduledFor }) =>
            and(present, scheduledFor.known, le(receipt.scheduledFor.at, scheduledFor.at)),
          ),
        ),
      ),
    ],
  }
}

export const sameAttempts: Law = {
  title: 'a later receipt without a new tie leaves each event with its attempt and segment',
  hasLater: true,
  claim: (problem, shape, rules) => {
    const { before, after, given } = withLater(problem, shape, rules)
    return {
      given,
      ofNames: [sameFirst(before, after), ...samePlaces(before, after)],
      ofStates: [],
    }
  },
}

/** Steps on the way: the deadline stays, and what is known only grows. */
const stepsOf = (before: World, after: World): Term[] => {
  const each = (claim: (i: number) => Term) =>
    before.events.map(({ present }, i) => implies(present, claim(i)))
  const [was, is] = [before.attempts, after.attempts]
  return [
    isSame(before.message.deadline, after.message.deadline),
    implies(before.message.closed, after.message.closed),
    ...each((i) => eq(was[i]!.segmentCount, is[i]!.segmentCount)),
    ...each((i) => eq(was[i]!.noReceipts, is[i]!.noReceipts)),
    ...each((i) => ule(was[i]!.strongest, is[i]!.strongest)),
    ...each((i) => ule(was[i]!.inTime, is[i]!.inTime)),
    ...each((i) => implies(before.message.closed, eq(was[i]!.inTime, is[i]!.inTime))),
  ]
}

export const neverWeaker: Law = {
  title: 'a later receipt never weakens a status',
  hasLater: true,
  claim: (problem, shape, rules) => {
    const { before, after, given, facts } = withLater(problem, shape, rules)
    return {
      given: [...given, ...facts],
      ofNames: [],
      ofStates: [
        ...stepsOf(before, after),
        ...before.events.map(({ present }, i) => {
          const [was, is] = [before.attempts[i]!, after.attempts[i]!]
          return implies(present, ule(was.status, is.status))
        }),
      ],
    }
  },
}

export const settledStays: Law = {
  title: 'a status that is settled stays, whatever comes later',
  hasLater: true,
  claim: (problem, shape, rules) => {
    const { before, after, given, facts } = withLater(problem, shape, rules)
    const attempts = before.events.map(({ present }, i) => {
      const [was, is] = [before.attempts[i]!, after.attempts[i]!]
      return implies(and(present, was.settled), and(eq(was.status, is.status), is.settled))
    })
    const { shown } = before
    const message = implies(
      shown.settled,
      and(after.shown.settled, eq(shown.status, after.shown.status)),
    )
    // Of two delivered attempts, a first time for what had none may let the other one be shown.
    const isTimed = before.events.map(({ present, receivedAt }) =>
      implies(present, receivedAt.known),
    )
    const isShown = implies(and(shown.settled, ...isTimed), eq(shown.id, after.shown.id))
    return {
      given: [...given, ...facts],
      ofNames: [],
      ofStates: [...stepsOf(before, after), ...attempts, message, isShown],
    }
  },
}
