import { anyEvent, isLawful, type Event, type Shape } from '../event.ts'
import { anyPolicy, isLawfulPolicy, type Policy } from '../policy.ts'
import { upTo, type Rules } from '../rules.ts'
import type { Problem, Term } from '../smt.ts'

/** A claim about all worlds. z3 looks for one in which `given` holds and `then` does not. */
export interface Claim {
  readonly given: readonly Term[]
  /** Claims; each is proved with those before it. */
  readonly then: readonly Term[]
}

export interface Law {
  readonly title: string
  /** For how many events at most it is proved. */
  readonly bounds: { readonly one: number; readonly several: number }
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
  const events = upTo(shape.events).map((i) => anyEvent(problem, `event-${i}`, shape))
  const policy = anyPolicy(problem, 'policy')
  return {
    events,
    policy,
    now: problem.declare('now', 'Real'),
    lawful: [...events.map(isLawful), isLawfulPolicy(policy)],
  }
}
