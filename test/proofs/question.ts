import { availableParallelism } from 'node:os'
import type { Shape } from './event.ts'
import type { Law } from './laws/law.ts'
import type { Rules } from './rules.ts'
import { FALSE, Problem, TRUE } from './smt.ts'
import { askZ3 } from './z3.ts'

/** What z3 found: no counterexample, one, or nothing within the time. */
export type Answer = 'unsat' | 'sat' | 'unknown'

/**
 * A law as a question to z3: is there a world in which what is given holds, and the claim does not?
 * A claim comes in steps, and each step that is proved may be used for those after it. Undefined
 * where nothing is claimed of messages of such a shape, or what is given never holds there.
 */
export function questionOf(law: Law, shape: Shape, rules: Rules): string | undefined {
  const problem = new Problem()
  const { given, ofNames, ofStates } = law.claim(problem, shape, rules)
  const isGiven = typeof shape.names === 'object'
  const steps = [...(isGiven ? [] : ofNames), ...(shape.names === 'any' ? [] : ofStates)]
  const open = steps.filter((term) => term !== TRUE)
  if (open.length === 0 || given.includes(FALSE)) return undefined
  return [
    problem.text,
    ...given.map((term) => `(assert ${term})`),
    ...open.flatMap((term) => [
      '(push)',
      `(assert (not ${term}))`,
      '(check-sat)',
      '(pop)',
      `(assert ${term})`,
    ]),
  ].join('\n')
}

/**
 * The steps' answers as one: `unsat` where each step is, else the first that is not. What follows
 * a step that is not `unsat` means nothing.
 *
 * @param seconds after which z3 gives up
 */
export async function ask(question: string, seconds: number): Promise<Answer> {
  const steps = question.match(/^\(check-sat\)$/gm)?.length ?? 0
  // A line that has ended, and says something else.
  const printed = await askZ3(question, seconds, (answer) => /^(?!unsat\n).+\n/m.test(answer))
  const answers = printed.trim().split('\n')
  const failed = answers.find((answer) => answer !== 'unsat')
  if (failed === 'sat') return 'sat'
  if (failed === undefined && answers.length === steps) return 'unsat'
  if (failed?.startsWith('(error')) throw new Error(failed)
  return 'unknown'
}

/** Does all tasks, as many at a time as there are cores, and hands on the results in order. */
export async function inParallel<Task, Result>(
  tasks: readonly Task[],
  perform: (task: Task) => Promise<Result>,
  report: (task: Task, result: Result) => void,
): Promise<void> {
  const results = new Map<number, Result>()
  let next = 0
  let reported = 0
  const work = async () => {
    while (next < tasks.length) {
      const i = next++
      results.set(i, await perform(tasks[i]!))
      for (; results.has(reported); reported++) report(tasks[reported]!, results.get(reported)!)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
}
