import { and, eq, lt, or, TRUE, type Problem, type Term } from './smt.ts'
import { DELIVERED, MAY_BE_TERMINAL, rank, SILENCES } from './tables.ts'

export interface Policy {
  readonly window: Term
  /** The status that silence means. */
  readonly silence: Term
  /** Whether each status that may be terminal is. */
  readonly terminal: ReadonlyMap<Term, Term>
}

/** Any policy. */
export const anyPolicy = (problem: Problem, name: string): Policy => ({
  window: problem.declare(`${name}.window`, 'Real'),
  silence: problem.declare(`${name}.silence`, 'Small'),
  terminal: new Map(
    MAY_BE_TERMINAL.map((status) => [
      rank(status),
      rank(status) === DELIVERED ? TRUE : problem.declare(`${name}.is-terminal-${status}`, 'Bool'),
    ]),
  ),
})

/** What `definePolicy` lets pass. */
export const isLawfulPolicy = ({ window, silence }: Policy): Term =>
  and(lt('0', window), or(...SILENCES.map((status) => eq(silence, rank(status)))))

export const isTerminal = ({ terminal }: Policy, status: Term): Term =>
  or(...[...terminal].map(([each, isIt]) => and(eq(status, each), isIt)))
