import { anyEvent, isNamed, WHOLE, type Event } from '../event.ts'
import { anyPolicy, isLawfulPolicy } from '../policy.ts'
import { and, eq, implies, le, lt, not, or, ule, ult, type Term } from '../smt.ts'
import { DELIVERED } from '../tables.ts'
import { samePlaces, world } from '../world.ts'
import { any, type Law } from './law.ts'

export const timeAlone: Law = {
  title: 'time alone changes a status once at most, at the deadline, to what silence means',
  claim: (problem, shape, rules) => {
    const { events, policy, now, lawful } = any(problem, shape)
    const later = problem.declare('later', 'Real')
    const before = world(problem, 'before', events, policy, now, rules)
    const after = world(problem, 'after', events, policy, later, rules)
    const { deadline, placed, byOccurrence } = before.message
    // "Provider times that are still to come aside".
    const isKnown = placed.map(({ event, time }) =>
      implies(and(byOccurrence, event.present, time.known), le(time.at, now)),
    )
    return {
      given: [...lawful, le(now, later), ...isKnown],
      ofNames: samePlaces(before, after),
      ofStates: [
        ...events.map(({ present }, i) => {
          const [was, is] = [before.attempts[i]!, after.attempts[i]!]
          const byTheClock = and(
            deadline.known,
            lt(now, deadline.at),
            le(deadline.at, later),
            eq(is.status, policy.silence),
            is.byClock,
            not(was.settled),
            ult(was.status, is.status),
          )
          return implies(
            present,
            and(or(eq(was.status, is.status), byTheClock), implies(was.settled, is.settled)),
          )
        }),
      ],
    }
  },
}

export const strongest: Law = {
  title: 'the strongest status depends on no time, no policy and no clock',
  claim: (problem, shape, rules) => {
    const { events, policy, now, lawful } = any(problem, shape)
    const others = events.map((event, i): Event => {
      const free = anyEvent(problem, `retimed-${i + 1}`, shape, i)
      const { receivedAt, occurredAt, scheduledFor } = free
      return { ...event, receivedAt, occurredAt, scheduledFor }
    })
    const other = anyPolicy(problem, 'other-policy')
    const was = world(problem, 'was', events, policy, now, rules)
    const is = world(problem, 'is', others, other, problem.declare('then', 'Real'), rules)
    return {
      given: [
        ...lawful,
        isLawfulPolicy(other),
        ...(shape.names === 'none' ? [] : events.map(isNamed)),
      ],
      ofNames: samePlaces(was, is),
      ofStates: [
        ...events.map(({ present }, i) =>
          implies(present, eq(was.attempts[i]!.strongest, is.attempts[i]!.strongest)),
        ),
      ],
    }
  },
}

export const onlyByTheClock: Law = {
  title: 'no status is stronger than the strongest claim, unless the clock set it at the deadline',
  claim: (problem, shape, rules) => {
    const { events, policy, now, lawful } = any(problem, shape)
    const { attempts, message } = world(problem, 'w', events, policy, now, rules)
    const { deadline } = message
    return {
      given: lawful,
      ofNames: [],
      ofStates: [
        ...events.map(({ present }, i) => {
          const { status, strongest, byClock } = attempts[i]!
          const isSilence = and(
            byClock,
            eq(status, policy.silence),
            deadline.known,
            le(deadline.at, message.now),
          )
          return implies(present, or(ule(status, strongest), isSilence))
        }),
      ],
    }
  },
}

export const claimed: Law = {
  title: 'delivered is shown only where the whole attempt, or each of its segments, was delivered',
  claim: (problem, shape, rules) => {
    const { events, policy, now, lawful } = any(problem, shape)
    const { attempts, message } = world(problem, 'w', events, policy, now, rules)
    const says = (id: Term, holds: (segment: Term) => Term) =>
      or(
        ...message.placed.map(({ event, attempt, segment }) =>
          and(event.present, eq(attempt, id), eq(event.status, DELIVERED), holds(segment)),
        ),
      )
    return {
      given: lawful,
      ofNames: [],
      ofStates: [
        ...events.map(({ present }, i) => {
          const { id, status, segmentCount } = attempts[i]!
          // A segment that nobody says was delivered: any number, chosen by z3.
          const missing = problem.declare(`missing-segment-${i + 1}`, 'Segment')
          const isOne = and(not(eq(missing, WHOLE)), ule(missing, segmentCount))
          return implies(
            and(present, eq(status, DELIVERED)),
            or(
              says(id, (segment) => eq(segment, WHOLE)),
              and(
                not(eq(segmentCount, WHOLE)),
                implies(
                  isOne,
                  says(id, (segment) => eq(segment, missing)),
                ),
              ),
            ),
          )
        }),
      ],
    }
  },
}
