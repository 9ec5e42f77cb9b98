import { anyEvent, isLawful, type Event, type Shape } from '../event.ts'
import { anyPolicy, isLawfulPolicy, type Policy } from '../policy.ts'
import { upTo, type Rules } from '../rules.ts'
import type { Problem, Term } from '../smt.ts'

/**
 * A claim about all worlds, in steps. z3 looks for one in which `given` holds and a step does not;
 * each step is proved with those before it.
 */
export interface Claim {
  readonly given: readonly Term[]
  /** Whose each event is, and what else rests on the names that events bear. */
  readonly ofNames: readonly Term[]
  /** All else: it rests on names only in so far as it rests on whose each event is. */
  readonly ofStates: readonly Term[]
}

export interface Law {
  readonly title: string
  /** It speaks of one event more, which comes later. */
  readonly hasLater?: boolean
  readonly claim: (problem: Problem, shape: Shape, rules: Rules) => Claim
}

/** Any events, a policy and an instant, all lawful. */
export interface Any {
  readonly events: readonly Event[]
  readonly policy: Policy
  readonly now: Term
  readonly lawful: readonly Term[]
}

export function any(problem: Problem, shape: Shape): Any {
  const events = upTo(shape.events).map((i) => anyEvent(problem, `event-${i}`, shape, i - 1))
  const policy = anyPolicy(problem, 'policy')
  return {
    events,
    policy,
    now: problem.declare('now', 'Real'),
    lawful: [...events.map(isLawful), isLawfulPolicy(policy)],
  }
}
