import { keep, sameKept } from '../evidence.ts'
import type { Shape } from '../event.ts'
import { any, type Law } from './law.ts'
import { upTo, type Rules } from '../rules.ts'
import { or, type Problem, type Term } from '../smt.ts'
import { sameFirst, samePlaces, sameWorld, world } from '../world.ts'

/** The choices by what is in no status: message id, confirmation, reason, read, and when read. */
const OTHER_CHOICES = 5

/** Any events, and what evidence keeps of those that are there. */
function withKept(problem: Problem, shape: Shape, rules: Rules) {
  const found = any(problem, shape)
  const list = found.events.map((event, i) => ({
    event,
    keys: upTo(OTHER_CHOICES).map((k) => problem.declare(`event-${i + 1}.key-${k}`, 'Real')),
  }))
  const keepOf = (name: string, isThere: readonly Term[]) =>
    keep(problem, name, list, isThere, rules)
  return { ...found, keepOf }
}

export const merging: Law = {
  title: 'merge: what is kept does not depend on how the events were split and merged',
  claim: (problem, shape, rules) => {
    const { events, lawful, keepOf } = withKept(problem, shape, rules)
    const part = (name: string) =>
      events.map((_, i) => problem.declare(`event-${i + 1}.is-in-${name}`, 'Bool'))
    const [a, b, c] = ['a', 'b', 'c'].map((name) => keepOf(name, part(name)))
    const merge = (name: string, x: readonly Term[], y: readonly Term[]) =>
      keepOf(
        name,
        x.map((term, i) => or(term, y[i]!)),
      )
    const [ab, bc] = [merge('ab', a!, b!), merge('bc', b!, c!)]
    return {
      given: lawful,
      ofNames: [
        sameKept(merge('aa', a!, a!), a!),
        sameKept(merge('ba', b!, a!), ab),
        sameKept(merge('ab-c', ab, c!), merge('a-bc', a!, bc)),
      ],
      ofStates: [],
    }
  },
}

export const enough: Law = {
  title: 'collect: the few events that are kept lead to the same state as all of them',
  claim: (problem, shape, rules) => {
    const { events, policy, now, lawful, keepOf } = withKept(problem, shape, rules)
    const kept = keepOf(
      'evidence',
      events.map(({ present }) => present),
    )
    const few = events.map((event, i) => ({ ...event, present: kept[i]! }))
    const all = world(problem, 'all', events, policy, now, rules)
    const some = world(problem, 'some', few, policy, now, rules)
    return {
      given: lawful,
      ofNames: [sameFirst(all, some), ...samePlaces(all, some)],
      ofStates: sameWorld(all, some),
    }
  },
}
