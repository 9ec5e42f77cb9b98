// `npm run prove:laws`: the page beside this file says what it proves.
import { parseArgs } from 'node:util'
import { disagreements } from './agreement.ts'
import type { Shape } from './event.ts'
import { anyNames, LAWS, oneAttempt, proofsOf } from './laws.ts'
import type { Law } from './laws/law.ts'
import { MUTANTS } from './mutants.ts'
import { ask, inParallel, questionOf, type Answer } from './question.ts'
import { RULES, type Rules } from './rules.ts'
import { askZ3 } from './z3.ts'

const { values } = parseArgs({
  options: {
    // Only laws, and mutants of laws, whose title has this in it.
    only: { type: 'string', default: '' },
    // laws, mutants or worlds alone.
    part: { type: 'string', default: '' },
    // After how many seconds z3 gives up on a law.
    seconds: { type: 'string', default: '600' },
    // Of the random worlds.
    seed: { type: 'string', default: '2026' },
    worlds: { type: 'string', default: '2000' },
  },
})
const seconds = Number(values.seconds)
const isAskedFor = ({ title }: Law) => title.includes(values.only)

let failures = 0

/** Asks z3 for counterexamples of a law, under some rules: one question for each shape. */
async function attempt(law: Law, shapes: readonly Shape[], rules: Rules) {
  const start = performance.now()
  let answer: Answer = 'unsat'
  for (const shape of shapes) {
    answer = await ask(questionOf(law, shape, rules) ?? '', seconds)
    if (answer !== 'unsat') break
  }
  return { answer, time: `${((performance.now() - start) / 1000).toFixed(1)} s` }
}

const boundOf = ([shape]: readonly Shape[]) => `${shape!.title}, ≤ ${shape!.events} events`

console.log((await askZ3('(get-info :version)', 10)).trim())

const parts = { laws: proveLaws, mutants: findMutants, worlds: compareWorlds }
for (const [name, part] of Object.entries(parts))
  if (values.part === '' || values.part === name) await part()

console.log(failures === 0 ? '\nAll proved.' : `\n${failures} failed.`)
process.exitCode = failures === 0 ? 0 : 1

async function proveLaws() {
  console.log('\nLaws: unsat means that z3 proved that no counterexample exists.\n')
  await inParallel(
    LAWS.filter(isAskedFor).flatMap((law) => proofsOf(law).map((shapes) => ({ law, shapes }))),
    ({ law, shapes }) => attempt(law, shapes, RULES),
    ({ law, shapes }, { answer, time }) => {
      if (answer !== 'unsat') failures++
      console.log(
        `${answer.padEnd(8)}${time.padStart(8)}  ${boundOf(shapes).padEnd(36)}${law.title}`,
      )
    },
  )
}

async function findMutants() {
  console.log(
    '\nMutants: sat means that the law found a world in which the wrong rule breaks it.\n',
  )
  await inParallel(
    MUTANTS.filter(({ foundBy }) => isAskedFor(foundBy)),
    ({ foundBy, shape, rules }) => attempt(foundBy, [shape], rules),
    ({ what, foundBy }, { answer, time }) => {
      if (answer !== 'sat') failures++
      console.log(`${answer.padEnd(8)}${time.padStart(8)}  ${what.padEnd(56)}${foundBy.title}`)
    },
  )
}

async function compareWorlds() {
  console.log('\nWorlds: does the text that the laws are proved of say what the package says?\n')
  const count = Number(values.worlds) / 2
  await inParallel(
    [oneAttempt(4), anyNames(3)],
    (shape) => disagreements(shape, count, Number(values.seed)),
    (shape, found) => {
      failures += found.length
      console.log(`${count} worlds of ${boundOf([shape])}: ${found.length} differ`)
      for (const each of found.slice(0, 3)) console.log(JSON.stringify(each, null, 2))
    },
  )
}
