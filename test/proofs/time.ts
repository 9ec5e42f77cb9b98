import { and, eq, FALSE, ite, lt, not, or, type Problem, type Term } from './smt.ts'

/** An instant that may be missing. The value of a missing one means nothing. */
export interface Time {
  readonly known: Term
  readonly at: Term
}

export const NEVER: Time = { known: FALSE, at: '0' }

/** The smallest of the times that are there, as a loop finds it. */
export const earliest = (problem: Problem, name: string, times: readonly Time[]): Time =>
  extreme(problem, name, times, lt)

/** The largest of the times that are there. */
export const latest = (problem: Problem, name: string, times: readonly Time[]): Time =>
  extreme(problem, name, times, (a, b) => lt(b, a))

function extreme(
  problem: Problem,
  name: string,
  times: readonly Time[],
  replaces: (time: Term, best: Term) => Term,
): Time {
  return times.reduce<Time>((best, time, i) => {
    const isBetter = and(time.known, or(not(best.known), replaces(time.at, best.at)))
    return {
      known: problem.define(`${name}.known.${i}`, 'Bool', or(best.known, time.known)),
      at: problem.define(`${name}.${i}`, 'Real', ite(isBetter, time.at, best.at)),
    }
  }, NEVER)
}

/** A time, where a condition holds. */
export const when = (condition: Term, { known, at }: Time): Time => ({
  known: and(condition, known),
  at,
})

export const choose = (condition: Term, yes: Time, no: Time): Time => ({
  known: ite(condition, yes.known, no.known),
  at: ite(condition, yes.at, no.at),
})

/** The one is before the other; a missing time is before all. */
export const isBefore = (a: Time, b: Time): Term => and(b.known, or(not(a.known), lt(a.at, b.at)))

export const isSame = (a: Time, b: Time): Term =>
  and(eq(a.known, b.known), or(not(a.known), eq(a.at, b.at)))
