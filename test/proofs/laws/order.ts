import { isNamed, type Event } from '../event.ts'
import { and, eq, implies, le } from '../smt.ts'
import { sameFirst, samePlaces, sameWorld, world } from '../world.ts'
import { any, type Law } from './law.ts'

export const order: Law = {
  title: 'the order of the input never matters',
  // To swap the first two, and to turn the list round, make every order.
  claim: (problem, shape, rules) => {
    const { events, policy, now, lawful } = any(problem, shape)
    const [a, b, ...rest] = events.map((_, i) => i)
    const a0 = world(problem, 'a', events, policy, now, rules)
    const orders = [
      [b!, a!, ...rest],
      [b!, ...rest, a!],
    ]
    const pairs = orders.map((order, k) => {
      const list = order.map((i) => events[i]!)
      const again = world(problem, `b${k}`, list, policy, now, rules)
      return { again, places: events.map((_, i) => order.indexOf(i)) }
    })
    return {
      given: lawful,
      ofNames: pairs.flatMap(({ again, places }) => [
        sameFirst(a0, again),
        ...samePlaces(a0, again, places),
      ]),
      ofStates: pairs.flatMap(({ again, places }) => sameWorld(a0, again, places)),
    }
  },
}

export const repetition: Law = {
  title: 'a repeat changes nothing',
  claim: (problem, shape, rules) => {
    const { events, policy, now, lawful } = any(problem, shape)
    const once = world(problem, 'once', events, policy, now, rules)
    const twice = world(problem, 'twice', [...events, events[0]!], policy, now, rules)
    return {
      given: lawful,
      ofNames: [sameFirst(once, twice), ...samePlaces(once, twice)],
      ofStates: sameWorld(once, twice),
    }
  },
}

export const arrival: Law = {
  title: 'when a receipt arrived does not matter, only whether it was in time',
  claim: (problem, shape, rules) => {
    const { events, policy, now, lawful } = any(problem, shape)
    const [starter, ...others] = events
    const moved = others.map((event, i) => {
      const at = problem.declare(`event-${i + 2}.moved-to`, 'Real')
      return { ...event, receivedAt: { ...event.receivedAt, at } }
    })
    const was = world(problem, 'was', events, policy, now, rules)
    const is = world(problem, 'is', [starter!, ...moved], policy, now, rules)
    const deadline = was.message.deadline.at
    const stays = (a: Event, b: Event) =>
      implies(
        and(a.present, a.receivedAt.known),
        and(
          le(starter!.receivedAt.at, a.receivedAt.at),
          le(starter!.receivedAt.at, b.receivedAt.at),
          eq(le(a.receivedAt.at, deadline), le(b.receivedAt.at, deadline)),
        ),
      )
    return {
      given: [
        ...lawful,
        starter!.present,
        starter!.receivedAt.known,
        ...others.map((event, i) => stays(event, moved[i]!)),
        eq(was.message.closed, is.message.closed),
        ...(shape.names === 'none' ? [] : events.map(isNamed)),
      ],
      ofNames: samePlaces(was, is),
      ofStates: [
        ...events.map(({ present }, i) => {
          const [before, after] = [was.attempts[i]!, is.attempts[i]!]
          return implies(
            present,
            and(
              eq(before.status, after.status),
              eq(before.settled, after.settled),
              eq(before.strongest, after.strongest),
            ),
          )
        }),
      ],
    }
  },
}
