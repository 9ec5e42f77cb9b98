import fc from 'fast-check'
import {
  collect,
  merge,
  reduce,
  stateOf,
  type DeliveryEvent,
  type Evidence,
} from 'sms-delivery-state'
import { expect } from 'vitest'
import { naiveIsMisuse, naiveIsMixture, naiveState } from '../naive/index.ts'
import { message, policy, world } from './arbitraries.ts'
import { law, Point } from './law.ts'

const stored = (evidence: Evidence) => JSON.parse(JSON.stringify(evidence)) as Evidence

law(
  'evidence comes back from a database as it went in, and means the same',
  fc.property(world, ({ events, flow, now }) => {
    const evidence = collect(events)
    expect(stored(evidence)).toStrictEqual(evidence)
    expect(JSON.stringify(merge(stored(evidence)))).toBe(JSON.stringify(evidence))
    expect(stateOf(stored(evidence), flow, now)).toStrictEqual(reduce(events, flow, now))
  }),
)

/** Any finite number, from the smallest to the largest, and those that a clock shows. */
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 1.6e12, max: 1.9e12, noNaN: true }),
  fc.constantFrom(-0, Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE),
)
const duration = fc.oneof(
  number.map((one) => Math.abs(one) || 1),
  fc.constant(Number.MAX_VALUE),
)

/** Each instant of the events another number. */
const withAnyNumbers = message.chain((events) =>
  fc.tuple(
    ...events.map((event) =>
      fc.tuple(number, number, number).map((numbers) => renumbered(event, numbers)),
    ),
  ),
)

function renumbered(
  event: DeliveryEvent,
  [received, occurred, scheduled]: readonly [number, number, number],
): DeliveryEvent {
  return {
    ...event,
    ...(event.receivedAt !== undefined && { receivedAt: received }),
    ...(event.occurredAt !== undefined && { occurredAt: occurred }),
    ...(event.scheduledFor !== undefined && { scheduledFor: scheduled }),
  }
}

const endless = new Point()

law(
  'for any finite numbers that are no mixture of units, what is stored means the same to the last bit, and is plain JSON',
  fc.property(
    withAnyNumbers,
    policy,
    duration,
    duration,
    number,
    (events, someFlow, window, slowAfter, now) => {
      fc.pre(!naiveIsMixture(events, now) && !naiveIsMisuse(events))
      const flow = { ...someFlow, window, slowAfter }
      const state = reduce(events, flow, now)
      if (state.windowStart !== undefined && state.deadline === undefined) endless.reach()
      expect(stateOf(stored(collect(events)), flow, now)).toStrictEqual(state)
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)
      expect(state).toStrictEqual(naiveState(events, flow, now))
    },
  ),
  3000,
  { point: endless, share: 0.01 },
)
